import { readArtifactAddress } from './s3-address.ts';
import { quoted } from './words.ts';

/** A form of text: what editors check (`pattern`, `maxLength`), and what we say when it is not kept. */
export interface Format {
  /** A regular expression of JSON Schema, anchored; everything that `fault` lets pass matches it. */
  readonly pattern: string;
  /** Characters. */
  readonly maxLength?: number;
  /** What is wrong with a text, with the remedy if the form alone does not tell it; undefined: nothing. */
  readonly fault: (text: string) => string | undefined;
}

/** Common mistakes: the first expression that matches gives the words. */
type Mistakes = readonly (readonly [looks: RegExp, says: string])[];

const tooLong = (text: string, maxLength: number): string | undefined =>
  text.length > maxLength ? `has ${text.length} characters, ${maxLength} at most are allowed` : undefined;

const notOfTheForm = (text: string, mistakes: Mistakes): string => {
  const hint = mistakes.find(([looks]) => looks.test(text))?.[1];
  return text === '' ? 'is empty' : `${quoted(text)} ${hint ?? 'does not have the right form'}`;
};

const format = (pattern: string, maxLength: number, mistakes: Mistakes = []): Format => {
  const whole = new RegExp(pattern, 'u');
  return { pattern, maxLength, fault: (text) => tooLong(text, maxLength) ?? (whole.test(text) ? undefined : notOfTheForm(text, mistakes)) };
};

const IAM_ARN = String.raw`arn:aws[a-z-]*:iam::\d{12}`;
const IAM_NAME = String.raw`[\w+=,.@-]{1,64}`;
// IAM allows every printable ASCII character in a path: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
const IAM_PATH = '(?:[!-~]{1,510}/)?';

/** Name of a target in reports. */
export const targetName: Format = format(String.raw`^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._/:@()+-]{0,99}$`, 100);

/** Account id. Source: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
export const accountId: Format = format(String.raw`^\d{12}$`, 255, [
  [/^\d{4}-\d{4}-\d{4}$/, 'is written with hyphens — leave them out'],
  [/^\d{11}$/, 'has 11 digits — an account id that begins with 0 loses it without quotes: put it in quotes'],
  [/^\d+$/, 'does not have 12 digits'],
  [/^[a-z0-9-]+$/i, 'may be an account’s alias — name the account by its id'],
]);

/** Region code. Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const regionCode: Format = format(String.raw`^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$`, 63, [
  [/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, 'is an Availability Zone — leave out its last letter'],
  [/^[a-z]{3}\d-az\d$/, 'is the id of an Availability Zone — name its Region'],
  [/[A-Z]/, 'is not in lower case'],
  [/ /, 'is not a code: it holds a space'],
]);

/** Source: the pattern of RoleArn, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html */
export const roleArn: Format = format(String.raw`^${IAM_ARN}:role/[\w+=,.@/-]+$`, 2048, [
  [/:assumed-role\//, 'is a session of a role — name the role itself'],
  [/:instance-profile\//, 'is an instance profile — name the role in it'],
  [/:(user\/|root$)/, 'is a user — SageMaker assumes a role'],
  [/^(role\/)?[\w+=,.@-]+$/, 'is a role’s name — write its ARN; `aws iam get-role` prints it'],
  [/:role\/.*[*?]/, 'holds a wildcard — name one role'],
  [/^arn:/, 'is not the ARN of a role'],
]);

/** A role that sageready takes on to read an account. Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumableRole: Format = format(String.raw`^${IAM_ARN}:role/[\w+=,.@/-]+$`, 2048, [
  [/:assumed-role\//, 'is a session of a role — name the role itself'],
  [/:instance-profile\//, 'is an instance profile — name the role in it'],
  [/:(user\/|root$)/, 'is a user — only a role can be taken on'],
  [/^(role\/)?[\w+=,.@-]+$/, 'is a role’s name — write its ARN, which tells the account'],
  [/:role\/.*[*?]/, 'holds a wildcard — name one role'],
  [/^arn:/, 'is not the ARN of a role'],
]);

/** Source: ExternalId, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const externalId: Format = format(String.raw`^[\w+=,.@:/-]{2,1224}$`, 1224, [[/^.$/, 'has one character, an external id has two at least']]);

/** Who deploys. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export const deployer: Format = format(
  String.raw`^(?:me|${IAM_ARN}:(?:root|(?:role|user)/${IAM_PATH}${IAM_NAME})|arn:aws[a-z-]*:sts::\d{12}:assumed-role/${IAM_NAME}/${IAM_NAME})$`,
  2048,
  [
    [/:group\//, 'is a group — name one of its users, or a role'],
    [/:federated-user\//, 'is a federated session of a user — name the user behind it'],
    [/:assumed-role\//, 'is not the ARN of a session, arn:<partition>:sts::<account>:assumed-role/<role>/<session>'],
    [/^[\w+=,.@-]+$/, 'is a name — write the ARN of the role or user'],
  ],
);

/** Source: the pattern of Image, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html */
const IMAGE_MISTAKES: Mistakes = [
  [/^[a-z]+:\/\//i, 'has a scheme — leave out everything up to ://'],
  [/\s/, 'holds a space or another blank'],
  [/^[^/]*$/, 'names no registry — SageMaker pulls from Amazon ECR: <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>'],
  [/:$/, 'ends in a colon — add the tag, or leave the colon out'],
];

/** A container image, in the form that rules take apart. */
export const imageUri: Format = format(String.raw`^[^\s/<>]+/[^\s/@:<>][^\s@:<>]*(?::[^\s@:<>]+)?(?:@sha256:[0-9a-f]{64})?$`, 255, IMAGE_MISTAKES);

/** Source: Url of https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html */
const ADDRESS = format(String.raw`^(?:s3|https)://[^\s/\\<>]+/[^\p{Cc}\p{Zl}\p{Zp}]+$`, 1024, [[/\p{Cc}/u, 'holds a control character']]);

/** Where an artifact lies: the form, and an address that S3 could have. */
export const artifactAddress: Format = {
  ...ADDRESS,
  fault: (text) => {
    const address = readArtifactAddress(text);
    return 'fault' in address ? address.fault : ADDRESS.fault(text);
  },
};

const KEY_ID = '(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|mrk-[0-9a-f]{32})';
const KEY_ALIAS = 'alias/[a-zA-Z0-9/_-]+';

/** Source: KmsKeyId, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html */
export const keyReference: Format = format(String.raw`^(?:${KEY_ID}|${KEY_ALIAS}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(?:key/${KEY_ID}|${KEY_ALIAS}))$`, 2048, [
  [/^arn:[^:]*:(?!kms:)/, 'is the ARN of something else than a KMS key'],
  [/^key\//, 'is part of an ARN — write the key id alone, or the whole ARN'],
  [/^[a-zA-Z0-9_-]+$/, 'is no key id — if it is an alias, put alias/ before it'],
]);

/** Source: EndpointName, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html */
export const sagemakerName: Format = format('^[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62}$', 63, [
  [/[_. ]/, 'holds a character that SageMaker’s names do not have — use hyphens'],
  [/^-|-$/, 'begins or ends with a hyphen'],
]);

/** Source: ModelPackageName, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModelPackage.html */
export const modelPackageName: Format = format(
  String.raw`^(?:arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:\d{12}:model-package/\S+|[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62})$`,
  2048,
  [
    [/:model-package-group\//, 'is a group of model packages — name one version of it, …:model-package/<group>/<version>'],
    [/^[\w-]+\/\d+$/, 'is part of an ARN — write the whole ARN of the version'],
    [/^arn:/, 'is not the ARN of a model package'],
  ],
);

/** Text without blanks. */
export const word: Format = format(String.raw`^\S+$`, 1024, [[/\s/, 'holds a blank']]);

/** Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Tag.html */
export const tagKey: Format = format(String.raw`^(?![aA][wW][sS]:)[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$`, 128, [
  [/^aws:/i, 'begins with aws:, which is reserved for AWS'],
]);

/** Source: as above. */
export const tagValue: Format = format(String.raw`^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$`, 256);

/** Source: JobName, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceRecommendationsJob.html */
export const recommendationsJobName: Format = format('^[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,63}$', 64, [
  [/[_. ]/, 'holds a character that SageMaker’s names do not have — use hyphens'],
  [/^-|-$/, 'begins or ends with a hyphen'],
]);

/** Source: DomainId, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html */
export const domainId: Format = format('^d-(?:-*[a-z0-9]){1,61}$', 63, [
  [/^arn:/, 'is an ARN — write the id alone, d-…'],
  [/^(?!d-)/, 'does not begin with d- — it may be the domain’s name; aws sagemaker list-domains prints the ids'],
]);

/** Source: S3Uri, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html */
export const s3Prefix: Format = format(String.raw`^s3://[^\s/]+(?:/[^\p{Cc}\p{Zl}\p{Zp}]*)?$`, 1024, [
  [/^s3:\/[^/]/, 'has one slash after s3: — write s3://bucket/prefix'],
  [/^https?:/, 'is a web address — write s3://bucket/prefix'],
  [/^arn:/, 'is an ARN — write s3://bucket/prefix'],
  [/^[a-z0-9.-]+(\/|$)/, 'has no scheme — write s3:// before the bucket'],
]);

/** Address of a web server. */
export const webAddress: Format = format(String.raw`^https?://[^\s/]+(?:/\S*)?$`, 1024, [[/^(?!https?:)/, 'has no scheme — write https:// before the host']]);

import type { RuleMeta } from '../../src/model/rule.ts';
import type { RuleId } from '../../src/model/rule-id.ts';

/** A rule id of the fixture report: ids are registered by the rules' own files, which reporters do not know. */
export const ruleId = (id: string): RuleId => id as RuleId;

const words = (id: string, severity: RuleMeta['severity'], [title, fix]: readonly [string, string]): RuleMeta => ({
  id: ruleId(id),
  title,
  severity,
  why: `Why ${id} matters.`,
  fix,
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html'],
  basis: 'documented',
  ...(id === 'artifact/artifact-exists' && { dependsOn: [ruleId('artifact/bucket-exists')], predicts: ['Could not find model data at'] }),
});

/** The words of every rule in the fixture report. */
export const FIXTURE_RULES: readonly RuleMeta[] = [
  words('identity/role-exists', 'error', [
    'The execution role exists under the ARN that the plan names',
    'Create the role, or name an existing one by its full ARN, path included.',
  ]),
  words('identity/deployer-exists', 'error', ['The deployer is a role or user of IAM that exists', 'Name the role or user that will deploy by its ARN.']),
  words('identity/role-trusts-sagemaker', 'error', [
    'The execution role lets SageMaker assume it',
    'Let sagemaker.amazonaws.com assume the role in its trust policy.',
  ]),
  words('identity/role-may-read-artifact', 'error', [
    'The execution role may read the model artifact',
    'Grant what is missing in the place that the trace names.',
  ]),
  words('identity/deployer-may-pass-role', 'error', [
    'The deployer may pass the execution role to SageMaker',
    'Grant the deployer iam:PassRole on the role’s full ARN.',
  ]),
  words('image/image-is-in-this-account-and-region', 'warning', [
    'The image lies in this account and Region',
    'Push the image into a repository of this account and Region.',
  ]),
  words('artifact/bucket-exists', 'error', [
    'The bucket of the model artifact exists',
    'Create the bucket in the endpoint’s Region, or name the one that holds the artifact.',
  ]),
  words('artifact/artifact-exists', 'error', [
    'The model artifact exists',
    'Upload the artifact to that key, or name the key that holds it; keys are case-sensitive.',
  ]),
  words('artifact/artifact-is-in-this-region', 'error', [
    'The model artifact lies in the endpoint’s Region',
    'Copy the artifact to a bucket of the endpoint’s Region and name that one.',
  ]),
  words('encryption/key-exists', 'error', ['The key of the endpoint’s storage exists', 'Name a key of the endpoint’s Region.']),
  words('encryption/key-trusts-role', 'error', [
    'The key lets the deployer create the grant that the endpoint needs',
    'Let the key’s policy delegate to IAM, or name the deployer in it.',
  ]),
  words('endpoint/memory-size-is-offered', 'error', [
    'The memory size is one that serverless endpoints offer',
    'Choose 1024, 2048, 3072, 4096, 5120 or 6144 MB.',
  ]),
  words('endpoint/concurrency-fits-quota', 'warning', [
    'The endpoint’s concurrency fits into the account’s serverless quota',
    'Lower maxConcurrency, remove endpoints that are not in use, or request a higher quota.',
  ]),
];

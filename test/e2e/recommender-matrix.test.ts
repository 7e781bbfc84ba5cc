import { CreateModelCommand, CreateModelPackageGroupCommand } from '@aws-sdk/client-sagemaker';
import { adminClients } from '../support/clients.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { allow, readyRecommenderAccount, registerOther } from '../support/recommender-account.ts';
import { createBucket, putArtifact } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { describeMatrixOf, none } from './matrix.ts';
import { setExecutionTo } from './recommender-mutations.ts';

type Mutate = MutateIn<RecommenderAccount>;
type Mutation = MutationIn<RecommenderAccount>;

/** The plan with another version, which says something else. */
const registered =
  (words: Parameters<typeof registerOther>[1]): Mutate =>
  async (account) => ({ modelPackageName: await registerOther(account, words) });

/** The plan’s own words beside those of the package. */
const saying =
  (words: Readonly<Record<string, unknown>>): Mutate =>
  async ({ target }) => ({ containerConfig: { ...target.containerConfig, ...words } });

const otherPayload =
  (key: string): Mutate =>
  async (account, stage) =>
    saying({ samplePayloadUrl: await putArtifact(account, { bucket: account.bucket, key }) })(account, stage);

const NO_DESCRIPTION = { 'recommender/model-is-described': 'fail', 'recommender/description-uses-known-values': 'not-applicable' } as const;
const NO_PAYLOAD = {
  'recommender/payload-exists': 'not-applicable',
  'recommender/payload-is-gzip-tar': 'not-applicable',
  'recommender/payload-is-in-this-region': 'not-applicable',
  'recommender/payload-is-not-vpc-restricted': 'not-applicable',
  'recommender/role-may-read-payload': 'not-applicable',
} as const;

/** What rests on the image and the artifact of the model. */
const OF_THE_MODEL = none(
  'artifact/artifact-exists',
  'artifact/artifact-is-gzip-tar',
  'artifact/artifact-is-in-this-region',
  'artifact/artifact-is-not-archived',
  'artifact/bucket-belongs-to-this-account',
  'artifact/bucket-owner-pays',
  'encryption/key-is-enabled',
  'identity/role-may-pull-image',
  'identity/role-may-read-artifact',
  'image/image-exists',
  'image/image-is-in-this-region',
  'image/image-is-no-manifest-list',
  'image/image-is-not-archived',
  'image/image-media-type-is-accepted',
  'image/image-tag-is-fixed',
  'image/repository-exists',
  'recommender/artifact-is-not-vpc-restricted',
  'recommender/image-is-not-vpc-restricted',
);
/** What judges how the model is described. */
const OF_THE_WORDS = none(
  'recommender/content-types-are-named',
  'recommender/description-uses-known-values',
  'recommender/endpoint-type-suits-vpc',
  'recommender/model-is-described',
  'recommender/payload-is-named',
);
/** What rests on everything that a package says. */
const OF_THE_PACKAGE = {
  ...OF_THE_MODEL,
  ...OF_THE_WORDS,
  ...NO_PAYLOAD,
  ...none(
    'artifact/bucket-exists',
    'identity/role-may-list-buckets',
    'network/endpoint-policy-allows-listing',
    'network/endpoint-policy-allows-plan',
    'recommender/framework-version-has-the-form',
    'registry/model-package-is-completed',
  ),
};
/** What judges the package itself. */
const OF_ITS_NAME = none(
  'recommender/model-package-is-a-version',
  'recommender/model-package-is-in-this-account',
  'recommender/model-package-is-in-this-region',
  'registry/model-package-exists',
  'registry/model-package-is-completed',
);

/** A model made of the account’s image and artifact. */
const createModel = async ({ admin, image, bucket, artifactKey, executionRole }: RecommenderAccount): Promise<void> => {
  const PrimaryContainer = { Image: image, ModelDataUrl: `s3://${bucket}/${artifactKey}` };
  await admin.sagemaker.send(new CreateModelCommand({ ModelName: 'churn', ExecutionRoleArn: executionRole.arn, PrimaryContainer }));
};
const described = (account: RecommenderAccount) => ({
  domain: 'MACHINE_LEARNING',
  task: 'CLASSIFICATION',
  framework: 'XGBOOST',
  frameworkVersion: '1.7-1',
  supportedContentTypes: ['text/csv'],
  samplePayloadUrl: `s3://${account.bucket}/${account.payloadKey}`,
  supportedEndpointType: 'RealTime',
});

/** The same account in another Region. */
const inAnotherRegion = async (account: RecommenderAccount): Promise<RecommenderAccount> => {
  const region = 'eu-west-1';
  return { ...account, region, admin: await adminClients({ ...account, region }) };
};

/** The same package, registered there. */
const registeredElsewhere: Mutate = async (account) => {
  const there = await inAnotherRegion(account);
  await there.admin.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'churn' }));
  return { modelPackageName: await registerOther(there, {}) };
};

/** The payload in a bucket there, which the role may read. */
const payloadElsewhere: Mutate = async (account, stage) => {
  const there = await inAnotherRegion(account);
  const bucket = `churn-elsewhere-${account.account}`;
  await createBucket(there, bucket);
  await setExecutionTo(account, {}, allow('s3:GetObject', `arn:aws:s3:::${bucket}/*`), allow('s3:ListBucket', `arn:aws:s3:::${bucket}`));
  return saying({ samplePayloadUrl: await putArtifact(there, { bucket, key: 'payload.tar.gz' }) })(account, stage);
};

const setQuota = ({ account, region }: RecommenderAccount, { proxy }: Stage, type: string): void => {
  for (const [quotaCode, name] of [
    ['L-OFTYPE', `${type} for endpoint usage`],
    ['L-7A3DF611', 'Number of instances across active endpoints'],
  ] as const)
    proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode, name, value: 4 });
};

const FAILING: Readonly<Record<string, Mutation>> = {
  'no model is named': {
    mutate: async () => ({ modelPackageName: undefined }) as never,
    changes: { ...OF_THE_PACKAGE, ...OF_ITS_NAME, 'recommender/job-names-its-model': 'fail' },
  },
  'the package is a bare name': {
    mutate: async () => ({ modelPackageName: 'churn' }),
    changes: {
      'recommender/model-package-is-a-version': 'fail',
      ...none('recommender/model-package-is-in-this-account', 'recommender/model-package-is-in-this-region'),
    },
  },
  'the version does not exist': {
    mutate: async ({ target }) => ({ modelPackageName: target.modelPackageName.replace(/1$/, '9') }),
    changes: { ...OF_THE_PACKAGE, 'registry/model-package-exists': 'fail' },
  },
  'the package is in another Region': {
    mutate: registeredElsewhere,
    changes: { 'recommender/model-package-is-in-this-region': 'fail' },
  },
  'the package is pending': {
    mutate: async ({ account }, { proxy }) =>
      void proxy.rewrite({
        on: ['sagemaker:DescribeModelPackage'],
        account,
        change: (body) => body.replace('"ModelPackageStatus": "Completed"', '"ModelPackageStatus": "Pending"'),
      }),
    changes: { 'registry/model-package-is-completed': 'fail' },
  },
  'the package is another account’s': {
    mutate: async ({ target, account }) => ({ modelPackageName: target.modelPackageName.replace(account, '999999999999') }),
    changes: { ...OF_THE_PACKAGE, 'registry/model-package-exists': 'fail', 'recommender/model-package-is-in-this-account': 'fail' },
  },
  'the model does not exist': {
    mutate: async (account) => ({ modelPackageName: undefined, modelName: 'gone', containerConfig: described(account) }) as never,
    changes: { ...OF_THE_MODEL, ...OF_THE_WORDS, ...OF_ITS_NAME, 'recommender/model-exists': 'fail' },
  },
  'a model in place of a package, of which nothing is said': {
    mutate: async (account) => {
      await createModel(account);
      return { modelPackageName: undefined, modelName: 'churn' } as never;
    },
    changes: {
      ...OF_ITS_NAME,
      ...NO_PAYLOAD,
      ...none('recommender/description-uses-known-values', 'recommender/framework-version-has-the-form'),
      'recommender/model-exists': 'pass',
      'recommender/model-is-described': 'fail',
      'recommender/content-types-are-named': 'fail',
      'recommender/payload-is-named': 'fail',
    },
  },
  'the package names no domain': { mutate: registered({ Domain: undefined }), changes: NO_DESCRIPTION },
  'the package names no framework': {
    mutate: registered({ Framework: undefined, FrameworkVersion: undefined }),
    changes: { ...NO_DESCRIPTION, ...none('recommender/framework-version-has-the-form') },
  },
  'the package names a task of another list': { mutate: registered({ Task: 'TRANSLATION' }), changes: { 'recommender/description-uses-known-values': 'fail' } },
  'the plan names a version of two digits': { mutate: saying({ frameworkVersion: '12.1' }), changes: { 'recommender/framework-version-has-the-form': 'fail' } },
  'the package names no content type': { mutate: registered({ SupportedContentTypes: [] }), changes: { 'recommender/content-types-are-named': 'fail' } },
  'the package names no payload': { mutate: registered({ SamplePayloadUrl: undefined }), changes: { 'recommender/payload-is-named': 'fail', ...NO_PAYLOAD } },
  'the payload is gone': {
    mutate: async (account, stage) => saying({ samplePayloadUrl: `s3://${account.bucket}/churn/other.tar.gz` })(account, stage),
    changes: { 'recommender/payload-exists': 'fail', ...none('recommender/payload-is-gzip-tar', 'recommender/role-may-read-payload') },
  },
  'the payload is one bare sample': { mutate: otherPayload('churn/payload.csv.gz'), changes: { 'recommender/payload-is-gzip-tar': 'fail' } },
  'the payload is in another Region': {
    mutate: payloadElsewhere,
    changes: { 'recommender/payload-is-in-this-region': 'fail' },
  },
  'serverless endpoints are asked for': { mutate: saying({ supportedEndpointType: 'Serverless' }), changes: { 'recommender/endpoint-type-suits-vpc': 'fail' } },
  'no kind of endpoint is named': { mutate: async () => ({ containerConfig: {} }), changes: { 'recommender/endpoint-type-suits-vpc': 'fail' } },
  'a default job with a load': { mutate: async () => ({ limits: { maxInvocations: 300 } }), changes: { 'recommender/default-job-names-no-load': 'fail' } },
  'the package lists a burstable type': {
    mutate: (account, stage) => {
      setQuota(account, stage, 'ml.t2.medium');
      return registered({ SupportedRealtimeInferenceInstanceTypes: ['ml.t2.medium'] })(account, stage);
    },
    changes: { 'recommender/instances-are-not-burstable': 'fail', 'instances/instances-fit-quota': 'pass' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'the version waits for approval': registered({ ModelApprovalStatus: 'PendingManualApproval' }),
  'the version was rejected': registered({ ModelApprovalStatus: 'Rejected' }),
  'the words of one who knows nothing of the model': registered({ Domain: 'OTHER', Task: 'OTHER', Framework: 'OTHER' }),
  'what the package leaves out the plan says': async (account, stage) => ({
    ...(await registered({ Domain: undefined, Framework: undefined, SamplePayloadUrl: undefined })(account, stage)),
    containerConfig: described(account),
  }),
  'a model in place of a package': async (account) => {
    await createModel(account);
    return { modelPackageName: undefined, modelName: 'churn', containerConfig: described(account) } as never;
  },
};

describeMatrixOf(readyRecommenderAccount, { failing: FAILING, harmless: HARMLESS });

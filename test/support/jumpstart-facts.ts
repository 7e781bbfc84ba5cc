import type { JumpStartSpec, JumpStartVersions } from '../../src/model/facts/jumpstart.ts';
import type { S3Prefix } from '../../src/model/facts/s3.ts';
import type { Domain, HubContent, Space, UserProfile } from '../../src/model/facts/sagemaker.ts';
import type { JumpStartModelTarget, JumpStartPlan } from '../../src/model/target.ts';
import { ACCOUNT, jumpStart, REGION, ROLE } from './targets.ts';

const sagemakerArn = (thing: string): string => `arn:aws:sagemaker:${REGION}:${ACCOUNT}:${thing}`;

const DOMAIN = 'd-abcdefghijkl';

export const domain = (changes: Partial<Domain> = {}): Domain => ({
  arn: sagemakerArn(`domain/${DOMAIN}`),
  id: DOMAIN,
  status: 'InService',
  executionRoleArn: ROLE,
  ...changes,
});

/** A domain without roles. */
export const bareDomain = (changes: Partial<Domain> = {}): Domain => {
  const { executionRoleArn: _, ...bare } = domain();
  return { ...bare, ...changes };
};

export const userProfile = (changes: Partial<UserProfile> = {}): UserProfile => ({
  arn: sagemakerArn(`user-profile/${DOMAIN}/ana`),
  name: 'ana',
  status: 'InService',
  ...changes,
});

export const space = (changes: Partial<Space> = {}): Space => ({
  arn: sagemakerArn(`space/${DOMAIN}/team`),
  name: 'team',
  status: 'InService',
  sharing: 'Shared',
  ...changes,
});

export const hubContent = (changes: Partial<HubContent> = {}): HubContent => ({
  arn: sagemakerArn('hub-content/team-models/Model/huggingface-llm-mistral-7b/1.0.0'),
  name: 'huggingface-llm-mistral-7b',
  version: '1.0.0',
  status: 'Available',
  ...changes,
});

export const versions = (...listed: readonly string[]): JumpStartVersions => ({
  modelId: 'huggingface-llm-mistral-7b',
  versions: listed.map((version) => ({ version, specKey: `community_models/${version}.json` })),
  nearest: [],
});

export const spec = (changes: Partial<JumpStartSpec> = {}): JumpStartSpec => ({
  modelId: 'huggingface-llm-mistral-7b',
  version: '2.10.0',
  deprecated: false,
  trainingSupported: true,
  hosting: { isPrefix: false, supportedInstanceTypes: ['ml.g5.2xlarge'] },
  training: { isPrefix: false, supportedInstanceTypes: ['ml.g5.12xlarge'] },
  hostingIsolation: true,
  trainingIsolation: true,
  gated: false,
  repackaged: false,
  ...changes,
});

const PLAN: JumpStartPlan = {
  version: '2.10.0',
  deprecated: false,
  gated: false,
  buckets: [],
  supportedInstanceTypes: ['ml.g5.2xlarge', 'ml.g5.12xlarge'],
  repackaged: false,
};

/** A model to host whose specification says otherwise than usual. */
export const specified = (plan: Partial<JumpStartPlan> = {}, changes: Partial<JumpStartModelTarget> = {}): JumpStartModelTarget =>
  jumpStart({ spec: { ...PLAN, ...plan }, ...changes });

/** A model to host, as a user of Studio. */
export const fromStudio = (studio: Partial<NonNullable<JumpStartModelTarget['studio']>> = {}): JumpStartModelTarget =>
  jumpStart({ studio: { domainId: DOMAIN, ...studio } });

/** Without the role that the plan names. */
export const withoutRole = ({ executionRoleArn: _, ...target }: JumpStartModelTarget): JumpStartModelTarget => target;

/** Where packed and uncompressed models of AWS's own lie. */
export const CONTENT = `s3://jumpstart-cache-prod-${REGION}/models/model.tar.gz`;
export const CONTENT_PREFIX = `s3://jumpstart-private-cache-prod-${REGION}/models/files/`;

/** A model whose files lie below a prefix. */
export const below = (s3Uri: string, changes: Partial<JumpStartModelTarget> = {}): JumpStartModelTarget =>
  jumpStart({ modelDataSource: { s3Uri, s3DataType: 'S3Prefix', compressionType: 'None' }, ...changes });

export const prefix = (changes: Partial<S3Prefix> = {}): S3Prefix => ({
  objects: 4,
  truncated: false,
  isObject: false,
  emptyFolders: [],
  clashes: [],
  ...changes,
});

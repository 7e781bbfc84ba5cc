import { describe, expect, test } from '@jest/globals';
import { factsOf } from '../../../src/engine/facts.ts';
import type { AnyFactRequest, Fact, FactKind, FactParams } from '../../../src/model/fact.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { JumpStartSpec } from '../../../src/model/facts/jumpstart.ts';
import type { Domain, Space, UserProfile } from '../../../src/model/facts/sagemaker.ts';
import type { JumpStartModelTarget, StudioIdentity } from '../../../src/model/target.ts';
import { completed, completionRequests, isOpen, missingThings } from '../../../src/targets/resolve/index.ts';
import { ACCOUNT, DEPLOYER, REGION, ROLE } from '../../support/targets.ts';

const MODEL = 'huggingface-llm-mistral-7b';
const BUCKET = `jumpstart-cache-prod-${REGION}`;
const plan: JumpStartModelTarget = {
  scenario: 'jumpstart-model',
  use: 'hosting',
  name: 'mistral',
  account: ACCOUNT,
  region: REGION,
  deployer: DEPLOYER,
  executionRoleArn: ROLE,
  modelId: MODEL,
};
const training: JumpStartModelTarget = { ...plan, use: 'training', trainingJob: {} };

const spec = (changes: Partial<JumpStartSpec> = {}): JumpStartSpec => ({
  modelId: MODEL,
  version: '2.1.0',
  deprecated: false,
  trainingSupported: true,
  hosting: {
    image: 'r/serve:1',
    artifact: `s3://${BUCKET}/mistral/infer.tar.gz`,
    isPrefix: false,
    defaultInstanceType: 'ml.g5.2xlarge',
    supportedInstanceTypes: ['ml.g5.2xlarge', 'ml.inf2.xlarge'],
    otherwise: [{ instanceType: 'ml.inf2.xlarge', image: 'r/neuron:1' }],
  },
  training: {
    image: 'r/train:1',
    artifact: `s3://${BUCKET}/mistral/train.tar.gz`,
    isPrefix: false,
    defaultInstanceType: 'ml.g5.12xlarge',
    supportedInstanceTypes: ['ml.g5.12xlarge'],
  },
  hostingIsolation: true,
  trainingIsolation: false,
  gated: false,
  repackaged: false,
  ...changes,
});

const saved = <K extends FactKind>(kind: K, params: FactParams<K>, fact: Fact<K>) => ({
  kind,
  params: params as Readonly<Record<string, unknown>>,
  fact: fact as Fact,
});
const REFUSED = unknown('access-denied', 'refused', { actions: ['s3:GetObject'] });

const knowing = (known: Fact<'jumpstart.spec'> = present(spec()), version = '*') =>
  factsOf([saved('jumpstart.spec', { bucket: BUCKET, region: REGION, modelId: MODEL, version }, known)], 'test');

const kinds = (requests: readonly AnyFactRequest[]) => requests.map(({ kind }) => kind);

describe('a JumpStart model by its id', () => {
  test('asks for its versions and its specification, in the Region’s own bucket', () => {
    expect(completionRequests(plan)).toEqual([
      { kind: 'jumpstart.versions', params: { bucket: BUCKET, region: REGION, modelId: MODEL } },
      { kind: 'jumpstart.spec', params: { bucket: BUCKET, region: REGION, modelId: MODEL, version: '*' } },
    ]);
    expect(completionRequests({ ...plan, region: 'cn-north-1', modelVersion: '1.0.0' })[1]?.params).toMatchObject({
      bucket: 'jumpstart-cache-prod-cn-north-1',
      version: '1.0.0',
    });
    expect(isOpen(plan)).toBe(true);
  });
  test('to host has image, artifact, default instance type and isolation, and says what was chosen', () => {
    expect(completed(plan, knowing())).toEqual({
      ...plan,
      image: 'r/serve:1',
      modelDataUrl: `s3://${BUCKET}/mistral/infer.tar.gz`,
      instanceType: 'ml.g5.2xlarge',
      enableNetworkIsolation: true,
      spec: {
        version: '2.1.0',
        deprecated: false,
        gated: false,
        buckets: [],
        supportedInstanceTypes: ['ml.g5.2xlarge', 'ml.inf2.xlarge'],
        repackaged: false,
      },
      completed: [`${MODEL} 2.1.0 is the newest version in ${REGION} that is not deprecated`, `the instance type ml.g5.2xlarge is the default of ${MODEL}`],
    });
  });
  test('to train has those of training, and its instance type beside what the job says', () => {
    const job = { ...training, trainingJob: { inputs: ['s3://in/a'], resourceConfig: { volumeSizeInGB: 9 } } };
    expect(completed(job, knowing())).toMatchObject({
      image: 'r/train:1',
      modelDataUrl: `s3://${BUCKET}/mistral/train.tar.gz`,
      enableNetworkIsolation: false,
      trainingJob: { inputs: ['s3://in/a'], resourceConfig: { volumeSizeInGB: 9, instanceType: 'ml.g5.12xlarge' } },
      completed: [expect.stringContaining('newest'), expect.stringContaining('ml.g5.12xlarge is the default')],
    });
    expect(completed(job, knowing())).not.toHaveProperty('instanceType');
  });
  test('keeps its own words', () => {
    const own = { image: 'own/i:1', instanceType: 'ml.p4d.24xlarge', enableNetworkIsolation: false, modelDataUrl: 's3://own/m.tar.gz' };
    expect(completed({ ...plan, ...own }, knowing())).toMatchObject(own);
    const { trainingJob } = completed({ ...training, trainingJob: { resourceConfig: { instanceType: 'ml.p3.2xlarge' } } }, knowing());
    expect(trainingJob).toEqual({ resourceConfig: { instanceType: 'ml.p3.2xlarge' } });
  });
  test('on an instance type that takes another image has that one, and no artifact where there is none', () => {
    const target = completed({ ...plan, instanceType: 'ml.inf2.xlarge' }, knowing());
    expect(target).toMatchObject({ image: 'r/neuron:1', instanceType: 'ml.inf2.xlarge' });
    expect(target).not.toHaveProperty('modelDataUrl');
  });
  test('that lies uncompressed under a prefix, gated, has a source with its licence, and names the bucket', () => {
    const hosting = { isPrefix: true, artifact: `s3://jumpstart-private-cache-prod-${REGION}/llama/`, supportedInstanceTypes: [] };
    const target = completed({ ...plan, acceptEula: true }, knowing(present(spec({ gated: true, hosting }))));
    expect(target).toMatchObject({
      modelDataSource: { s3Uri: hosting.artifact, s3DataType: 'S3Prefix', compressionType: 'None', acceptEula: true },
      spec: { gated: true, buckets: [`jumpstart-private-cache-prod-${REGION}`] },
    });
    expect(target).not.toHaveProperty('modelDataUrl');
  });
  test.each([
    ['2.1.0', spec(), []],
    ['2.*', spec(), [`${MODEL} 2.1.0 is the version that 2.* means`]],
    ['*', spec({ deprecated: true }), [`${MODEL} 2.1.0 is the newest version in ${REGION}, deprecated as those before it`]],
  ])('in version %s says which one is meant', (modelVersion, known, says) => {
    const target = completed({ ...plan, instanceType: 'ml.g5.2xlarge', modelVersion }, knowing(present(known), modelVersion));
    expect(target.completed ?? []).toEqual(says);
  });
  test('is the same when it is completed twice', () => {
    for (const target of [plan, training, { ...plan, hub: 'mine' }])
      for (const facts of [knowing(), knowing(REFUSED), knowing(absent)]) {
        const once = completed(target, facts);
        expect(completed(once, facts)).toEqual(once);
      }
  });
});

describe('a specification that could not be read', () => {
  test('leaves open what it would say, with its reason', () => {
    const { unresolved = {}, ...rest } = completed(plan, knowing(REFUSED));
    expect(rest).toEqual(plan);
    expect(Object.keys(unresolved).toSorted()).toEqual(['enableNetworkIsolation', 'image', 'instanceType', 'modelDataSource', 'modelDataUrl', 'spec']);
    expect(new Set(Object.values(unresolved))).toEqual(new Set([REFUSED]));
  });
  const TYPE = 'trainingJob.resourceConfig.instanceType';
  test('leaves open the training job that names no instance type, and no other', () => {
    expect(completed(training, knowing(REFUSED)).unresolved).toMatchObject({ [TYPE]: REFUSED, image: REFUSED });
    const sized = { ...training, trainingJob: { resourceConfig: { instanceType: 'ml.p3.2xlarge' } } };
    expect(completed(sized, knowing(REFUSED)).unresolved).not.toHaveProperty([TYPE]);
  });
  test('because the model lies in a private hub is not asked for, and says what to name; where the hub lacks the model nothing is open', () => {
    const target = { ...plan, hub: 'team-models' };
    expect(completionRequests(target)).toMatchObject([{ kind: 'sagemaker.hubContent', params: { hubName: 'team-models' } }]);
    const inHub = { hubName: 'team-models', modelId: MODEL, region: REGION };
    expect(completed(target, factsOf([saved('sagemaker.hubContent', inHub, absent)], 'test'))).not.toHaveProperty('unresolved');
    expect(completed(target, knowing()).unresolved?.['image']).toMatchObject({ reason: 'unsupported', message: expect.stringContaining('name image') });
    expect(completionRequests({ ...plan, hub: `arn:aws:sagemaker:${REGION}:aws:hub/SageMakerPublicHub` })).toHaveLength(2);
  });
  test('because there is none is for a rule to say, and stops nothing', () => {
    expect(completed(plan, knowing(absent))).toEqual(plan);
    expect(missingThings([plan], knowing(absent))).toEqual([]);
    const { training: _, ...hostingOnly } = spec();
    expect(completed(training, knowing(present(hostingOnly)))).toEqual(training);
  });
});

const domain = (changes: Partial<Domain> = {}): Domain => ({ arn: 'a', id: 'd-1', status: 'InService', executionRoleArn: `${ROLE}OfDomain`, ...changes });
const profile = (changes: Partial<UserProfile> = {}): UserProfile => ({ arn: 'a', name: 'ana', status: 'InService', ...changes });
const space = (changes: Partial<Space> = {}): Space => ({ arn: 'a', name: 'team', status: 'InService', sharing: 'Private', owner: 'ana', ...changes });

interface Studio {
  readonly domain?: Fact<'sagemaker.domain'>;
  readonly profile?: Fact<'sagemaker.userProfile'>;
  readonly space?: Fact<'sagemaker.space'>;
}

const inStudio = (known: Studio) => {
  const params = { domainId: 'd-1', region: REGION };
  return factsOf(
    [
      saved('sagemaker.domain', params, known.domain ?? present(domain())),
      saved('sagemaker.userProfile', { ...params, userProfileName: 'ana' }, known.profile ?? present(profile())),
      saved('sagemaker.space', { ...params, spaceName: 'team' }, known.space ?? present(space())),
    ],
    'test',
  );
};

const passing = (studio: StudioIdentity): JumpStartModelTarget => {
  const { executionRoleArn: _, modelId: __, ...rest } = plan;
  return { ...rest, image: 'r/i:1', studio };
};
const byDomain = passing({ domainId: 'd-1' });
const byProfile = passing({ domainId: 'd-1', userProfileName: 'ana' });
const bySpace = passing({ domainId: 'd-1', spaceName: 'team' });

describe('a target that passes no role', () => {
  test('asks Studio; one that does pass a role does not', () => {
    expect(kinds(completionRequests(byDomain))).toEqual(['sagemaker.domain']);
    expect(kinds(completionRequests(byProfile))).toEqual(['sagemaker.domain', 'sagemaker.userProfile']);
    expect(kinds(completionRequests(bySpace))).toEqual(['sagemaker.domain', 'sagemaker.space', 'sagemaker.userProfile']);
    expect(completionRequests({ ...byProfile, executionRoleArn: ROLE })).toEqual([]);
  });
  test.each<readonly [string, JumpStartModelTarget, Studio, string, string]>([
    ['the domain', byDomain, {}, `${ROLE}OfDomain`, 'is the default of the domain d-1'],
    ['the user profile', byProfile, { profile: present(profile({ executionRoleArn: ROLE })) }, ROLE, 'is that of the user profile ana in the domain d-1'],
    ['the domain, where the profile has none', byProfile, {}, `${ROLE}OfDomain`, 'is the default of the domain d-1'],
    ['the owner of a private space', bySpace, { profile: present(profile({ executionRoleArn: ROLE })) }, ROLE, 'user profile ana'],
    ['the domain, where the owner has none', bySpace, {}, `${ROLE}OfDomain`, 'default of the domain'],
    [
      'shared spaces',
      bySpace,
      {
        space: present({ arn: 'a', name: 'team', status: 'InService', sharing: 'Shared' }),
        domain: present(domain({ spaceExecutionRoleArn: `${ROLE}OfSpaces` })),
      },
      `${ROLE}OfSpaces`,
      'is that of shared spaces, such as team, in the domain d-1',
    ],
  ])('passes that of %s, and says so', (_, target, known, executionRoleArn, words) => {
    const facts = inStudio(known);
    const whole = completed(target, facts);
    expect(whole).toEqual({ ...target, executionRoleArn, completed: [expect.stringContaining(words)] });
    expect(completed(whole, facts)).toEqual(whole);
  });
  test.each<readonly [string, JumpStartModelTarget, Studio]>([
    ['domain', byDomain, { domain: REFUSED }],
    ['user profile', byProfile, { profile: REFUSED }],
    ['domain behind a profile without role', byProfile, { domain: REFUSED }],
    ['space', bySpace, { space: REFUSED }],
    ['owner of a space', bySpace, { profile: REFUSED }],
    ['domain of a shared space', bySpace, { space: present(space({ sharing: 'Shared' })), domain: REFUSED }],
  ])('leaves the role open where the %s could not be read', (_, target, known) => {
    const { unresolved, ...rest } = completed(target, inStudio(known));
    expect(rest).toEqual(target);
    expect(unresolved).toEqual({ executionRoleArn: REFUSED });
  });
  test.each<readonly [string, JumpStartModelTarget, Studio]>([
    ['domain', byDomain, { domain: absent }],
    ['user profile', byProfile, { profile: absent }],
    ['space', bySpace, { space: absent }],
  ])('stays as it is where the %s does not exist: a rule says so', (_, target, known) => {
    expect(completed(target, inStudio(known))).toEqual(target);
  });
  test('stays as it is where a domain has no role to pass: a rule says so', () => {
    const { executionRoleArn: _, ...none } = domain();
    expect(completed(byDomain, inStudio({ domain: present(none) }))).toEqual(byDomain);
    const shared = { space: present(space({ sharing: 'Shared' })) };
    expect(completed(bySpace, inStudio(shared))).toEqual(bySpace);
  });
});

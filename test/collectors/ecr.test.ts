import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leadOf } from '../../src/collectors/ecr/manifest.ts';
import { COLLECTORS } from '../../src/collectors/index.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { FactKind, Reading } from '../../src/model/fact.ts';
import { absent, present, unknown } from '../../src/model/fact.ts';
import type { Answers } from './fake-session.ts';
import { ACCOUNT, refused, sessionAnswering } from './fake-session.ts';

const REGION = 'cn-north-1';
const ARN = `arn:aws-cn:ecr:${REGION}:${ACCOUNT}:repository/team/churn`;
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const repository = { account: ACCOUNT, region: REGION, repository: 'team/churn' };
const image = { ...repository, reference: 'tag:1.4' };
const read = (kind: FactKind, params: object, answers: Answers) => readerOf(sessionAnswering(answers))(kind, params as Readonly<Record<string, unknown>>);

describe('ecr.repository and its policy', () => {
  test('keeps its declared fields', async () => {
    const answer = present({
      repositoryArn: ARN,
      repositoryName: 'team/churn',
      registryId: ACCOUNT,
      imageTagMutability: 'IMMUTABLE',
      repositoryUri: 'MARKER',
    });
    expect(await read('ecr.repository', repository, { 'ecr:DescribeRepositories': () => answer })).toEqual(
      present({ arn: ARN, name: 'team/churn', account: ACCOUNT, tagMutability: 'IMMUTABLE' }),
    );
  });
  test('a policy carries its repository, in the right partition', async () => {
    expect(await read('ecr.repositoryPolicy', repository, { 'ecr:GetRepositoryPolicy': () => present('{}') })).toEqual(
      present({ kind: 'repository', name: 'team/churn', arn: ARN, text: '{}' }),
    );
    expect(await read('ecr.repositoryPolicy', repository, { 'ecr:GetRepositoryPolicy': () => absent })).toEqual(absent);
  });
  test('permissions name the repository, whatever account the target is in', () => {
    const context = { partition: 'aws-cn', account: '999999999999' };
    expect(COLLECTORS['ecr.repository'].permissions(repository, context)).toEqual([{ action: 'ecr:DescribeRepositories', resources: [ARN] }]);
    expect(COLLECTORS['ecr.image'].permissions({ ...image, repository: undefined }, context)).toEqual([
      { action: 'ecr:DescribeImages', resources: [`arn:aws-cn:ecr:${REGION}:${ACCOUNT}:repository/*`], because: expect.any(String) },
    ]);
  });
});

describe('ecr.image', () => {
  const detail = { imageDigest: digest('a'), imageManifestMediaType: 'application/x', imageSizeInBytes: 7, imageStatus: 'ACTIVE', imageTags: ['MARKER'] };
  const answering = (plain: Reading<unknown>, any: Reading<unknown>): Answers => ({
    'ecr:DescribeImages': ({ status }) => (status === 'ANY' ? any : plain),
  });

  test('keeps its declared fields, and one that is found is asked for once', async () => {
    const session = sessionAnswering(answering(present(detail), absent));
    expect(await readerOf(session)('ecr.image', image)).toEqual(present({ digest: digest('a'), mediaType: 'application/x', size: 7, status: 'ACTIVE' }));
    expect(session.asked).toHaveLength(1);
  });
  test.each([
    ['named as missing', absent],
    ['left out', present(undefined)],
  ])('an archived image that is at first %s is found among those of any status', async (_, plain) => {
    const archived = present({ imageDigest: digest('a'), imageStatus: 'ARCHIVED' });
    expect(await read('ecr.image', image, answering(plain, archived))).toEqual(present({ digest: digest('a'), status: 'ARCHIVED' }));
  });
  test('what is missing among all is absent', async () => {
    expect(await read('ecr.image', image, answering(absent, absent))).toEqual(absent);
    expect(await read('ecr.image', image, answering(absent, present(undefined)))).toEqual(absent);
  });
  test('a refusal is unknown, and not asked again', async () => {
    expect(await read('ecr.image', image, answering(refused('ecr:DescribeImages'), absent))).toEqual(refused('ecr:DescribeImages'));
    const failed = unknown('failed', 'no');
    expect(await read('ecr.image', image, answering(absent, failed))).toEqual(failed);
  });
});

describe('leadOf', () => {
  const member = (letter: string, os: string, architecture: string) => ({ digest: digest(letter), platform: { os, architecture } });
  test.each([
    ['a manifest', { config: { digest: digest('c') } }, { kind: 'configuration', digest: digest('c') }],
    ['an index with amd64', { manifests: [member('a', 'linux', 'arm64'), member('b', 'linux', 'amd64')] }, { kind: 'member', digest: digest('b') }],
    ['an index without', { manifests: [member('f', 'unknown', 'unknown'), member('a', 'linux', 'arm64')] }, { kind: 'member', digest: digest('a') }],
    ['an index that tells no platforms', { manifests: [{ digest: digest('a') }, { digest: digest('b') }] }, { kind: 'member', digest: digest('a') }],
    ['an empty index', { manifests: [] }, { kind: 'none' }],
    ['a digest that is none', { config: { digest: '../../x' } }, { kind: 'none' }],
    ['an old manifest', { schemaVersion: 1, architecture: 'amd64', fsLayers: [] }, { kind: 'none' }],
  ])('%s', (_, manifest, lead) => {
    expect(leadOf(JSON.stringify(manifest))).toEqual(lead);
  });
  test('never throws, whatever a registry holds', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => expect(['configuration', 'member', 'none']).toContain(leadOf(text).kind)));
  });
});

describe('ecr.imagePlatform', () => {
  const manifest = (content: object) => present({ manifest: JSON.stringify(content) });
  const plain = manifest({ config: { digest: digest('c') } });
  const index = manifest({ manifests: [{ digest: digest('b'), platform: { os: 'linux', architecture: 'amd64' } }] });
  const amd64 = present({ architecture: 'amd64', os: 'linux' });
  const answering = (byReference: Readonly<Record<string, Reading<unknown>>>, platform: Reading<unknown> = amd64): Answers => ({
    'ecr:BatchGetImage': ({ reference }) => byReference[reference as string] ?? absent,
    'ecr:GetDownloadUrlForLayer': ({ digest: asked }) => (asked === digest('c') ? platform : absent),
  });
  const platformOf = (answers: Answers) => read('ecr.imagePlatform', image, answers);

  test('comes from the configuration', async () => expect(await platformOf(answering({ 'tag:1.4': plain }))).toEqual(amd64));
  test('of an index comes from its member', async () => expect(await platformOf(answering({ 'tag:1.4': index, [digest('b')]: plain }))).toEqual(amd64));
  test.each([
    ['no repository', absent],
    ['no image', present({ withheld: 'ImageNotFound' })],
  ])('%s is absent', async (_, answer) => expect(await platformOf(answering({ 'tag:1.4': answer }))).toEqual(absent));
  test.each<[string, Answers, object]>([
    [
      'a manifest that is withheld',
      answering({ 'tag:1.4': present({ withheld: 'KmsError' }) }),
      { reason: 'failed', message: expect.stringContaining('KmsError') },
    ],
    ['an index in an index', answering({ 'tag:1.4': index, [digest('b')]: index }), { reason: 'unsupported' }],
    ['an index whose member is gone', answering({ 'tag:1.4': index, [digest('b')]: present({ withheld: 'ImageNotFound' }) }), { reason: 'unsupported' }],
    ['what is no image', answering({ 'tag:1.4': manifest({}) }), { reason: 'unsupported' }],
    ['a configuration without platform', answering({ 'tag:1.4': plain }, present({ architecture: 'amd64', os: 7 })), { reason: 'unsupported' }],
    ['a blob that could not be fetched', answering({ 'tag:1.4': plain }, unknown('failed', 'no')), { reason: 'failed' }],
    ['a refusal', answering({ 'tag:1.4': refused('ecr:BatchGetImage') }), refused('ecr:BatchGetImage')],
  ])('%s is unknown', async (_, answers, expected) => expect(await platformOf(answers)).toMatchObject({ state: 'unknown', ...expected }));
});

import { describe, expect, test } from '@jest/globals';
import { batchGetImage, describeImages, describeRepositories, getPlatform, getRepositoryPolicy } from '../../src/aws/operations/ecr.ts';
import type { Session } from '../../src/aws/session.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Play } from './playing.ts';
import { answer, jsonError, playing } from './playing.ts';

const REGION = 'eu-west-1';
const { asking, requests, endpoint } = playing();
const repository = { account: '999999999999', repository: 'team/churn' };
const DIGEST = `sha256:${'a'.repeat(64)}`;
const image = { ...repository, reference: 'tag:1.4' };

describe('repositories and images', () => {
  const one = (session: Session) => session.call(describeRepositories, REGION, repository);
  const policy = (session: Session) => session.call(getRepositoryPolicy, REGION, repository);
  const described = (session: Session) => session.call(describeImages, REGION, image);
  const sent = () => JSON.parse(requests[0]?.body ?? '{}') as unknown;

  test('a repository is asked for in its own registry', async () => {
    const body = JSON.stringify({ repositories: [{ repositoryName: 'team/churn' }] });
    expect(await asking(answer(200, body), one)).toMatchObject({ state: 'present', value: { repositoryName: 'team/churn' } });
    expect(sent()).toEqual({ registryId: '999999999999', repositoryNames: ['team/churn'] });
  });
  test('ECR knows no such repository', async () => {
    for (const ask of [one, policy, described] as readonly (typeof one)[])
      expect(await asking(answer(400, jsonError('RepositoryNotFoundException')), ask)).toEqual(absent);
  });
  test('a repository without policy', async () => expect(await asking(answer(400, jsonError('RepositoryPolicyNotFoundException')), policy)).toEqual(absent));
  test('a refused policy', async () =>
    expect(await asking(answer(400, jsonError('AccessDeniedException')), policy)).toMatchObject({
      reason: 'access-denied',
      actions: ['ecr:GetRepositoryPolicy'],
    }));
  test('an empty list of repositories is no answer', async () =>
    expect(await asking(answer(200, '{"repositories":[]}'), one)).toMatchObject({ reason: 'failed' }));
  test('an image is asked for by its tag, or by its digest', async () => {
    expect(await asking(answer(400, jsonError('ImageNotFoundException')), described)).toEqual(absent);
    expect(sent()).toMatchObject({ imageIds: [{ imageTag: '1.4' }] });
    await asking(answer(200, '{"imageDetails":[]}'), (session) => session.call(describeImages, REGION, { ...image, reference: DIGEST, status: 'ANY' }));
    expect(sent()).toMatchObject({ imageIds: [{ imageDigest: DIGEST }], filter: { imageStatus: 'ANY' } });
  });
  test('a manifest, or with what code it is withheld', async () => {
    const manifest = (session: Session) => session.call(batchGetImage, REGION, image);
    expect(await asking(answer(200, '{"images":[{"imageManifest":"{}"}],"failures":[]}'), manifest)).toEqual(present({ manifest: '{}' }));
    expect(await asking(answer(200, '{"images":[],"failures":[{"failureCode":"KmsError"}]}'), manifest)).toEqual(present({ withheld: 'KmsError' }));
    expect(await asking(answer(200, '{}'), manifest)).toMatchObject({ reason: 'failed' });
  });
});

describe('the configuration of an image', () => {
  const SECRET = 'X-Amz-Signature=5ec4e7';
  const platform = (session: Session) => session.call(getPlatform, REGION, { ...repository, digest: DIGEST });
  const layer =
    (download: Play, address = () => `${endpoint()}/layer?${SECRET}`): Play =>
    (request, response, body) =>
      request.method === 'GET' ? download(request, response, body) : void response.end(JSON.stringify({ downloadUrl: address() }));

  test('names the platform, and all else is forgotten', async () => {
    const config = JSON.stringify({ architecture: 'arm64', os: 'linux', config: { Env: ['TOKEN=MARKER'] } });
    expect(await asking(layer(answer(200, config)), platform)).toEqual(present({ architecture: 'arm64', os: 'linux' }));
    expect(requests.map(({ url }) => url)).toEqual(['/', `/layer?${SECRET}`]);
  });
  test.each(['{"TOKEN":"MARKER"', '"text"', 'null', '[]', ''])('%s names none', async (text) => {
    expect(await asking(layer(answer(200, text)), platform)).toEqual(present({}));
  });
  test.each<[string, Play]>([
    ['a refusal', answer(403, 'MARKER')],
    ['a redirect', answer(302, '', { location: 'http://127.0.0.1:1/' })],
    ['a reset', (request) => request.socket.destroy()],
    ['too much', answer(200, `"${'MARKER'.repeat(200_000)}"`)],
    ['an end too early', (request, response) => void response.writeHead(200, { 'content-length': '9' }).write('{', () => request.socket.destroy())],
  ])('%s is unknown, and the message does not quote the address', async (_, download) => {
    const reading = await asking(layer(download), platform);
    expect(reading).toMatchObject({ state: 'unknown', reason: 'failed', message: expect.stringContaining(DIGEST) });
    expect(JSON.stringify(reading)).not.toMatch(/X-Amz|\/layer|MARKER/);
  });
  test.each([`http://example.com/layer?${SECRET}`, `no address ${SECRET}`, `file:///layer?${SECRET}`])('%s is not fetched', async (address) => {
    const reading = await asking(
      layer(answer(200), () => address),
      platform,
    );
    expect(reading).toMatchObject({ state: 'unknown', reason: 'failed', message: expect.stringContaining('not one of HTTPS') });
    expect(JSON.stringify(reading)).not.toContain('X-Amz');
    expect(requests).toHaveLength(1);
  });
  test('an address where nobody answers cannot be reached', async () => {
    const reading = await asking(
      layer(answer(200), () => `https://127.0.0.1:59999/layer?${SECRET}`),
      platform,
    );
    expect(reading).toMatchObject({ state: 'unknown', reason: 'unreachable' });
    expect(JSON.stringify(reading)).not.toContain('X-Amz');
  });
});

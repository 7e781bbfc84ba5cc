import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Fact, FactKind, FactParams } from '../../src/model/fact.ts';
import { absent, present } from '../../src/model/fact.ts';
import { adminClients } from '../support/clients.ts';
import { createJumpStart, jumpStartBucket, putManifest } from '../support/jumpstart.ts';
import type { Site } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';
import { openAt, readAt, readOver } from './read-facts.ts';

jest.setTimeout(30_000);

// Collectors of JumpStart, over a bucket that plays the public one.
const REGION = 'eu-west-1';
const MEGABYTE = 1_048_576;
let stage: Stage;
let site: Site;

beforeAll(async () => {
  stage = await startStage();
  const place = { url: stage.proxy.url, account: stage.nextAccount(), region: REGION };
  site = { ...place, admin: await adminClients(place) };
}, 120_000);
afterEach(() => stage?.proxy.calm());
afterAll(() => stage?.stop());

const read = <K extends FactKind>(kind: K, params: FactParams<K>): Promise<Fact> => readAt(site, kind, params);

describe('JumpStart', () => {
  const params = (modelId: string, version = '*') => ({ bucket: jumpStartBucket(REGION), region: REGION, modelId, version });
  const spec = (modelId: string, version?: string) => read('jumpstart.spec', params(modelId, version));

  test('no bucket: absent', async () => {
    expect(await read('jumpstart.versions', { bucket: 'jumpstart-cache-prod-nowhere', region: REGION, modelId: 'm' })).toEqual(absent);
  });
  test('versions, newest first, and near misses', async () => {
    await createJumpStart(site, [
      { modelId: 'huggingface-llm-mistral-7b', version: '2.9.0' },
      { modelId: 'huggingface-llm-mistral-7b', version: '2.10.0' },
      { modelId: 'huggingface-llm-mistral-7b', version: '2.11.0', spec: { deprecated: true } },
      { modelId: 'meta-textgeneration-llama-3-8b', version: '1.0.0', spec: { gated_bucket: true, hosting_eula_key: 'eula/llama.txt' } },
    ]);
    stage.proxy.forget();
    const session = openAt(site);
    const versions = (modelId: string) => readOver(session, 'jumpstart.versions', { bucket: jumpStartBucket(REGION), region: REGION, modelId });
    expect(await versions('huggingface-llm-mistral-7b')).toMatchObject(
      present({ versions: [{ version: '2.11.0' }, { version: '2.10.0', minimumSdk: '2.189.0' }, { version: '2.9.0' }], nearest: [] }),
    );
    expect(await versions('huggingface-llm-mistal-7b')).toMatchObject(present({ versions: [], nearest: ['huggingface-llm-mistral-7b'] }));
    expect(await versions('llama')).toMatchObject(present({ versions: [], nearest: ['meta-textgeneration-llama-3-8b'] }));
    await session.close();
    expect(stage.proxy.calls(site.account).map(({ input }) => input['Key'])).toEqual(['models_manifest.json']);
  });
  test('the newest that is not deprecated, or the one that is named', async () => {
    const image = `763104351884.dkr.ecr.${REGION}.amazonaws.com/huggingface-pytorch-tgi-inference:2.1`;
    const artifact = `s3://${jumpStartBucket(REGION)}/huggingface-infer/prepack/v1.0.0/infer-prepack-huggingface-llm-mistral-7b.tar.gz`;
    stage.proxy.forget();
    expect(await spec('huggingface-llm-mistral-7b')).toMatchObject(
      present({
        version: '2.10.0',
        deprecated: false,
        gated: false,
        repackaged: false,
        hostingIsolation: true,
        hosting: {
          image: `${image}-gpu`,
          artifact,
          isPrefix: false,
          defaultInstanceType: 'ml.g5.2xlarge',
          otherwise: [{ instanceType: 'ml.m5.xlarge', image: `${image}-cpu`, artifact }],
        },
      }),
    );
    expect(stage.proxy.calls(site.account)).toHaveLength(3);
    expect(await spec('huggingface-llm-mistral-7b', '2.11.0')).toMatchObject(present({ version: '2.11.0', deprecated: true }));
    expect(await spec('huggingface-llm-mistral-7b', '3.*')).toEqual(absent);
    expect(await spec('none')).toEqual(absent);
  });
  test('a gated model lies in the private bucket', async () => {
    expect(await spec('meta-textgeneration-llama-3-8b')).toMatchObject(
      present({ gated: true, hosting: { artifact: expect.stringMatching(`^s3://jumpstart-private-cache-prod-${REGION}/`) } }),
    );
  });
  test.each([
    ['no JSON', 'MARKER, not JSON', /not JSON/],
    ['no list', '{"models":"MARKER"}', /no list of models/],
  ])('a manifest that is %s is unknown, and is not quoted', async (_, text, words) => {
    await putManifest(site, text);
    const fact = await spec('huggingface-llm-mistral-7b');
    expect(fact).toMatchObject({ state: 'unknown', reason: 'failed', message: expect.stringMatching(words) });
    expect(JSON.stringify(fact)).not.toContain('MARKER');
  });
  test('one that is larger than 50 MB is not read', async () => {
    await putManifest(site, `["${'x'.repeat(51 * MEGABYTE)}"]`);
    expect(await spec('huggingface-llm-mistral-7b')).toMatchObject({ state: 'unknown', reason: 'failed', message: expect.stringMatching(/larger than 50 MB/) });
  });
  test('refused is unknown, never absent', async () => {
    stage.proxy.refuse(['s3:GetObject']);
    expect(await spec('huggingface-llm-mistral-7b')).toMatchObject({ state: 'unknown', reason: 'access-denied', actions: ['s3:GetObject'] });
  });
});

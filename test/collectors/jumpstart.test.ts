import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ListedVersion } from '../../src/aws/operations/jumpstart.ts';
import { specificationOf } from '../../src/collectors/jumpstart/specification.ts';
import { matchingVersions, versionsOf } from '../../src/collectors/jumpstart/versions-of.ts';
import { readerOf } from '../../src/collectors/read.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Answers } from './fake-session.ts';
import { refused, sessionAnswering } from './fake-session.ts';

const REGION = 'us-west-2';
const PLACE = { bucket: `jumpstart-cache-prod-${REGION}`, region: REGION, modelId: 'm', version: '1.0.0' };
const listed = (version: string, modelId = 'm'): ListedVersion => ({ modelId, version, specKey: `specs/${modelId}/${version}.json` });

describe('versions', () => {
  test('are ordered by number', () => {
    const manifest = ['1.2.0', '1.10.0', '2.0.0', '1.9.1', '1.2'].map((version) => listed(version));
    expect(versionsOf([...manifest, listed('9.9.9', 'other')], 'm').map(({ version }) => version)).toEqual(['2.0.0', '1.10.0', '1.9.1', '1.2.0', '1.2']);
  });
  test.each([
    ['*', ['2.0.0', '1.10.0', '1.1.0']],
    ['1.*', ['1.10.0', '1.1.0']],
    ['1.1.*', ['1.1.0']],
    ['1.1.0', ['1.1.0']],
    ['1.1', []],
  ])('%s means %j', (wanted, expected) => {
    const versions = versionsOf(
      ['1.1.0', '1.10.0', '2.0.0'].map((version) => listed(version)),
      'm',
    );
    expect(matchingVersions(versions, wanted).map(({ version }) => version)).toEqual(expected);
  });
});

describe('jumpstart.spec', () => {
  const manifest = present(['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map((version) => listed(version)));
  /** Both are GetObject: the manifest is asked for without a key. */
  const answering = (specOf: (key: unknown) => ReturnType<Answers[string]>): Answers => ({
    's3:GetObject': ({ part, key }) => (part === 'manifest' ? manifest : specOf(key)),
  });
  const read = (answers: Answers, version = '*') => {
    const session = sessionAnswering(answers);
    const { version: _, ...place } = PLACE;
    return { session, fact: readerOf(session)('jumpstart.spec', { ...place, version }) };
  };
  const deprecated = (versions: readonly string[]) => answering((key) => present({ deprecated: versions.some((version) => `${key}`.includes(version)) }));

  test('the newest that is not deprecated', async () => {
    const { session, fact } = read(deprecated(['1.3.0', '1.2.0']));
    expect(await fact).toMatchObject(present({ version: '1.1.0', deprecated: false }));
    expect(session.asked).toHaveLength(4);
  });
  test('where three are deprecated no more are read, and the newest says so', async () => {
    const { session, fact } = read(deprecated(['1.3.0', '1.2.0', '1.1.0', '1.0.0']));
    expect(await fact).toMatchObject(present({ version: '1.3.0', deprecated: true }));
    expect(session.asked).toHaveLength(4);
  });
  test('one that is named is read alone', async () => {
    const { session, fact } = read(deprecated(['1.2.0']), '1.2.0');
    expect(await fact).toMatchObject(present({ version: '1.2.0', deprecated: true }));
    expect(session.asked).toHaveLength(2);
  });
  test('no such version, no such file, and a refusal', async () => {
    expect(await read(deprecated([]), '7.0.0').fact).toEqual(absent);
    expect(
      await read(
        answering(() => absent),
        '1.0.0',
      ).fact,
    ).toEqual(absent);
    const refusal = refused('s3:GetObject');
    expect(await read(answering(() => refusal)).fact).toEqual(refusal);
    expect(await read({ 's3:GetObject': () => refusal }).fact).toEqual(refusal);
    expect(await read({ 's3:GetObject': () => absent }).fact).toEqual(absent);
  });
});

describe('a specification', () => {
  const image = `763104351884.dkr.ecr.${REGION}.amazonaws.com/tgi:2.1`;
  const variants = {
    regional_aliases: { [REGION]: { gpu: `${image}-gpu`, cpu: `${image}-cpu` }, 'eu-west-1': { gpu: 'elsewhere' } },
    variants: {
      g5: { regional_properties: { image_uri: '$gpu' } },
      m5: { regional_properties: { image_uri: '$cpu' }, properties: { artifact_key: 'cpu/model.tar.gz' } },
      'ml.g5.48xlarge': { properties: { prepacked_artifact_key: 'big/' } },
    },
  };
  const base = {
    default_inference_instance_type: 'ml.g5.2xlarge',
    supported_inference_instance_types: ['ml.g5.2xlarge', 'ml.m5.large'],
    hosting_artifact_key: 'infer/m.tar.gz',
    hosting_instance_type_variants: variants,
  };
  const hosting = { image: `${image}-gpu`, artifact: `s3://${PLACE.bucket}/infer/m.tar.gz`, isPrefix: false, defaultInstanceType: 'ml.g5.2xlarge' };

  test('with a script is repackaged; images and artifacts go by type, then by family', () => {
    expect(specificationOf(base, PLACE)).toEqual({
      modelId: 'm',
      version: '1.0.0',
      deprecated: false,
      trainingSupported: false,
      hosting: {
        ...hosting,
        supportedInstanceTypes: base.supported_inference_instance_types,
        otherwise: [{ instanceType: 'ml.m5.large', image: `${image}-cpu`, artifact: `s3://${PLACE.bucket}/cpu/model.tar.gz` }],
      },
      hostingIsolation: false,
      trainingIsolation: false,
      gated: false,
      repackaged: true,
    });
  });
  test('packed beforehand goes as it is, perhaps as a prefix', () => {
    const packed = { ...base, hosting_prepacked_artifact_key: 'prepack/m/', supported_inference_instance_types: ['ml.g5.2xlarge', 'ml.g5.48xlarge'] };
    expect(specificationOf(packed, PLACE)).toMatchObject({
      repackaged: false,
      hosting: {
        artifact: `s3://${PLACE.bucket}/prepack/m/`,
        isPrefix: true,
        otherwise: [{ instanceType: 'ml.g5.48xlarge', artifact: `s3://${PLACE.bucket}/big/` }],
      },
    });
    expect(specificationOf({ ...base, hosting_use_script_uri: false }, PLACE)).toMatchObject({ repackaged: false, hosting: { artifact: hosting.artifact } });
  });
  test('of a Region that it does not name has no image', () => {
    expect(specificationOf(base, { ...PLACE, region: 'eu-central-1' }).hosting).not.toHaveProperty('image');
    expect(
      specificationOf({ ...base, hosting_instance_type_variants: { variants: { g5: { regional_properties: { image_uri: 'no alias' } } } } }, PLACE).hosting,
    ).not.toHaveProperty('image');
  });
  test('of a gated model lies in the private bucket, and asks for a licence', () => {
    const gated = specificationOf({ ...base, gated_bucket: true }, PLACE);
    expect(gated).toMatchObject({ gated: true, hosting: { artifact: `s3://jumpstart-private-cache-prod-${REGION}/infer/m.tar.gz` } });
    expect(specificationOf({ ...base, gated_bucket: true }, { ...PLACE, bucket: 'mirror' }).hosting?.artifact).toBe(
      `s3://jumpstart-private-cache-prod-${REGION}/infer/m.tar.gz`,
    );
    expect(specificationOf({ ...base, hosting_eula_key: 'eula.txt' }, PLACE)).toMatchObject({ gated: true, hosting: { artifact: hosting.artifact } });
    expect(specificationOf({ ...base, hosting_eula_key: null }, PLACE).gated).toBe(false);
  });
  test('of a model package has no artifact, and is not repackaged', () => {
    const spec = specificationOf({ ...base, hosting_model_package_arns: { [REGION]: 'arn:aws:sagemaker:us-west-2:1:model-package/m' } }, PLACE);
    expect(spec.repackaged).toBe(false);
    expect(spec.hosting).not.toHaveProperty('artifact');
  });
  test('of training, only where it is supported; a gated model is trained from its package', () => {
    const training = {
      training_artifact_key: 'train/m.tar.gz',
      training_script_key: 'scripts/m.tar.gz',
      default_training_instance_type: 'ml.g5.12xlarge',
      training_enable_network_isolation: true,
    };
    expect(specificationOf({ ...base, ...training }, PLACE)).not.toHaveProperty('training');
    const trained = { ...base, ...training, training_supported: true, supported_training_instance_types: ['ml.g5.12xlarge'] };
    expect(specificationOf(trained, PLACE)).toMatchObject({
      trainingIsolation: true,
      training: {
        artifact: `s3://${PLACE.bucket}/train/m.tar.gz`,
        script: `s3://${PLACE.bucket}/scripts/m.tar.gz`,
        defaultInstanceType: 'ml.g5.12xlarge',
        supportedInstanceTypes: ['ml.g5.12xlarge'],
      },
    });
    const packages = { gated_bucket: true, training_model_package_artifact_uris: { [REGION]: 's3://packages/m.tar.gz' } };
    expect(specificationOf({ ...trained, ...packages }, PLACE).training?.artifact).toBe('s3://packages/m.tar.gz');
    expect(specificationOf({ ...trained, gated_bucket: true }, PLACE).training).not.toHaveProperty('artifact');
    const packed = { ...trained, gated_bucket: true, training_prepacked_script_key: 'prepack/m.tar.gz' };
    expect(specificationOf(packed, PLACE).training?.script).toBe(`s3://${PLACE.bucket}/prepack/m.tar.gz`);
  });
  test('with configurations is taken by the one that ranks first, which may not touch what is fixed', () => {
    const spec = {
      ...base,
      inference_configs: { tgi: { component_names: ['tgi'] }, lmi: { component_names: ['lmi', 'lmi-optimized'] } },
      inference_config_components: {
        tgi: { hosting_artifact_key: 'tgi/' },
        lmi: { hosting_artifact_key: 'lmi/', default_inference_instance_type: 'ml.g5.48xlarge', deprecated: true, gated_bucket: true },
        'lmi-optimized': { inference_enable_network_isolation: true, hosting_instance_type_variants: { regional_aliases: { [REGION]: { gpu: 'lmi-image' } } } },
      },
      inference_config_rankings: { overall: { description: 'd', rankings: ['lmi', 'tgi'] } },
    };
    expect(specificationOf(spec, PLACE)).toMatchObject({
      deprecated: false,
      gated: false,
      hostingIsolation: true,
      hosting: { artifact: `s3://${PLACE.bucket}/lmi/`, image: 'lmi-image', defaultInstanceType: 'ml.g5.48xlarge' },
    });
    const { inference_config_rankings: _, ...unranked } = spec;
    expect(specificationOf(unranked, PLACE).hosting?.artifact).toBe(`s3://${PLACE.bucket}/lmi/`);
    expect(specificationOf({ ...unranked, inference_configs: { tgi: spec.inference_configs.tgi } }, PLACE).hosting?.artifact).toBe(`s3://${PLACE.bucket}/tgi/`);
  });
  test('of whatever kind is read without a throw, and hosts nothing where it says nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(base), 'gated_bucket', 'training_supported', 'inference_configs'), fc.jsonValue()), (odd) => {
        const spec = specificationOf(odd as Readonly<Record<string, unknown>>, PLACE);
        expect(typeof spec.gated).toBe('boolean');
      }),
    );
    expect(specificationOf({}, PLACE)).not.toHaveProperty('hosting');
  });
});

describe('jumpstart.versions', () => {
  const manifest = present([listed('1.0.0', 'huggingface-llm-falcon-7b'), listed('1.1.0', 'huggingface-llm-falcon-7b'), listed('1.0.0', 'model-depth2img')]);
  const versions = (modelId: string, answer: ReturnType<Answers[string]> = manifest) =>
    readerOf(sessionAnswering({ 's3:GetObject': () => answer }))('jumpstart.versions', { bucket: PLACE.bucket, region: REGION, modelId });

  test('of a model, and of none', async () => {
    expect(await versions('huggingface-llm-falcon-7b')).toEqual(
      present({
        modelId: 'huggingface-llm-falcon-7b',
        versions: ['1.1.0', '1.0.0'].map((version) => ({ version, specKey: `specs/huggingface-llm-falcon-7b/${version}.json` })),
        nearest: [],
      }),
    );
    expect(await versions('hugingface-llm-falcon-7b')).toMatchObject(present({ versions: [], nearest: ['huggingface-llm-falcon-7b'] }));
    expect(await versions('falcon')).toMatchObject(present({ versions: [], nearest: ['huggingface-llm-falcon-7b'] }));
    expect(await versions('something else entirely')).toMatchObject(present({ nearest: [] }));
  });
  test('no manifest, or a refusal', async () => {
    expect(await versions('m', absent)).toEqual(absent);
    const refusal = refused('s3:GetObject');
    expect(await versions('m', refusal)).toEqual(refusal);
  });
});

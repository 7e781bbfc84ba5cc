import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Site } from './seed.ts';
import { createBucket } from './seed.ts';

/** One model version, in the shape of JumpStart's own files; hand-made, as is all that it says. */
export interface JumpStartModelSeed {
  readonly modelId: string;
  readonly version: string;
  /** Fields of the specification that differ from a small text model that is hosted and trained on g5. */
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** The Region's public bucket: a bucket of the account that is being built plays it. */
export const jumpStartBucket = (region: string): string => `jumpstart-cache-prod-${region}`;

const specKeyOf = ({ modelId, version }: JumpStartModelSeed): string => `community_models/${modelId}/specs_v${version}.json`;

const specOf = (region: string, { modelId, version, spec = {} }: JumpStartModelSeed) => ({
  model_id: modelId,
  version,
  min_sdk_version: '2.189.0',
  training_supported: true,
  incremental_training_supported: false,
  hosting_ecr_specs: { framework: 'huggingface-llm', framework_version: '1.4.0', py_version: 'py310' },
  hosting_artifact_key: `huggingface-infer/infer-${modelId}.tar.gz`,
  hosting_prepacked_artifact_key: `huggingface-infer/prepack/v1.0.0/infer-prepack-${modelId}.tar.gz`,
  hosting_script_key: 'source-directory-tarballs/huggingface/inference/llm/v1.0.0/sourcedir.tar.gz',
  hosting_use_script_uri: false,
  deprecated: false,
  default_inference_instance_type: 'ml.g5.2xlarge',
  supported_inference_instance_types: ['ml.g5.2xlarge', 'ml.g5.12xlarge', 'ml.m5.xlarge'],
  inference_enable_network_isolation: true,
  training_enable_network_isolation: true,
  training_artifact_key: `huggingface-training/train-${modelId}.tar.gz`,
  training_script_key: 'source-directory-tarballs/huggingface/transfer_learning/llm/v1.0.0/sourcedir.tar.gz',
  default_training_instance_type: 'ml.g5.12xlarge',
  supported_training_instance_types: ['ml.g5.12xlarge'],
  hosting_instance_type_variants: variantsOf(region, 'huggingface-pytorch-tgi-inference'),
  training_instance_type_variants: variantsOf(region, 'huggingface-pytorch-training'),
  ...spec,
});

const variantsOf = (region: string, repository: string) => ({
  regional_aliases: {
    [region]: {
      gpu_ecr_uri_1: `763104351884.dkr.ecr.${region}.amazonaws.com/${repository}:2.1-gpu`,
      cpu_ecr_uri_1: `763104351884.dkr.ecr.${region}.amazonaws.com/${repository}:2.1-cpu`,
    },
  },
  variants: {
    g5: { regional_properties: { image_uri: '$gpu_ecr_uri_1' } },
    m5: { regional_properties: { image_uri: '$cpu_ecr_uri_1' } },
    p4d: { regional_properties: { image_uri: '$gpu_ecr_uri_1' } },
    'ml.g5.12xlarge': { properties: { environment_variables: { SM_NUM_GPUS: '4' } } },
  },
});

const put = ({ admin, region }: Site, Key: string, Body: string) => admin.s3.send(new PutObjectCommand({ Bucket: jumpStartBucket(region), Key, Body }));

/** Replaces the manifest by this text. */
export const putManifest = (site: Site, text: string) => put(site, 'models_manifest.json', text);

/** Creates the Region's public bucket with a manifest, a specification of each model, and nothing else. */
export const createJumpStart = async (site: Site, models: readonly JumpStartModelSeed[]): Promise<void> => {
  await createBucket(site, jumpStartBucket(site.region));
  const manifest = models.map((model) => ({ model_id: model.modelId, version: model.version, min_version: '2.189.0', spec_key: specKeyOf(model) }));
  for (const model of models) await put(site, specKeyOf(model), JSON.stringify(specOf(site.region, model)));
  await putManifest(site, JSON.stringify(manifest));
};

import type { JumpStartSpec, JumpStartUse } from '../../model/facts/jumpstart.ts';
import { withDefaultConfiguration } from './configuration.ts';
import type { Fields } from './fields.ts';
import { fieldsIn, textIn, textsIn } from './fields.ts';
import type { Variants } from './variants.ts';
import { variantsIn } from './variants.ts';

/** Where a specification stands. */
export interface SpecPlace {
  /** The Region's public bucket. */
  readonly bucket: string;
  readonly region: string;
  readonly modelId: string;
  readonly version: string;
}

/** The keys of an artifact, most to the point first, by name in the variants and in the specification. */
interface ArtifactNames {
  readonly variant: string;
  readonly common: string;
}

const PUBLIC = /^jumpstart-cache-/;
/** Where the files of gated models lie. Source: https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/region_config.json */
const gatedBucket = ({ bucket, region }: SpecPlace): string =>
  PUBLIC.test(bucket) ? bucket.replace(PUBLIC, 'jumpstart-private-cache-') : `jumpstart-private-cache-prod-${region}`;

const isGatedBucket = (spec: Fields): boolean => spec['gated_bucket'] === true;

/** What one use of a model is made of, by instance type. */
interface Making {
  readonly imageFor: (instanceType: string) => string | undefined;
  readonly artifactFor: (instanceType: string) => string | undefined;
  readonly defaultType: string | undefined;
  readonly types: readonly string[];
}
type Made = { readonly image?: string; readonly artifact?: string };

const madeFor = ({ imageFor, artifactFor }: Making, instanceType: string): Made => {
  const [image, artifact] = [imageFor(instanceType), artifactFor(instanceType)];
  return { ...(image !== undefined && { image }), ...(artifact !== undefined && { artifact }) };
};

const useOf = (making: Making): JumpStartUse | undefined => {
  const { defaultType = making.types[0] ?? '', types } = making;
  const made = madeFor(making, defaultType);
  if (defaultType === '' && made.image === undefined && made.artifact === undefined) return undefined;
  const others = types.map((instanceType) => ({ instanceType, ...madeFor(making, instanceType) }));
  const otherwise = others.filter(({ image, artifact }) => image !== made.image || artifact !== made.artifact);
  return {
    ...made,
    isPrefix: made.artifact?.endsWith('/') === true,
    ...(defaultType !== '' && { defaultInstanceType: defaultType }),
    supportedInstanceTypes: types,
    ...(otherwise.length > 0 && { otherwise }),
  };
};

const artifactIn = (spec: Fields, place: SpecPlace, variants: Variants) => {
  const bucket = isGatedBucket(spec) ? gatedBucket(place) : place.bucket;
  return ({ variant, common }: ArtifactNames, instanceType: string): string | undefined => {
    const key = variants.property(variant, instanceType) ?? textIn(spec[common]);
    return key === undefined ? undefined : `s3://${bucket}/${key}`;
  };
};

/** With a script of its own the SDK repackages the model; one that is packed already, or a model package, goes as it is. */
const takesScript = (spec: Fields): boolean => textIn(spec['hosting_prepacked_artifact_key']) === undefined && spec['hosting_use_script_uri'] !== false;

const isModelPackage = (spec: Fields): boolean => Object.keys(fieldsIn(spec['hosting_model_package_arns'])).length > 0;

const PREPACKED: ArtifactNames = { variant: 'prepacked_artifact_key', common: 'hosting_prepacked_artifact_key' };
const PLAIN: ArtifactNames = { variant: 'artifact_key', common: 'hosting_artifact_key' };
const TRAINING: ArtifactNames = { variant: 'artifact_key', common: 'training_artifact_key' };

const hostingOf = (spec: Fields, place: SpecPlace): JumpStartUse | undefined => {
  const variants = variantsIn(spec['hosting_instance_type_variants'], place.region);
  const artifact = artifactIn(spec, place, variants);
  return useOf({
    imageFor: (type) => variants.regional('image_uri', type),
    artifactFor: (type) => {
      if (isModelPackage(spec) || variants.regional('model_package_arn', type) !== undefined) return undefined;
      return takesScript(spec) ? artifact(PLAIN, type) : (artifact(PREPACKED, type) ?? artifact(PLAIN, type));
    },
    defaultType: textIn(spec['default_inference_instance_type']),
    types: textsIn(spec['supported_inference_instance_types']),
  });
};

/** Packed with what it depends on, it goes before the plain one. Source: https://github.com/aws/sagemaker-python-sdk/blob/master/src/sagemaker/jumpstart/artifacts/script_uris.py */
const scriptIn = (spec: Fields, { bucket }: SpecPlace): Pick<JumpStartUse, 'script'> => {
  const key = textIn(spec['training_prepacked_script_key']) ?? textIn(spec['training_script_key']);
  return key === undefined ? {} : { script: `s3://${bucket}/${key}` };
};

const trainingOf = (spec: Fields, place: SpecPlace): JumpStartUse | undefined => {
  const variants = variantsIn(spec['training_instance_type_variants'], place.region);
  const packages = fieldsIn(spec['training_model_package_artifact_uris']);
  const artifact = artifactIn(spec, place, variants);
  // Of a gated model the SDK passes what the model package holds, or nothing.
  const isPlain = !isGatedBucket(spec) && Object.keys(packages).length === 0;
  const use = useOf({
    imageFor: (type) => variants.regional('image_uri', type),
    artifactFor: (type) => (isPlain ? artifact(TRAINING, type) : textIn(packages[place.region])),
    defaultType: textIn(spec['default_training_instance_type']),
    types: textsIn(spec['supported_training_instance_types']),
  });
  return use && { ...use, ...scriptIn(spec, place) };
};

/** What a specification says, as far as it is used. */
export const specificationOf = (told: Fields, place: SpecPlace): JumpStartSpec => {
  const spec = withDefaultConfiguration(told);
  const trainingSupported = spec['training_supported'] === true;
  const hosting = hostingOf(spec, place);
  const training = trainingSupported ? trainingOf(spec, place) : undefined;
  return {
    modelId: place.modelId,
    version: place.version,
    deprecated: spec['deprecated'] === true,
    trainingSupported,
    ...(hosting !== undefined && { hosting }),
    ...(training !== undefined && { training }),
    hostingIsolation: spec['inference_enable_network_isolation'] === true,
    trainingIsolation: spec['training_enable_network_isolation'] === true,
    gated: isGatedBucket(spec) || textIn(spec['hosting_eula_key']) !== undefined,
    repackaged: takesScript(spec) && !isModelPackage(spec),
  };
};

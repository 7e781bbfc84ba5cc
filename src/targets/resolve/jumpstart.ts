import { jumpStartBuckets } from '../../data/jumpstart.ts';
import type { AnyFactRequest, Fact, FactRequest, Facts, Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { JumpStartSpec, JumpStartUse } from '../../model/facts/jumpstart.ts';
import type { JumpStartModelTarget, JumpStartPlan } from '../../model/target.ts';
import { hubContentOf, isInPublicHub, specOfModel, versionNamed, versionsOfModel, withHub, withPublicModel } from '../../reason/jumpstart.ts';
import { parseS3Uri } from '../../reason/references.ts';
import type { Completion } from './completion.ts';
import { NOTHING, said, unreadable } from './completion.ts';

type Said = Completion<JumpStartModelTarget>;

const NEWEST = '*';

const specOf = (target: JumpStartModelTarget): FactRequest<'jumpstart.spec'> | undefined => (withPublicModel.accepts(target) ? specOfModel(target) : undefined);

const versionsOf = (target: JumpStartModelTarget): FactRequest<'jumpstart.versions'> | undefined =>
  withPublicModel.accepts(target) ? versionsOfModel(target) : undefined;

const contentOf = (target: JumpStartModelTarget): FactRequest<'sagemaker.hubContent'> | undefined =>
  withHub.accepts(target) ? hubContentOf(target) : undefined;

/** The versions of the model in the Region's manifest, and the specification of the one that is meant; or the model in its private hub. */
export const jumpStartRequests = (target: JumpStartModelTarget): readonly AnyFactRequest[] =>
  [versionsOf(target), specOf(target), contentOf(target)].filter((request) => request !== undefined) as readonly AnyFactRequest[];

const OF_SPEC = ['image', 'modelDataUrl', 'modelDataSource', 'enableNetworkIsolation', 'spec'] as const;

const trainsOn = ({ trainingJob }: JumpStartModelTarget): string | undefined => trainingJob?.resourceConfig?.instanceType;

/** A specification that could not be read leaves open what it would say; of the training job, the instance type. */
const open = (target: JumpStartModelTarget, reason: Unknown): Said => {
  if (target.use === 'hosting') return unreadable([...OF_SPEC, 'instanceType'], reason);
  return { ...unreadable(OF_SPEC, reason), ...(trainsOn(target) === undefined && { partly: { 'trainingJob.resourceConfig.instanceType': reason } }) };
};

const bucketsOf = ({ artifact }: JumpStartUse, region: string): readonly string[] => {
  const bucket = artifact === undefined ? undefined : parseS3Uri(artifact)?.bucket;
  return bucket === undefined || bucket === jumpStartBuckets(region).content ? [] : [bucket];
};

const planOf = (spec: JumpStartSpec, use: JumpStartUse, region: string): JumpStartPlan => ({
  version: spec.version,
  deprecated: spec.deprecated,
  gated: spec.gated,
  buckets: bucketsOf(use, region),
  supportedInstanceTypes: use.supportedInstanceTypes,
  repackaged: spec.repackaged,
  ...(use.script !== undefined && { script: use.script }),
});

const artifactOf = ({ artifact, isPrefix }: JumpStartUse, { acceptEula }: JumpStartModelTarget): Partial<JumpStartModelTarget> => {
  if (artifact === undefined) return {};
  if (!isPrefix) return { modelDataUrl: artifact };
  return { modelDataSource: { s3Uri: artifact, s3DataType: 'S3Prefix', compressionType: 'None', ...(acceptEula !== undefined && { acceptEula }) } };
};

/** An artifact of the target's own stands for the model's, whatever its form. */
const namesArtifact = ({ modelDataUrl, modelDataSource }: JumpStartModelTarget): boolean => modelDataUrl !== undefined || modelDataSource !== undefined;

const newest = ({ region }: JumpStartModelTarget, { deprecated }: JumpStartSpec): string =>
  deprecated ? `the newest version in ${region}, deprecated as those before it` : `the newest version in ${region} that is not deprecated`;

/** Which version is meant, where the target does not say it itself. */
const choice = (target: JumpStartModelTarget, spec: JumpStartSpec): readonly string[] => {
  const version = versionNamed(target);
  if (version === spec.version) return [];
  return [`${target.modelId} ${spec.version} is ${version === NEWEST ? newest(target, spec) : `the version that ${version} means`}`];
};

const defaultType = (type: string | undefined, { modelId }: JumpStartModelTarget): readonly string[] =>
  type === undefined ? [] : [`the instance type ${type} is the default of ${modelId}`];

const hosted = (spec: JumpStartSpec, use: JumpStartUse, target: JumpStartModelTarget): Said => {
  const instanceType = target.instanceType === undefined ? use.defaultInstanceType : undefined;
  const artifact = namesArtifact(target) ? {} : artifactOf(use, target);
  const fields = said({ image: use.image, instanceType, enableNetworkIsolation: spec.hostingIsolation, spec: planOf(spec, use, target.region) });
  return { fields: { ...fields, ...artifact }, unresolved: {}, completed: [...choice(target, spec), ...defaultType(instanceType, target)] };
};

const trained = (spec: JumpStartSpec, use: JumpStartUse, target: JumpStartModelTarget): Said => {
  const artifact = namesArtifact(target) ? {} : artifactOf(use, target);
  const fields = said({ image: use.image, enableNetworkIsolation: spec.trainingIsolation, spec: planOf(spec, use, target.region) });
  return { fields: { ...fields, ...artifact }, unresolved: {}, completed: choice(target, spec) };
};

/** Whether a private hub is known to hold nothing of that name: then there is nothing to read, and a rule says so. */
const isMissingInHub = (target: JumpStartModelTarget, facts: Facts): boolean => {
  const request = contentOf(target);
  return request !== undefined && facts.get(request as AnyFactRequest).state === 'absent';
};

const HUB_IS_UNREAD = 'what a private hub holds is not read — name image, modelDataUrl and instanceType in the description';

/** A use on the instance type of the plan: some types take another image or artifact than the default one. */
const onType = (use: JumpStartUse, type: string | undefined): JumpStartUse => {
  const other = use.otherwise?.find(({ instanceType }) => instanceType === type);
  if (other === undefined) return use;
  const { image: _, artifact: __, ...same } = use;
  return { ...same, ...said({ image: other.image, artifact: other.artifact }) };
};

const useIn = (spec: JumpStartSpec, target: JumpStartModelTarget): JumpStartUse | undefined => {
  const [use, type] = target.use === 'hosting' ? [spec.hosting, target.instanceType] : [spec.training, trainsOn(target)];
  return use && onType(use, type);
};

const readSpec = (target: JumpStartModelTarget, facts: Facts): Fact<'jumpstart.spec'> | undefined => {
  const request = specOf(target);
  return request && (facts.get(request as AnyFactRequest) as Fact<'jumpstart.spec'>);
};

/** What the model's specification says. A model or version that does not exist, or a use that it does not offer, is for rules to say. */
export const bySpecification = (target: JumpStartModelTarget, facts: Facts): Said => {
  if (isMissingInHub(target, facts)) return NOTHING;
  if (target.modelId !== undefined && !isInPublicHub(target)) return open(target, unknown('unsupported', HUB_IS_UNREAD));
  const spec = readSpec(target, facts);
  if (spec === undefined || spec.state === 'absent') return NOTHING;
  if (spec.state === 'unknown') return open(target, spec);
  const use = useIn(spec.value, target);
  if (use === undefined) return NOTHING;
  return target.use === 'hosting' ? hosted(spec.value, use, target) : trained(spec.value, use, target);
};

/** A target that trains, on the instance type that is the model's default where it names none. */
export const withTrainingType = (target: JumpStartModelTarget, facts: Facts): JumpStartModelTarget => {
  const spec = readSpec(target, facts);
  if (target.use !== 'training' || spec?.state !== 'present' || trainsOn(target) !== undefined) return target;
  const instanceType = spec.value.training?.defaultInstanceType;
  if (instanceType === undefined) return target;
  const { trainingJob, completed = [] } = target;
  return {
    ...target,
    trainingJob: { ...trainingJob, resourceConfig: { ...trainingJob?.resourceConfig, instanceType } },
    completed: [...completed, ...defaultType(instanceType, target)],
  };
};

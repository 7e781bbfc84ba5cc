import type { Unknown } from '../model/fact.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { Evidence, Judgement, Subject } from '../model/verdict.ts';
import { cannotTell, fail, pass } from '../model/verdict.ts';
import type { NonEmpty } from '../model/words.ts';
import { isNonEmpty } from '../model/words.ts';
import { abridged } from './abridged.ts';

/** A name that a plan gives to what it makes. */
export interface PlannedName {
  readonly kind: 'endpoint' | 'training job' | 'Inference Recommender job' | 'model' | 'endpoint configuration';
  readonly name: string;
  /** Where the description says it. */
  readonly field: readonly string[];
  /** What it is called in its account and Region, as AWS compares names. */
  readonly shared: string;
}

const planned = ({ account, region }: Target, kind: PlannedName['kind'], { name, field }: Pick<PlannedName, 'name' | 'field'>): PlannedName => {
  // Of endpoints alone it is documented that case makes no difference: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
  const compared = kind === 'endpoint' ? name.toLowerCase() : name;
  return { kind, name, field, shared: `the ${kind} ${compared} of ${account} in ${region}` };
};

const completion = (target: Target) => (target.scenario === 'serverless-endpoint' ? target.completeFrom : undefined);
const hosts = ({ scenario, trainingJob }: Target): boolean => trainingJob === undefined && scenario !== 'inference-recommender-vpc';

const endpointOf = (target: Target): PlannedName | undefined => {
  const from = completion(target);
  const name = hosts(target) && (from === undefined || 'model' in from) ? target.endpointName : undefined;
  return name === undefined ? undefined : planned(target, 'endpoint', { name, field: ['endpointName'] });
};

/** The endpoint or the job that a plan makes, if it names it; one that exists already is not made. */
export const plannedName = (target: Target): PlannedName | undefined => {
  const { trainingJob } = target;
  if (trainingJob?.trainingJobName !== undefined)
    return planned(target, 'training job', { name: trainingJob.trainingJobName, field: ['trainingJob', 'trainingJobName'] });
  if (target.scenario === 'inference-recommender-vpc' && target.jobName !== undefined)
    return planned(target, 'Inference Recommender job', { name: target.jobName, field: ['jobName'] });
  return endpointOf(target);
};

/** A plan that names the endpoint or the job that it makes. */
export const withOwnName: Applicability<Target> = {
  accepts: (target): target is Target => plannedName(target) !== undefined,
  otherwise: 'the plan names no endpoint and no job that it makes',
};

const PARTS = [
  { kind: 'model', field: 'modelName' },
  { kind: 'endpoint configuration', field: 'endpointConfigName' },
] as const;

/** The model and the configuration that a plan makes for its endpoint, if it names them. */
export const plannedParts = (target: Target): readonly PlannedName[] =>
  PARTS.flatMap(({ kind, field }) => {
    const name = target[field];
    return hosts(target) && completion(target) === undefined && name !== undefined ? [planned(target, kind, { name, field: [field] })] : [];
  });

/** A plan that names the model or the configuration that it makes. */
export const withNamedParts: Applicability<Target> = {
  accepts: (target): target is Target => plannedParts(target).length > 0,
  otherwise: 'the plan names no model and no endpoint configuration that it makes',
};

const OF_MODELS = [
  ...['executionRoleArn', 'image', 'modelDataUrl', 'modelDataSource', 'modelPackageName', 'vpcConfig', 'enableNetworkIsolation'],
  ...['containers', 'mode', 'imageConfig', 'modelId', 'modelVersion'],
];
const OF_CONFIGURATIONS = [
  ...['modelName', 'serverlessConfig', 'instanceType', 'initialInstanceCount', 'acceleratorType', 'kmsKeyId', 'dataCaptureConfig'],
  ...['asyncInferenceConfig', 'productionVariants', 'shadowProductionVariants'],
];
// Who reads, who deploys and where a plan stands make it no other plan.
const BESIDE = new Set([
  'name',
  'account',
  'region',
  'deployer',
  'origin',
  'deep',
  'unresolved',
  'completed',
  'endpointName',
  'assumeRole',
  'externalId',
  'existing',
]);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted()) : value;

type IsSaid = (field: string) => boolean;

const saidOf = (kind: PlannedName['kind']): IsSaid => {
  if (kind === 'model') return (field) => OF_MODELS.includes(field);
  return kind === 'endpoint configuration' ? (field) => OF_CONFIGURATIONS.includes(field) : (field) => !BESIDE.has(field);
};

const textOf = (target: Target, isSaid: IsSaid): string =>
  JSON.stringify(
    Object.entries(target)
      .filter(([field]) => isSaid(field))
      .toSorted(),
    sorted,
  );

const openIn = ({ unresolved = {} }: Target, isSaid: IsSaid): readonly Unknown[] =>
  Object.entries(unresolved).flatMap(([path, why]) => (isSaid(path.split('.')[0] ?? path) ? [why] : []));

const evidenceOf = (targets: NonEmpty<Target>, { kind, name, field }: PlannedName): NonEmpty<Evidence> => {
  const [{ account, region }] = targets;
  const subject: Subject = { account, region, kind: kind.toLowerCase().replaceAll(' ', '-'), name };
  const who = abridged(targets.map((target) => `planned by ${target.name}`));
  const observed = `${targets.length} plans make it, and not alike`;
  return [{ subject, observed, expected: 'a name for each', field }, ...who.map((one) => ({ subject, observed: one }))];
};

/** Judges plans that give one name: they may be the same plan, described more than once; otherwise AWS makes the first and refuses the others. */
export const judgeOneName = (targets: NonEmpty<Target>, name: PlannedName): Judgement => {
  const isSaid = saidOf(name.kind);
  const open: readonly Unknown[] = targets.flatMap((target) => openIn(target, isSaid));
  if (new Set(targets.map((target) => textOf(target, isSaid))).size > 1) return fail(`${targets.length} plans make ${name.shared}`, evidenceOf(targets, name));
  return isNonEmpty(open) ? cannotTell(...open) : pass(`${name.shared} is described ${targets.length} times, alike`);
};

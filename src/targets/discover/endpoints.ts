import { describeEndpoint, listEndpoints } from '../../aws/operations/sagemaker.ts';
import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { Endpoint, EndpointConfig, Variant } from '../../model/facts/sagemaker.ts';
import type { Findings } from './found.ts';
import { allOf, NOTHING, noted } from './found.ts';
import { hostingTargets, scenarioOf } from './hosting.ts';
import type { Where } from './where.ts';
import { factIn, isWanted, missing, nameIn } from './where.ts';

/** What the endpoints of a Region are, and the models that they run, as far as those could be read. */
export interface FoundEndpoints {
  readonly findings: Findings;
  readonly running: ReadonlySet<string>;
  /** Why an endpoint, or the list of them, could not be read; undefined: each was. */
  readonly unread: Unknown | undefined;
  /** False: an endpoint's configuration was deleted, and nothing tells any more which models it names. */
  readonly everyConfigIsThere: boolean;
}

const FAILED = 'Failed';
/** What is on its way out is nobody's to mend. */
const DELETING = 'Deleting';

interface Running {
  readonly endpoint: Endpoint;
  readonly config: EndpointConfig;
  readonly says: readonly string[];
}

/** Where it was found, and why it failed if it did: a free text, which no fact holds. The answer is the one that the fact was made from. */
const wordsOf = async (where: Where, { arn, name, status }: Endpoint): Promise<readonly string[]> => {
  const found = `found as ${arn}, which is ${status}`;
  if (status !== FAILED) return [found];
  const endpoint = await where.call(describeEndpoint, where.region, { endpointName: name });
  const reason = endpoint.state === 'present' ? endpoint.value.FailureReason : undefined;
  return reason === undefined ? [found] : [found, `SageMaker says of its failure: ${reason}`];
};

const gone = (what: string): Parameters<typeof missing>[2] =>
  unknown(
    'failed',
    `${what} does not exist any more: the endpoint can neither be judged nor be updated — make it again under that name, or delete the endpoint`,
  );

const withoutModel = ({ endpoint: { name } }: Running, variant: Variant, { region }: Where): Findings =>
  noted(`the variant ${variant.name} of the endpoint ${name} in ${region} hosts inference components: what they run is not in this audit`);

const ofVariant = async (where: Where, running: Running, { variant, called }: { readonly variant: Variant; readonly called: readonly string[] }) => {
  if (!isWanted(where, scenarioOf(variant))) return NOTHING;
  if (variant.modelName === undefined) return withoutModel(running, variant, where);
  const model = await factIn(where, 'sagemaker.model', { modelName: variant.modelName });
  if (model.state !== 'present')
    return missing(where, nameIn(where, ...called), model.state === 'unknown' ? model : gone(`the model ${variant.modelName} that it runs`));
  const { endpoint, config, says } = running;
  return hostingTargets(where, { model: model.value, called, config, variant, endpointName: endpoint.name, says });
};

const ofConfig = async (where: Where, running: Running): Promise<Findings> => {
  const { endpoint, config } = running;
  const variants = [...config.variants, ...config.shadowVariants];
  const called = (variant: Variant): readonly string[] => ['endpoint', endpoint.name, ...(variants.length === 1 ? [] : [variant.name])];
  return allOf(await Promise.all(variants.map((variant) => ofVariant(where, running, { variant, called: called(variant) }))));
};

const modelsOf = ({ variants, shadowVariants }: EndpointConfig): readonly string[] =>
  [...variants, ...shadowVariants].flatMap(({ modelName }) => modelName ?? []);

interface OneEndpoint {
  readonly findings: Findings;
  /** The models that it runs; or why that is not known: it could not be read, or its configuration is gone. */
  readonly models: readonly string[] | Unknown | 'gone';
}

const unreadable = (where: Where, name: string, reason: Unknown): OneEndpoint => ({ findings: missing(where, name, reason), models: reason });

const ofEndpoint = async (where: Where, endpointName: string): Promise<OneEndpoint> => {
  const name = nameIn(where, 'endpoint', endpointName);
  const endpoint = await factIn(where, 'sagemaker.endpoint', { endpointName });
  if (endpoint.state === 'absent') return { findings: NOTHING, models: [] };
  if (endpoint.state === 'unknown') return unreadable(where, name, endpoint);
  const { configName } = endpoint.value;
  const config = await factIn(where, 'sagemaker.endpointConfig', { endpointConfigName: configName });
  if (config.state === 'unknown') return unreadable(where, name, config);
  if (config.state === 'absent') return { findings: missing(where, name, gone(`its configuration ${configName}`)), models: 'gone' };
  const models = modelsOf(config.value);
  if (endpoint.value.status === DELETING) return { findings: NOTHING, models };
  const says = await wordsOf(where, endpoint.value);
  return { findings: await ofConfig(where, { endpoint: endpoint.value, config: config.value, says }), models };
};

const modelsNamed = (all: readonly OneEndpoint[]): Omit<FoundEndpoints, 'findings'> => ({
  running: new Set(all.flatMap(({ models }) => (Array.isArray(models) ? (models as readonly string[]) : []))),
  unread: all.flatMap(({ models }) => (typeof models === 'object' && 'state' in models ? models : []))[0],
  everyConfigIsThere: all.every(({ models }) => models !== 'gone'),
});

/** Finds the endpoints of a Region, each with its configuration and models. */
export const findEndpoints = async (where: Where): Promise<FoundEndpoints> => {
  const listing = await where.call(listEndpoints, where.region, {});
  if (listing.state === 'unknown')
    return { findings: missing(where, `${where.prefix}endpoints`, listing), running: new Set(), unread: listing, everyConfigIsThere: true };
  const names = listing.state === 'present' ? listing.value.flatMap(({ EndpointName }) => EndpointName ?? []) : [];
  const all = await Promise.all(names.map((name) => ofEndpoint(where, name)));
  return { findings: allOf(all.map(({ findings }) => findings)), ...modelsNamed(all) };
};

import type { Container, EndpointConfig, Model, Variant } from '../../model/facts/sagemaker.ts';
import type { ScenarioId } from '../../model/target.ts';
import type { ContainerPlan } from './container.ts';
import { containerPlan, containersOf } from './container.ts';
import type { Findings, Found } from './found.ts';
import { NOTHING, noted } from './found.ts';
import type { Where } from './where.ts';
import { isWanted, nameIn, placeIn, said } from './where.ts';

/** A model that is there, with the endpoint's variant that runs it, if one does. */
export interface Hosted {
  readonly model: Model;
  /** The parts of the target's name. */
  readonly called: readonly string[];
  readonly says: readonly string[];
  readonly endpointName?: string;
  readonly config?: EndpointConfig;
  readonly variant?: Variant;
}

/** The scenario that a variant fits. What runs on instances, and a model that nothing runs, is judged by image, artifact, role and VPC. */
export const scenarioOf = ({ serverlessConfig, acceleratorType }: Partial<Variant>): ScenarioId => {
  if (serverlessConfig !== undefined) return 'serverless-endpoint';
  return acceleratorType === undefined ? 'jumpstart-model' : 'elastic-inference';
};

const namesOf = ({ model, endpointName, config }: Hosted) => said({ modelName: model.name, endpointConfigName: config?.name, endpointName });

const roleOf = ({ model, config }: Hosted): string | undefined => model.executionRoleArn ?? config?.executionRoleArn;

const common = (where: Where, hosted: Hosted, scenario: ScenarioId) => ({ scenario, ...placeIn(where), ...said({ executionRoleArn: roleOf(hosted) }) });

const onInstances = ({ model, config, variant }: Hosted) =>
  said({
    kmsKeyId: config?.kmsKeyId,
    vpcConfig: model.vpcConfig,
    enableNetworkIsolation: model.enableNetworkIsolation || undefined,
    instanceType: variant?.instanceType,
    initialInstanceCount: variant?.initialInstanceCount,
    acceleratorType: variant?.acceleratorType,
  });

const ofContainer = (where: Where, hosted: Hosted, { container, called }: { readonly container: Container; readonly called: readonly string[] }): Found => {
  const scenario = scenarioOf(hosted.variant ?? {});
  const { fields, says } = containerPlan(container);
  const use = scenario === 'jumpstart-model' ? { use: 'hosting' } : {};
  const entry = { name: nameIn(where, ...called), ...common(where, hosted, scenario), ...use, ...fields, ...namesOf(hosted), ...onInstances(hosted) };
  return { entry, says: [...hosted.says, ...says] };
};

const listed = ({ image, modelDataUrl }: Container) => said({ image, modelDataUrl });

/**
 * What a model has that no serverless endpoint takes: a model may be made anew under its name while the endpoint runs, and then the endpoint can neither be updated nor be made again.
 * What the configuration itself says, SageMaker has accepted together with the serverless variant.
 */
const unservable = ({ vpcConfig, enableNetworkIsolation, containers }: Model) =>
  said({
    vpcConfig,
    enableNetworkIsolation: enableNetworkIsolation || undefined,
    mode: containers[0]?.mode === 'MultiModel' ? 'MultiModel' : undefined,
    containers: containers.length > 1 ? containers.map(listed) : undefined,
  });

const serverless = (where: Where, hosted: Hosted): Found => {
  const { model, config, variant, called } = hosted;
  const modelPackageName = model.containers[0]?.modelPackageName;
  const { fields, says }: ContainerPlan =
    modelPackageName === undefined ? containerPlan(model.containers[0] ?? {}) : { fields: { modelPackageName }, says: [] };
  const own = { ...said({ kmsKeyId: config?.kmsKeyId, serverlessConfig: variant?.serverlessConfig }), ...unservable(model) };
  const entry = { name: nameIn(where, ...called), ...common(where, hosted, 'serverless-endpoint'), ...fields, ...own, ...namesOf(hosted) };
  return { entry, says: [...hosted.says, ...says] };
};

const numbered = (called: readonly string[], containers: readonly Container[]) =>
  containers.map((container, index) => ({ container, called: containers.length === 1 ? called : [...called, `container-${index + 1}`] }));

/** A hosted model as targets: one for each of its containers. */
export const hostingTargets = async (where: Where, hosted: Hosted): Promise<Findings> => {
  const scenario = scenarioOf(hosted.variant ?? {});
  if (!isWanted(where, scenario)) return NOTHING;
  if (roleOf(hosted) === undefined) return noted(`the model ${hosted.model.name} in ${where.region} names no execution role: no scenario judges it`);
  if (scenario === 'serverless-endpoint') return { ...NOTHING, found: [serverless(where, hosted)] };
  const read = await containersOf(where, hosted);
  if ('instead' in read) return read.instead;
  return { ...NOTHING, found: numbered(hosted.called, read.containers).map((one) => ofContainer(where, hosted, one)) };
};

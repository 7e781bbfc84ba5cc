import type { AnyFactRequest, Fact, FactKind, FactRequest, Facts, FactValue } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { Container, EndpointConfig, Model, ModelPackage, Variant } from '../../model/facts/sagemaker.ts';
import type { ServerlessEndpointTarget, Target } from '../../model/target.ts';
import { configOf, endpointNamed, modelNamed, modelOf, packageNamed, packageOf } from '../../reason/deployed.ts';
import { asS3Uri } from '../s3-address.ts';
import type { Completion } from './completion.ts';
import { NOTHING, said, unreadable } from './completion.ts';

/** What a target names, step by step. */
interface Chain {
  readonly endpoint?: FactRequest<'sagemaker.endpoint'>;
  readonly config?: FactRequest<'sagemaker.endpointConfig'>;
  readonly model?: FactRequest<'sagemaker.model'>;
  readonly package?: FactRequest<'sagemaker.modelPackage'>;
}

const fromEndpoint = (target: ServerlessEndpointTarget, name: string): Chain => {
  const endpoint = endpointNamed(target, name);
  const config = configOf(target, endpoint);
  return { endpoint, config, model: modelOf(target, config) };
};

const withoutPackage = (target: ServerlessEndpointTarget): Chain => {
  const { completeFrom } = target;
  if (completeFrom === undefined) return {};
  return 'endpoint' in completeFrom ? fromEndpoint(target, completeFrom.endpoint) : { model: modelNamed(target, completeFrom.model) };
};

const chainOf = (target: ServerlessEndpointTarget): Chain => {
  const chain = withoutPackage(target);
  const { modelPackageName } = target;
  if (modelPackageName !== undefined) return { ...chain, package: packageNamed(target, modelPackageName) };
  return chain.model === undefined ? chain : { ...chain, package: packageOf(target, chain.model) };
};

/** The facts that a target names to be completed from: the endpoint, its configuration, its model, the model's package. */
export const deployedRequests = (target: ServerlessEndpointTarget): readonly AnyFactRequest[] => Object.values(chainOf(target)) as readonly AnyFactRequest[];

const OF_CONTAINER: readonly string[] = ['image', 'modelDataUrl', 'modelDataSource', 'mode', 'imageConfig', 'containers'];
const OF_MODEL: readonly string[] = [...OF_CONTAINER, 'executionRoleArn', 'modelPackageName', 'vpcConfig', 'enableNetworkIsolation'];
const OF_VARIANT: readonly string[] = ['serverlessConfig', 'instanceType', 'acceleratorType', 'productionVariants', 'shadowProductionVariants'];
const OF_CONFIG: readonly string[] = [...OF_MODEL, ...OF_VARIANT, 'modelName', 'kmsKeyId', 'dataCaptureConfig', 'asyncInferenceConfig'];

const named = (holds: boolean): true | undefined => holds || undefined;

/** What the first container of a model, or of a model package, says of a plan. */
export const containerFields = (containers: readonly Container[]) => {
  const [{ image, modelDataUrl, modelDataSource, mode, repositoryAccessMode } = {} as Container] = containers;
  const imageConfig = repositoryAccessMode === undefined ? undefined : { repositoryAccessMode };
  // SageMaker takes https addresses as well, and tells them as it was given them.
  return said({ image, modelDataUrl: modelDataUrl && asS3Uri(modelDataUrl), modelDataSource, mode, imageConfig });
};

type Said = Completion<ServerlessEndpointTarget>;

const ofPackage = ({ containers }: ModelPackage) => ({ fields: { ...containerFields(containers), containers: containers.length }, unresolved: {} });

const ofModel = ({ name, executionRoleArn, containers, enableNetworkIsolation, vpcConfig }: Model): Said => {
  const modelPackageName = containers[0]?.modelPackageName;
  // A container that is a package stands for as many as the package has.
  const count = modelPackageName === undefined ? containers.length : undefined;
  const own = said({
    modelName: name,
    executionRoleArn,
    modelPackageName,
    enableNetworkIsolation: named(enableNetworkIsolation),
    vpcConfig,
    containers: count,
  });
  return { fields: { ...containerFields(containers), ...own }, unresolved: {} };
};

// DescribeEndpointConfig tells subnets and groups too, but that there are any is all that is judged.
const IN_VPC = { subnets: [], securityGroupIds: [] } as const;

const ofConfig = ({ name, kmsKeyId, variants, shadowVariants, executionRoleArn, ...config }: EndpointConfig): Said => {
  const [{ modelName, serverlessConfig, instanceType, acceleratorType } = {} as Variant] = variants;
  const features = {
    dataCaptureConfig: config.dataCapture ? { enableCapture: true } : undefined,
    asyncInferenceConfig: named(config.asyncInference),
    enableNetworkIsolation: named(config.enableNetworkIsolation),
    vpcConfig: config.inVpc ? IN_VPC : undefined,
    productionVariants: variants.length,
    shadowProductionVariants: shadowVariants.length || undefined,
  };
  const variant = { modelName, serverlessConfig, instanceType, acceleratorType };
  return { fields: said({ endpointConfigName: name, kmsKeyId, executionRoleArn, ...variant, ...features }), unresolved: {} };
};

/** How one thing completes a target: what it says when it is there, and what is open when it is not. */
interface Link<K extends FactKind> {
  readonly fields: readonly string[];
  readonly says: (value: FactValue<K>) => Said;
  /** Said of a thing that another one names and that is gone. */
  readonly gone: string;
}

const MODEL: Link<'sagemaker.model'> = {
  fields: OF_MODEL,
  says: ofModel,
  gone: 'the model that is deployed does not exist any more, or the variant names none — name role, image and artifact in the description',
};
const CONFIG: Link<'sagemaker.endpointConfig'> = {
  fields: OF_CONFIG,
  says: ofConfig,
  gone: 'the configuration of the endpoint does not exist any more — name role, image and serverlessConfig in the description',
};

const completionBy = <K extends FactKind>(facts: Facts, request: FactRequest<K> | undefined, link: Link<K>): Said => {
  if (request === undefined) return NOTHING;
  const fact = facts.get(request as AnyFactRequest) as Fact;
  if (fact.state === 'present') return link.says(fact.value as FactValue<K>);
  return unreadable(link.fields, fact.state === 'unknown' ? fact : unknown('failed', link.gone));
};

/** What a model package says of any plan that is made from one. */
export const byPackage = (facts: Facts, request: FactRequest<'sagemaker.modelPackage'> | undefined) => {
  const fact = request && (facts.get(request as AnyFactRequest) as Fact<'sagemaker.modelPackage'>);
  // A package that does not exist is what a rule of its own says.
  if (fact === undefined || fact.state === 'absent') return NOTHING;
  return fact.state === 'present' ? ofPackage(fact.value) : unreadable(OF_CONTAINER, fact);
};

const byName = ({ completeFrom }: ServerlessEndpointTarget): Said =>
  completeFrom !== undefined && 'endpoint' in completeFrom ? { fields: { endpointName: completeFrom.endpoint }, unresolved: {} } : NOTHING;

/** What the things that a target names say of it, the nearest to the plan first. */
export const completionsOf = (target: ServerlessEndpointTarget, facts: Facts): readonly Said[] => {
  const { config, model, package: ofRegistry } = chainOf(target);
  return [byName(target), completionBy(facts, config, CONFIG), completionBy(facts, model, MODEL), byPackage(facts, ofRegistry)];
};

/** Says of a thing to be completed from that it does not exist: the one mistake that only AWS can tell. */
export const missingThing = (target: Target, facts: Facts): string | undefined => {
  if (target.scenario !== 'serverless-endpoint') return undefined;
  const { completeFrom } = target;
  if (completeFrom === undefined) return undefined;
  const { endpoint, model } = chainOf(target);
  const request = (endpoint ?? model) as AnyFactRequest;
  if (facts.get(request).state !== 'absent') return undefined;
  const [kind, name] = 'endpoint' in completeFrom ? ['endpoint', completeFrom.endpoint] : ['model', completeFrom.model];
  return `there is no ${kind} ${name} in ${target.region} of account ${target.account} — correct the name, or list what there is: aws sagemaker list-${kind}s --region ${target.region}`;
};

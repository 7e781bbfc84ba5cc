import type { FactRequest } from '../model/fact.ts';
import { fact, from } from '../model/fact.ts';
import type { Endpoint, EndpointConfig, Model } from '../model/facts/sagemaker.ts';
import type { Target } from '../model/target.ts';

// The selections stand here once, by name: two requests that share a selection are one fact in the plan.
const configOfEndpoint = ({ configName }: Endpoint): string => configName;
const modelOfConfig = ({ variants: [variant] }: EndpointConfig): string | undefined => variant?.modelName;
const packageOfModel = ({ containers: [container] }: Model): string | undefined => container?.modelPackageName;

/** An endpoint by name. */
export const endpointNamed = ({ region }: Target, endpointName: string): FactRequest<'sagemaker.endpoint'> =>
  fact('sagemaker.endpoint', { endpointName, region });

/** The configuration that an endpoint runs by. */
export const configOf = ({ region }: Target, endpoint: FactRequest<'sagemaker.endpoint'>): FactRequest<'sagemaker.endpointConfig'> =>
  fact('sagemaker.endpointConfig', { endpointConfigName: from(endpoint, configOfEndpoint), region });

/** A model by name. */
export const modelNamed = ({ region }: Target, modelName: string): FactRequest<'sagemaker.model'> => fact('sagemaker.model', { modelName, region });

/** The model of a configuration's first variant; nothing selected: the variant names none. */
export const modelOf = ({ region }: Target, config: FactRequest<'sagemaker.endpointConfig'>): FactRequest<'sagemaker.model'> =>
  fact('sagemaker.model', { modelName: from(config, modelOfConfig), region });

/** A model package by name or ARN. */
export const packageNamed = ({ region }: Target, modelPackageName: string): FactRequest<'sagemaker.modelPackage'> =>
  fact('sagemaker.modelPackage', { modelPackageName, region });

/** The model package that a model was made from; nothing selected: from none. */
export const packageOf = ({ region }: Target, model: FactRequest<'sagemaker.model'>): FactRequest<'sagemaker.modelPackage'> =>
  fact('sagemaker.modelPackage', { modelPackageName: from(model, packageOfModel), region });

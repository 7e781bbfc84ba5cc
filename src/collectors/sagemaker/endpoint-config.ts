import { answered } from '../../aws/operation.ts';
import { describeEndpointConfig } from '../../aws/operations/sagemaker.ts';
import { absent, present } from '../../model/fact.ts';
import type { EndpointConfig, Variant } from '../../model/facts/sagemaker.ts';
import { defineCollector, invocation } from '../define.ts';
import { onThing } from './permissions.ts';

interface Serverless {
  readonly MemorySizeInMB: number | undefined;
  readonly MaxConcurrency: number | undefined;
  readonly ProvisionedConcurrency?: number | undefined;
}
interface DescribedVariant {
  readonly VariantName: string | undefined;
  readonly ModelName?: string | undefined;
  readonly InstanceType?: string | undefined;
  readonly InitialInstanceCount?: number | undefined;
  readonly AcceleratorType?: string | undefined;
  readonly ServerlessConfig?: Serverless | undefined;
}
interface Described {
  readonly EndpointConfigArn: string | undefined;
  readonly EndpointConfigName: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly ProductionVariants: readonly DescribedVariant[] | undefined;
  readonly ShadowProductionVariants?: readonly DescribedVariant[] | undefined;
  readonly DataCaptureConfig?: { readonly EnableCapture?: boolean | undefined } | undefined;
  readonly AsyncInferenceConfig?: object | undefined;
  readonly EnableNetworkIsolation?: boolean | undefined;
  readonly VpcConfig?: object | undefined;
  readonly ExecutionRoleArn?: string | undefined;
}

const serverlessOf = ({ MemorySizeInMB, MaxConcurrency, ProvisionedConcurrency }: Serverless) => ({
  memorySizeInMB: answered(MemorySizeInMB, 'MemorySizeInMB'),
  maxConcurrency: answered(MaxConcurrency, 'MaxConcurrency'),
  ...(ProvisionedConcurrency !== undefined && { provisionedConcurrency: ProvisionedConcurrency }),
});

const variantOf = ({ VariantName, ModelName, InstanceType, InitialInstanceCount, AcceleratorType, ServerlessConfig }: DescribedVariant): Variant => ({
  name: answered(VariantName, 'VariantName'),
  ...(ModelName !== undefined && { modelName: ModelName }),
  ...(InstanceType !== undefined && { instanceType: InstanceType }),
  ...(InitialInstanceCount !== undefined && { initialInstanceCount: InitialInstanceCount }),
  ...(AcceleratorType !== undefined && { acceleratorType: AcceleratorType }),
  ...(ServerlessConfig !== undefined && { serverlessConfig: serverlessOf(ServerlessConfig) }),
});

const configOf = (described: Described): EndpointConfig => {
  const { EndpointConfigArn, EndpointConfigName, KmsKeyId, ProductionVariants, ShadowProductionVariants = [], ExecutionRoleArn } = described;
  return {
    arn: answered(EndpointConfigArn, 'EndpointConfigArn'),
    name: answered(EndpointConfigName, 'EndpointConfigName'),
    ...(KmsKeyId !== undefined && { kmsKeyId: KmsKeyId }),
    variants: answered(ProductionVariants, 'ProductionVariants').map(variantOf),
    shadowVariants: ShadowProductionVariants.map(variantOf),
    dataCapture: described.DataCaptureConfig?.EnableCapture === true,
    asyncInference: described.AsyncInferenceConfig !== undefined,
    enableNetworkIsolation: described.EnableNetworkIsolation === true,
    inVpc: described.VpcConfig !== undefined,
    ...(ExecutionRoleArn !== undefined && { executionRoleArn: ExecutionRoleArn }),
  };
};

/** An endpoint configuration. */
export const sagemakerEndpointConfig = defineCollector({
  kind: 'sagemaker.endpointConfig',
  operations: [describeEndpointConfig],
  region: ({ region }) => region,
  calls: ({ endpointConfigName }) => [invocation(describeEndpointConfig, { endpointConfigName })],
  permissions: ({ endpointConfigName, region }, { partition, account }) => [
    onThing('sagemaker:DescribeEndpointConfig', { type: 'endpoint-config', name: endpointConfigName, region, partition, account }),
  ],
  collect: async ({ endpointConfigName }, call) => {
    const config = await call(describeEndpointConfig, { endpointConfigName });
    return config.state === 'absent' ? absent : present(configOf(config.value));
  },
});

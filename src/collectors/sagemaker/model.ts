import { answered } from '../../aws/operation.ts';
import { describeModel } from '../../aws/operations/sagemaker.ts';
import { absent, present } from '../../model/fact.ts';
import type { Model } from '../../model/facts/sagemaker.ts';
import { defineCollector, invocation } from '../define.ts';
import type { DescribedContainer } from './containers.ts';
import { containerOf } from './containers.ts';
import { onThing } from './permissions.ts';

/** A model as SageMaker describes it: one container, or several in `Containers`. */
interface Described {
  readonly ModelArn: string | undefined;
  readonly ModelName: string | undefined;
  readonly ExecutionRoleArn?: string | undefined;
  readonly PrimaryContainer?: DescribedContainer | undefined;
  readonly Containers?: readonly DescribedContainer[] | undefined;
  readonly EnableNetworkIsolation?: boolean | undefined;
  readonly VpcConfig?: { readonly Subnets: readonly string[] | undefined; readonly SecurityGroupIds: readonly string[] | undefined } | undefined;
}

const modelOf = ({
  ModelArn,
  ModelName,
  ExecutionRoleArn,
  PrimaryContainer,
  Containers = [],
  EnableNetworkIsolation = false,
  VpcConfig,
}: Described): Model => ({
  arn: answered(ModelArn, 'ModelArn'),
  name: answered(ModelName, 'ModelName'),
  ...(ExecutionRoleArn !== undefined && { executionRoleArn: ExecutionRoleArn }),
  containers: [...(PrimaryContainer === undefined ? [] : [PrimaryContainer]), ...Containers].map(containerOf),
  enableNetworkIsolation: EnableNetworkIsolation,
  // An empty VpcConfig is none.
  ...(VpcConfig?.Subnets?.length && { vpcConfig: { subnets: VpcConfig.Subnets, securityGroupIds: VpcConfig.SecurityGroupIds ?? [] } }),
});

/** A model. */
export const sagemakerModel = defineCollector({
  kind: 'sagemaker.model',
  operations: [describeModel],
  region: ({ region }) => region,
  calls: ({ modelName }) => [invocation(describeModel, { modelName })],
  permissions: ({ modelName, region }, { partition, account }) => [
    onThing('sagemaker:DescribeModel', { type: 'model', name: modelName, region, partition, account }),
  ],
  collect: async ({ modelName }, call) => {
    const model = await call(describeModel, { modelName });
    return model.state === 'absent' ? absent : present(modelOf(model.value));
  },
});

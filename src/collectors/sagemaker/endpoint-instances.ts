import { answered } from '../../aws/operation.ts';
import { describeEndpoint, describeEndpointConfig, listEndpoints } from '../../aws/operations/sagemaker.ts';
import { present, unknown } from '../../model/fact.ts';
import type { InstanceUse } from '../../model/facts/sagemaker.ts';
import type { Call } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';
import type { HeldInstances } from './instances.ts';
import { allInstances } from './instances.ts';
import type { ConfiguredVariant, HostingVariant } from './variant-instances.ts';
import { heldBy, hostingVariants, typesIn } from './variant-instances.ts';

const OPERATIONS = [listEndpoints, describeEndpoint, describeEndpointConfig] as const;
type CallEndpoints = Call<typeof OPERATIONS>;

/** What the configuration says of an endpoint's variants. Instance types of those that are deployed stand nowhere else. */
const configured = async (call: CallEndpoints, variants: readonly HostingVariant[], endpointConfigName: string) => {
  if (variants.every(({ needsType }) => !needsType)) return present<readonly ConfiguredVariant[]>([]);
  const config = await call.attempt(describeEndpointConfig, { endpointConfigName });
  if (config.state !== 'present') return config;
  const { ProductionVariants = [], ShadowProductionVariants = [] } = config.value;
  return present<readonly ConfiguredVariant[]>([...ProductionVariants, ...ShadowProductionVariants]);
};

const untold = (endpoint: string, variant: string) =>
  unknown(
    'failed',
    `SageMaker does not tell on what instances the variant ${variant} of the endpoint ${endpoint} runs — look at its configuration, which may be deleted`,
  );

/** The instances of one endpoint. */
const heldByEndpoint = async (call: CallEndpoints, endpointName: string): Promise<HeldInstances> => {
  const endpoint = await call.attempt(describeEndpoint, { endpointName });
  if (endpoint.state !== 'present') return endpoint;
  const variants = hostingVariants(endpoint.value);
  const config = await configured(call, variants, answered(endpoint.value.EndpointConfigName, 'EndpointConfigName'));
  if (config.state === 'unknown') return config;
  const types = typesIn(config.state === 'present' ? config.value : []);
  const held: InstanceUse[] = [];
  for (const variant of variants) {
    const instances = heldBy(variant, types);
    if (instances === undefined) return untold(endpointName, variant.name);
    held.push(...instances.map((one) => ({ name: endpointName, spot: false, ...one })));
  }
  return present(held);
};

/** The instances of every endpoint of a Region, those included that are being created or changed. */
export const sagemakerEndpointInstances = defineCollector({
  kind: 'sagemaker.endpointInstances',
  operations: OPERATIONS,
  region: ({ region }) => region,
  calls: () => [invocation(listEndpoints, {})],
  surcharges: [
    { service: 'sagemaker', each: 1, per: 'other existing endpoint' },
    { service: 'sagemaker', each: 1, per: 'endpoint that runs on instances' },
    { service: 'sagemaker', each: 1, per: 'further 100 endpoints' },
  ],
  permissions: ({ region = '*' }, { partition, account }) => [
    { action: 'sagemaker:ListEndpoints', resources: ['*'], because: 'the action has no resource types' },
    {
      action: 'sagemaker:DescribeEndpoint',
      resources: [`arn:${partition}:sagemaker:${region}:${account}:endpoint/*`],
      because: 'every endpoint of the Region counts against the quota',
    },
    {
      action: 'sagemaker:DescribeEndpointConfig',
      resources: [`arn:${partition}:sagemaker:${region}:${account}:endpoint-config/*`],
      because: 'the instance types of an endpoint stand in its configuration',
    },
  ],
  collect: async (_, call) => {
    const listing = await call(listEndpoints, {});
    const summaries = listing.state === 'present' ? listing.value : [];
    const held = await Promise.all(summaries.map(({ EndpointName }) => heldByEndpoint(call, answered(EndpointName, 'EndpointName'))));
    return present(allInstances(held));
  },
});

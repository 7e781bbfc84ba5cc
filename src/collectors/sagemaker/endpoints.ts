import { answered } from '../../aws/operation.ts';
import { describeEndpoint, listEndpoints } from '../../aws/operations/sagemaker.ts';
import type { Reading } from '../../model/fact.ts';
import { present } from '../../model/fact.ts';
import type { ExistingEndpoint, ServerlessVariant } from '../../model/facts/sagemaker.ts';
import type { Call } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';

interface Serverless {
  readonly MemorySizeInMB: number | undefined;
  readonly MaxConcurrency: number | undefined;
}
interface Variant {
  readonly VariantName: string | undefined;
  readonly CurrentServerlessConfig?: Serverless | undefined;
  readonly DesiredServerlessConfig?: Serverless | undefined;
}
interface Described {
  readonly ProductionVariants?: readonly Variant[] | undefined;
  readonly ShadowProductionVariants?: readonly Variant[] | undefined;
  /** While an endpoint is created or updated: what it will be. */
  readonly PendingDeploymentSummary?:
    | { readonly ProductionVariants?: readonly Variant[] | undefined; readonly ShadowProductionVariants?: readonly Variant[] | undefined }
    | undefined;
}

const variantsIn = ({ ProductionVariants = [], ShadowProductionVariants = [], PendingDeploymentSummary: pending }: Described): readonly Variant[] => [
  ...ProductionVariants,
  ...ShadowProductionVariants,
  ...(pending?.ProductionVariants ?? []),
  ...(pending?.ShadowProductionVariants ?? []),
];

const largest = (configs: readonly Serverless[], part: keyof Serverless): number => Math.max(...configs.map((config) => answered(config[part], part)));

const serverlessOf = (name: string, variants: readonly Variant[]): readonly ServerlessVariant[] => {
  const configs = variants.flatMap(({ CurrentServerlessConfig, DesiredServerlessConfig }) =>
    [CurrentServerlessConfig ?? [], DesiredServerlessConfig ?? []].flat(),
  );
  if (configs.length === 0) return [];
  return [{ name, memorySizeInMB: largest(configs, 'MemorySizeInMB'), maxConcurrency: largest(configs, 'MaxConcurrency') }];
};

/** Each serverless variant once; of one that is being changed, the larger of its two sizes, which is what it may take meanwhile. */
export const serverlessVariants = (endpoint: Described): readonly ServerlessVariant[] => {
  const variants = variantsIn(endpoint);
  const names = new Set(variants.map(({ VariantName }) => answered(VariantName, 'VariantName')));
  return [...names].flatMap((name) =>
    serverlessOf(
      name,
      variants.filter(({ VariantName }) => VariantName === name),
    ),
  );
};

type CallEndpoints = Call<readonly [typeof listEndpoints, typeof describeEndpoint]>;

const variantsRead = async (call: CallEndpoints, endpointName: string): Promise<Reading<readonly ServerlessVariant[]>> => {
  const endpoint = await call.attempt(describeEndpoint, { endpointName });
  return endpoint.state === 'present' ? present(serverlessVariants(endpoint.value)) : endpoint;
};

/** The endpoints of a Region. One that is deleted between listing and describing is left out. */
export const sagemakerEndpoints = defineCollector({
  kind: 'sagemaker.endpoints',
  operations: [listEndpoints, describeEndpoint],
  region: ({ region }) => region,
  calls: () => [invocation(listEndpoints, {})],
  surcharges: [
    { service: 'sagemaker', each: 1, per: 'other existing endpoint' },
    { service: 'sagemaker', each: 1, per: 'further 100 endpoints' },
  ],
  permissions: ({ region = '*' }, { partition, account }) => [
    { action: 'sagemaker:ListEndpoints', resources: ['*'], because: 'the action has no resource types' },
    {
      action: 'sagemaker:DescribeEndpoint',
      resources: [`arn:${partition}:sagemaker:${region}:${account}:endpoint/*`],
      because: 'every endpoint of the Region counts against the quota',
    },
  ],
  collect: async (_, call) => {
    const listing = await call(listEndpoints, {});
    const summaries = listing.state === 'present' ? listing.value : [];
    const endpoints = await Promise.all(
      summaries.map(async ({ EndpointName, EndpointArn, EndpointStatus }): Promise<ExistingEndpoint> => {
        const name = answered(EndpointName, 'EndpointName');
        return { name, arn: answered(EndpointArn, 'EndpointArn'), status: EndpointStatus ?? 'Unknown', serverless: await variantsRead(call, name) };
      }),
    );
    return present(endpoints.filter(({ serverless }) => serverless.state !== 'absent'));
  },
});

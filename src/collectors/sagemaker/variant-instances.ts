import { answered } from '../../aws/operation.ts';
import type { InstanceUse } from '../../model/facts/sagemaker.ts';

interface Pool {
  readonly InstanceType: string | undefined;
  readonly CurrentInstanceCount: number | undefined;
}
/** A variant as DescribeEndpoint tells it: counts, and of one that is on its way also the type. */
interface DescribedVariant {
  readonly VariantName: string | undefined;
  readonly CurrentInstanceCount?: number | undefined;
  readonly DesiredInstanceCount?: number | undefined;
  readonly InstanceType?: string | undefined;
  readonly InstancePools?: readonly Pool[] | undefined;
}
type Variants = {
  readonly ProductionVariants?: readonly DescribedVariant[] | undefined;
  readonly ShadowProductionVariants?: readonly DescribedVariant[] | undefined;
};
interface Described extends Variants {
  readonly EndpointStatus?: string | undefined;
  /** While an endpoint is created or updated: what it will be, beside what it is. */
  readonly PendingDeploymentSummary?: Variants | undefined;
}
/** A variant of an endpoint configuration. */
export interface ConfiguredVariant {
  readonly VariantName: string | undefined;
  readonly InstanceType?: string | undefined;
}

/** A variant that holds instances. */
export interface HostingVariant {
  readonly name: string;
  readonly count: number;
  readonly instanceType?: string;
  readonly pools: readonly Pool[];
  /** Whether its type must be looked up in the configuration. */
  readonly needsType: boolean;
}

const FAILED = 'Failed';

/** An endpoint that failed gets no more than it has; any other may take what it wants at any moment. */
const countOf = ({ CurrentInstanceCount = 0, DesiredInstanceCount = 0 }: DescribedVariant, status: string | undefined): number =>
  status === FAILED ? CurrentInstanceCount : Math.max(CurrentInstanceCount, DesiredInstanceCount);

const variantOf = (variant: DescribedVariant, status: string | undefined): HostingVariant => {
  const { InstanceType, InstancePools: pools = [] } = variant;
  return {
    name: answered(variant.VariantName, 'VariantName'),
    count: countOf(variant, status),
    pools,
    needsType: InstanceType === undefined && pools.length === 0,
    ...(InstanceType !== undefined && { instanceType: InstanceType }),
  };
};

const variantsIn = ({ ProductionVariants = [], ShadowProductionVariants = [] }: Variants): readonly DescribedVariant[] => [
  ...ProductionVariants,
  ...ShadowProductionVariants,
];

/** The variants of an endpoint that hold instances: serverless ones have none. An endpoint that is updated holds both fleets for a while. */
export const hostingVariants = (endpoint: Described): readonly HostingVariant[] =>
  [...variantsIn(endpoint), ...variantsIn(endpoint.PendingDeploymentSummary ?? {})]
    .map((variant) => variantOf(variant, endpoint.EndpointStatus))
    .filter(({ count }) => count > 0);

/** Instance types by variant. */
export const typesIn = (variants: readonly ConfiguredVariant[]): ReadonlyMap<string, string> =>
  new Map(variants.flatMap(({ VariantName, InstanceType }) => (VariantName === undefined || InstanceType === undefined ? [] : [[VariantName, InstanceType]])));

/** What a variant holds. Undefined: its type is nowhere told. */
export const heldBy = (
  { name, count, instanceType, pools }: HostingVariant,
  types: ReadonlyMap<string, string>,
): readonly Pick<InstanceUse, 'instanceType' | 'count'>[] | undefined => {
  if (pools.length > 0)
    return pools.map((pool) => ({
      instanceType: answered(pool.InstanceType, 'InstanceType'),
      count: answered(pool.CurrentInstanceCount, 'CurrentInstanceCount'),
    }));
  const type = instanceType ?? types.get(name);
  return type === undefined ? undefined : [{ instanceType: type, count }];
};

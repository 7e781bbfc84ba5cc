import { answered } from '../../aws/operation.ts';
import { describeVpcEndpoints } from '../../aws/operations/ec2-of-vpcs.ts';
import { present } from '../../model/fact.ts';
import type { VpcEndpoint } from '../../model/facts/ec2.ts';
import { partitionOf } from '../../reason/arn.ts';
import { defineCollector, together } from '../define.ts';
import { policyText } from '../document.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';

interface Described {
  readonly VpcEndpointId?: string | undefined;
  readonly VpcEndpointType?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly OwnerId?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly State?: string | undefined;
  readonly PolicyDocument?: string | undefined;
  readonly RouteTableIds?: readonly string[] | undefined;
  readonly SubnetIds?: readonly string[] | undefined;
  readonly Groups?: readonly { readonly GroupId?: string | undefined }[] | undefined;
  readonly PrivateDnsEnabled?: boolean | undefined;
  readonly DnsOptions?: { readonly PrivateDnsOnlyForInboundResolverEndpoint?: boolean | undefined } | undefined;
}

const TYPES: Readonly<Partial<Record<string, VpcEndpoint['type']>>> = {
  Gateway: 'Gateway',
  Interface: 'Interface',
  GatewayLoadBalancer: 'GatewayLoadBalancer',
};
/** What an endpoint is that was made without saying: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html */
const DEFAULT_TYPE = 'Gateway';
const DELETED = 'deleted';

/** The API's page writes states with a capital, EC2 sends them without. */
const stateOf = ({ State }: Described): string => answered(State, 'State').replace(/^./, (first) => first.toLowerCase());

const policyOf = (id: string, arn: string, document: string | undefined): Pick<VpcEndpoint, 'policy'> =>
  document ? { policy: { kind: 'vpc-endpoint', name: id, arn, text: policyText(document) } } : {};

/** Names that are resolved for the inbound endpoints of a resolver only do not reach the VPC's own machines. */
const hasPrivateDns = ({ PrivateDnsEnabled, DnsOptions }: Described): boolean =>
  PrivateDnsEnabled === true && DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint !== true;

const endpointOf = (endpoint: Described, region: string): VpcEndpoint => {
  const { VpcEndpointType = DEFAULT_TYPE, RouteTableIds = [], SubnetIds = [], Groups = [] } = endpoint;
  const id = answered(endpoint.VpcEndpointId, 'VpcEndpointId');
  const arn = `arn:${partitionOf(region)}:ec2:${region}:${answered(endpoint.OwnerId, 'OwnerId')}:vpc-endpoint/${id}`;
  const type = TYPES[VpcEndpointType] ?? 'other';
  return {
    id,
    arn,
    service: endpoint.ServiceName ?? '',
    type,
    state: stateOf(endpoint),
    vpcId: answered(endpoint.VpcId, 'VpcId'),
    routeTableIds: RouteTableIds,
    subnetIds: SubnetIds,
    groupIds: Groups.flatMap(({ GroupId }) => GroupId ?? []),
    privateDns: type === 'Interface' && hasPrivateDns(endpoint),
    ...policyOf(id, arn, endpoint.PolicyDocument),
  };
};

/** The endpoints of a VPC, without those that are deleted. */
export const ec2VpcEndpoints = defineCollector({
  kind: 'ec2.vpcEndpoints',
  operations: [describeVpcEndpoints],
  region: ({ region }) => region,
  calls: () => [together(describeVpcEndpoints)],
  permissions: () => [onAnything('ec2:DescribeVpcEndpoints')],
  collect: async ({ vpcId, region }, call) => {
    const endpoints = listed(await call.one(describeVpcEndpoints, vpcId));
    return present(endpoints.map((endpoint) => endpointOf(endpoint, region)).filter(({ state }) => state !== DELETED));
  },
});

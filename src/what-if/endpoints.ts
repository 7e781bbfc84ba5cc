import type { VpcEndpoint } from '../model/facts/ec2.ts';
import { parseArn } from '../reason/arn.ts';
import type { ChangeOf } from './change.ts';
import { endpointsIn, noTable, tablesIn } from './routes.ts';
import type { Applied, Saved } from './saved.ts';
import { changed, fault, notThere, unreadOf, valuesOf } from './saved.ts';

/** Services that a gateway endpoint can be for: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const GATEWAY_SERVICES = /\.(?:s3|dynamodb)$/;

const PREFIX = 'vpce-what-if-';

const idFor = (facts: Saved): string => `${PREFIX}${endpointsIn(facts).filter(({ id }) => id.startsWith(PREFIX)).length + 1}`;

/** In the account and Region of the VPC's subnets. */
const arnFor = (facts: Saved, vpcId: string, id: string): string => {
  const { partition = 'aws', region = '', account = '' } = parseArn(valuesOf(facts, 'ec2.subnet').find((subnet) => subnet.vpcId === vpcId)?.arn ?? '') ?? {};
  return `arn:${partition}:ec2:${region}:${account}:vpc-endpoint/${id}`;
};

const noVpc = (facts: Saved, id: string): Applied | undefined => {
  const known = valuesOf(facts, 'ec2.vpc').map((vpc) => vpc.id);
  return known.includes(id) ? undefined : notThere('vpc', id, { known, unread: unreadOf(facts, 'ec2.vpc'), noun: 'VPC' });
};

const ofVpc = (facts: Saved, vpcId: string, change: (endpoints: readonly VpcEndpoint[]) => readonly VpcEndpoint[]): Saved =>
  facts.map((saved) => {
    if (saved.kind !== 'ec2.vpcEndpoints' || saved.params['vpcId'] !== vpcId || saved.fact.state !== 'present') return saved;
    return { ...saved, fact: { state: 'present', value: change(saved.fact.value as readonly VpcEndpoint[]) } as typeof saved.fact };
  });

const noSubnetOf = (facts: Saved, vpcId: string, id: string): Applied | undefined => {
  const known = valuesOf(facts, 'ec2.subnet');
  const subnet = known.find((one) => one.id === id);
  if (subnet === undefined) return notThere('subnets', id, { known: known.map((one) => one.id), unread: unreadOf(facts, 'ec2.subnet'), noun: 'subnet' });
  return subnet.vpcId === vpcId ? undefined : fault('subnets', `${id} is a subnet of ${subnet.vpcId}, not of ${vpcId}`);
};

const wrongIn = (facts: Saved, { vpc, routeTables = [], subnets = [], service }: ChangeOf<'add endpoint'>): Applied | undefined => {
  const table = routeTables.map((id) => noTable(facts, 'routeTables', id)).find((one) => one !== undefined);
  if (table !== undefined) return table;
  const subnet = subnets.map((id) => noSubnetOf(facts, vpc, id)).find((one) => one !== undefined);
  if (subnet !== undefined) return subnet;
  if (routeTables.length > 0 && subnets.length > 0) return fault('subnets', 'an endpoint has route tables (gateway) or subnets (interface), not both');
  if (routeTables.length > 0 && !GATEWAY_SERVICES.test(service))
    return fault('service', `there is no gateway endpoint for ${service} — name subnets, for an interface endpoint`);
  return routeTables.length + subnets.length === 0
    ? fault('vpc', `say which routeTables of ${vpc} a gateway endpoint serves, or in which subnets an interface endpoint stands`)
    : undefined;
};

const endpointFrom = (
  facts: Saved,
  { vpc, service, routeTables = [], subnets = [], securityGroups = [], privateDns = true }: ChangeOf<'add endpoint'>,
): VpcEndpoint => {
  const id = idFor(facts);
  const isGateway = routeTables.length > 0;
  return {
    id,
    arn: arnFor(facts, vpc, id),
    service,
    type: isGateway ? 'Gateway' : 'Interface',
    state: 'available',
    vpcId: vpc,
    routeTableIds: routeTables,
    subnetIds: subnets,
    groupIds: securityGroups,
    privateDns: !isGateway && privateDns,
  };
};

/** Adds an endpoint that is available and lets everything through; the routes of a gateway endpoint follow from its tables. */
export const addEndpoint = (facts: Saved, change: ChangeOf<'add endpoint'>): Applied => {
  const wrong = noVpc(facts, change.vpc) ?? wrongIn(facts, change);
  if (wrong !== undefined) return wrong;
  const [unread] = unreadOf(facts, 'ec2.vpcEndpoints');
  if (unread !== undefined) return fault('vpc', `its endpoints were not read: ${unread.message}`);
  return { facts: ofVpc(facts, change.vpc, (endpoints) => [...endpoints, endpointFrom(facts, change)]) };
};

/** What to say of an endpoint that the facts do not hold. */
export const noEndpoint = (facts: Saved, key: string, id: string): Applied | undefined => {
  const known = endpointsIn(facts).map((endpoint) => endpoint.id);
  return known.includes(id) ? undefined : notThere(key, id, { known, unread: unreadOf(facts, 'ec2.vpcEndpoints'), noun: 'endpoint' });
};

/** Removes an endpoint with the routes that lead to it. */
export const removeEndpoint = (facts: Saved, { endpoint }: ChangeOf<'remove endpoint'>): Applied => {
  const wrong = noEndpoint(facts, 'endpoint', endpoint);
  if (wrong !== undefined) return wrong;
  const without = changed(facts, 'ec2.vpcEndpoints', (endpoints) => endpoints.filter(({ id }) => id !== endpoint));
  const served = new Set(tablesIn(without).flatMap(({ id, routes }) => (routes.some(({ target }) => target === endpoint) ? [id] : [])));
  return {
    facts: changed(without, 'ec2.routeTables', (tables) =>
      tables.map((table) => (served.has(table.id) ? { ...table, routes: table.routes.filter(({ target }) => target !== endpoint) } : table)),
    ),
  };
};

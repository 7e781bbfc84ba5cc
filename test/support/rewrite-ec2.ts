import type { Rewriting } from './stub-memory.ts';

// STUBS of what moto cannot hold: states of endpoints, routes and subnets, and networks that are shared. They change moto's answers on their way.

const ITEM = /<item>(?:(?!<\/?item>)[\s\S])*?<\/item>/g;

/** Changes the part of an answer that lies between two tags, where the thing of that id is told. */
const within = (body: string, id: string, change: (part: string) => string): string => {
  const at = body.indexOf(`>${id}<`);
  if (at < 0) return body;
  const after = body.slice(at);
  return body.slice(0, at) + change(after);
};

const firstTag = (part: string, tag: string, value: string): string => part.replace(new RegExp(`<${tag}>[^<]*</${tag}>`), `<${tag}>${value}</${tag}>`);

/** STUB: an endpoint in a state of its own, e.g. `pendingAcceptance`. */
export const endpointState = (account: string, endpointId: string, state: string): Rewriting => ({
  on: ['ec2:DescribeVpcEndpoints'],
  account,
  change: (body) => within(body, endpointId, (part) => firstTag(part, 'state', state)),
});

/** STUB: every route through this target is a black hole: what it led to is gone. */
export const blackhole = (account: string, targetId: string): Rewriting => ({
  on: ['ec2:DescribeRouteTables'],
  account,
  change: (body) => body.replace(ITEM, (item) => (item.includes(`>${targetId}<`) ? firstTag(item, 'state', 'blackhole') : item)),
});

/** STUB: a subnet in a state of its own, e.g. `pending`. */
export const subnetState = (account: string, subnetId: string, state: string): Rewriting => ({
  on: ['ec2:DescribeSubnets'],
  account,
  change: (body) => within(body, subnetId, (part) => firstTag(part, 'state', state)),
});

/** STUB: subnets and their VPC belong to another account, which shares them: this one sees no table, endpoint or gateway that it does not own. */
export const sharedBy = (account: string, owner: string): readonly Rewriting[] => [
  {
    on: ['ec2:DescribeSubnets', 'ec2:DescribeVpcs'],
    account,
    change: (body) => body.replaceAll(`<ownerId>${account}</ownerId>`, `<ownerId>${owner}</ownerId>`),
  },
  ...(['RouteTables:routeTableSet', 'VpcEndpoints:vpcEndpointSet', 'NatGateways:natGatewaySet', 'InternetGateways:internetGatewaySet'] as const).map((what) => {
    const [operation, set] = what.split(':');
    return { on: [`ec2:Describe${operation}`], account, change: (body: string) => body.replace(new RegExp(`<${set}>[\\s\\S]*</${set}>`), `<${set}/>`) };
  }),
];

import { expect, test } from '@jest/globals';
import { pictureOf } from '../../../src/reason/network/picture.ts';
import { tracesToS3 } from '../../../src/reason/network/s3.ts';
import { everything, filtering, group, network, OPEN_ACL, route, routing, TO_ENDPOINT, toGroup } from './networks.ts';

const pictured = (given: ReturnType<typeof network>) =>
  pictureOf(
    given,
    tracesToS3(given).map(({ subnet, trace }) => ({ from: subnet.id, to: 'Amazon S3', trace })),
  );

test('subnets with what routes and filters them', () => {
  const { vpc, subnets, groups } = pictured(network({ ...filtering(...OPEN_ACL), groups: [group({ ingress: [everything(toGroup('sg-jobs'))] })] }));
  expect(vpc).toEqual({ id: 'vpc-1', cidrs: ['10.0.0.0/16'] });
  expect(subnets.map(({ id, zone, routeTableId, networkAclId }) => [id, zone, routeTableId, networkAclId])).toEqual([
    ['subnet-a', 'us-east-1a', 'rtb-a', 'acl-1'],
    ['subnet-b', 'us-east-1b', 'rtb-b', 'acl-b'],
  ]);
  expect(groups).toEqual([{ id: 'sg-jobs', name: 'jobs', egress: ['all traffic to 0.0.0.0/0'], ingress: ['all traffic from sg-jobs'] }]);
});

test('a hidden table is left open', () => {
  expect(pictured(network({ routeTables: [] })).subnets.map(({ routeTableId }) => routeTableId)).toEqual([undefined, undefined]);
});

test('tables of the subnets and of the paths, with the routes that matter', () => {
  const { routeTables } = pictured(network(routing(TO_ENDPOINT, route('192.0.2.0/24', 'tgw-9'), route('0.0.0.0/0', 'igw-1'))));
  expect(routeTables.map(({ id }) => id)).toEqual(['rtb-a', 'rtb-b']);
  expect(routeTables[1]?.routes).toEqual([
    { destination: 'pl-63a5400a', target: 'vpce-s3', state: 'active' },
    { destination: '0.0.0.0/0', target: 'igw-1', state: 'active' },
  ]);
});

test('an internet gateway says which VPC it is of, not twice what it is', () => {
  const { ways, vpc } = pictured(network(routing(route('0.0.0.0/0', 'igw-1'))));
  expect(ways.find(({ id }) => id === 'igw-1')?.label).toBe(vpc.id);
});

test('ways out, also those that only a route names', () => {
  const { ways } = pictured(network(routing(route('0.0.0.0/0', 'tgw-1'))));
  expect(ways.map(({ id, kind, state }) => [id, kind, state])).toEqual([
    ['vpce-s3', 'gateway-endpoint', 'available'],
    ['nat-1', 'nat-gateway', 'available'],
    ['igw-1', 'internet-gateway', 'attached'],
    ['tgw-1', 'transit-gateway', 'active'],
  ]);
});

test('every hop names places of the picture, a prefix list or a network ACL', () => {
  const given = network(routing(route('0.0.0.0/0', 'nat-1')));
  const picture = pictured(given);
  const places = new Set(
    [picture.subnets, picture.routeTables, picture.groups, picture.ways]
      .flatMap((list) => list.map(({ id }) => id))
      .concat('pl-63a5400a', 'acl-1', 'acl-nat', 'subnet-nat'),
  );
  const named = picture.paths.flatMap(({ hops }) => hops.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])));
  expect(named.filter((id) => !places.has(id))).toEqual([]);
  expect(picture.paths.map(({ from, to, verdict }) => [from, to, verdict])).toEqual([
    ['subnet-a', 'Amazon S3', 'passes'],
    ['subnet-b', 'Amazon S3', 'passes'],
  ]);
});

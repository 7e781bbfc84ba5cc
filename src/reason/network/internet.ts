import type { Subnet } from '../../model/facts/ec2.ts';
import { rangesOf } from './addresses.ts';
import { boxesOf, without } from './boxes.ts';
import { traceOf } from './hops.ts';
import type { Network } from './network.ts';
import type { Destination } from './outward.ts';
import { egressHop, hopsOut, waysOut } from './outward.ts';
import { withoutGatewayEndpoints } from './routes.ts';
import type { SubnetTrace } from './subnet-trace.ts';
import type { FarEnd } from './traffic.ts';
import { blocksOf, https } from './traffic.ts';
import type { Way } from './ways.ts';
import { decidingWay } from './ways.ts';

/** IPv4 blocks that no public host has. Source: https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml */
const NOT_PUBLIC: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
];

const WORDS = 'the internet';

/** Any public host over IPv4, other than one in the VPC's own blocks or one of S3's: what leads to S3 alone leads to no other host. */
const internetEnd = ({ vpc, s3 }: Network): FarEnd => {
  const others = [...NOT_PUBLIC, ...vpc.cidrs, ...(s3?.cidrs ?? [])];
  const open = without(boxesOf(rangesOf(['0.0.0.0/0'])), boxesOf(rangesOf(others)));
  return { words: WORDS, blocks: open.map(({ first, last }) => ({ name: WORDS, range: { first, last } })), reach: 'most' };
};

/** A host whose addresses are known. */
const hostEnd = (cidrs: readonly string[]): FarEnd => ({ words: cidrs.join(', '), blocks: blocksOf(cidrs), reach: 'each' });

const otherWays = (ways: readonly Way[], far: FarEnd): readonly string[] => {
  const deciding = decidingWay(ways, far);
  return far.reach !== 'most' || deciding === undefined
    ? []
    : ways.flatMap((way) =>
        way === deciding || way.verdict === deciding.verdict ? [] : [`${way.hops[0]?.decidedBy}: unless the host is one of these addresses`],
      );
};

const question = ({ id }: Subnet, { words }: FarEnd, port: number): string => `Does ${id} reach ${words} on port ${port}?`;

/**
 * Whether each planned subnet reaches a public host. Without `cidrs` the host's addresses are not known: then the way that most addresses take decides.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
 */
export const tracesToInternet = (network: Network, port = 443, cidrs: readonly string[] = []): readonly SubnetTrace[] => {
  const far = cidrs.length === 0 ? internetEnd(network) : hostEnd(cidrs);
  const destination: Destination = { far, traffic: https(port), seen: withoutGatewayEndpoints };
  const egress = egressHop(network, destination);
  return network.subnets.map((subnet) => {
    const ways = waysOut(network, subnet, destination);
    const hops = hopsOut(network, subnet, { destination, egress, ways });
    return { subnet, trace: traceOf(question(subnet, far, port), hops, otherWays(ways, far)) };
  });
};

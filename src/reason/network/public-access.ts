import { parseArn } from '../arn.ts';
import type { Ruling } from './hops.ts';
import { passes, stops, unclear } from './hops.ts';
import type { Network } from './network.ts';

const NAME = 'VPC Block Public Access';
/** Only this mode keeps what a NAT gateway sends from the internet: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html */
const BLOCKS_EGRESS = 'block-bidirectional';
const MEND = 'exclude the VPC: aws ec2 create-vpc-block-public-access-exclusion';

const idIn = (arn: string): string => parseArn(arn)?.resource.split('/').at(-1) ?? arn;

const excludedRuling = ({ vpc, region }: Network, excluded: readonly string[], subnetIds: readonly string[]): Ruling => {
  const ids = excluded.map(idIn);
  if (ids.includes(vpc.id)) return passes(`${NAME} excludes ${vpc.id}`);
  const left = subnetIds.filter((id) => !ids.includes(id));
  if (left.length === 0) return passes(`${NAME} excludes ${subnetIds.join(' and ')}`);
  if (left.length < subnetIds.length)
    return unclear(
      `${NAME} excludes ${subnetIds.filter((id) => ids.includes(id)).join(', ')} and not ${left.join(', ')}; AWS does not say which of them counts`,
    );
  return stops(`${NAME} is ${BLOCKS_EGRESS} in ${region}, and excludes neither ${vpc.id} nor ${subnetIds.join(' or ')} — ${MEND}`);
};

/**
 * What VPC Block Public Access does to packets that go out through a NAT gateway and the internet gateway; undefined: nothing. `subnetIds`: where they
 * come from, and where the NAT gateway stands. A setting that could not be read leaves open what depends on it.
 */
export const publicAccessRuling = (network: Network, subnetIds: readonly string[]): Ruling | undefined => {
  const { publicAccess } = network;
  if (publicAccess === undefined || publicAccess.mode.state === 'absent') return undefined;
  const { mode, excluded } = publicAccess;
  if (mode.state === 'unknown') return unclear(`whether ${NAME} stops it was not read: ${mode.message}`);
  if (mode.value !== BLOCKS_EGRESS) return undefined;
  if (excluded.state === 'unknown') return unclear(`${NAME} is ${BLOCKS_EGRESS}, and its exclusions were not read: ${excluded.message}`);
  return excludedRuling(network, excluded.state === 'present' ? excluded.value : [], [...new Set(subnetIds)]);
};

import { isIpv6 } from './addresses.ts';
import type { Network } from './network.ts';
import type { FarEnd } from './traffic.ts';
import { blocksOf } from './traffic.ts';

/** S3 as a far end: SageMaker's interfaces speak IPv4, so that IPv6 entries of the list count only where there are no others. */
export const s3End = ({ s3 }: Network): FarEnd | undefined => {
  if (s3 === undefined) return undefined;
  const ipv4 = s3.cidrs.filter((cidr) => !isIpv6(cidr));
  const blocks = blocksOf(ipv4.length > 0 ? ipv4 : s3.cidrs);
  return blocks.length === 0 ? undefined : { words: `Amazon S3 (${s3.id})`, blocks, reach: 'each', prefixListId: s3.id, id: s3.id };
};

/** The name of S3's own prefix list. Source: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html */
export const s3PrefixListName = (region: string): string => `com.amazonaws.${region}.s3`;

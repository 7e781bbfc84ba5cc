import type { KnownFact } from '../../model/fact.ts';
import type { Vpc } from '../../model/facts/ec2.ts';
import { rangeOf } from './addresses.ts';

/** Names and addresses under which AWS's resolver answers in every VPC. Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
const OF_AWS: readonly string[] = ['amazonprovideddns', '169.254.169.253', 'fd00:ec2::253'];

const atBasePlusTwo = ({ cidrs }: Vpc, server: string): boolean => {
  const address = rangeOf(`${server}/32`)?.first;
  return address !== undefined && cidrs.some((cidr) => rangeOf(cidr)?.first === address - 2n);
};

/** The name servers that machines in a VPC are told; without options of its own, AWS's. */
export const resolversIn = (options: KnownFact<'ec2.dhcpOptions'>): readonly string[] => {
  const named = options.state === 'absent' ? [] : options.value.domainNameServers;
  return named.length === 0 ? ['AmazonProvidedDNS'] : named;
};

/** Whether a name server is AWS's resolver; it also answers at the base of the VPC's address block plus two. */
export const isOfAws =
  (vpc: Vpc) =>
  (server: string): boolean =>
    OF_AWS.includes(server.toLowerCase()) || atBasePlusTwo(vpc, server);

import type { Outcome } from '../../src/model/verdict.ts';
import { allowEgress, removeEndpointFromTable, revokeEgress, setEndpointPolicy } from '../support/break-network.ts';
import type { ReadySubnet } from '../support/ready-network.ts';
import type { RecommenderAccount } from '../support/recommender-account.ts';
import { document } from '../support/seed.ts';
import type { MutateIn, MutationIn } from './matrix.ts';

export type Mutate = MutateIn<RecommenderAccount>;
export type Mutation = MutationIn<RecommenderAccount>;
type Outcomes = Readonly<Record<string, Outcome>>;

/** Rules that are then not judged. */
export const none = (...rules: readonly string[]): Outcomes => Object.fromEntries(rules.map((rule) => [rule, 'not-applicable' as const]));

/** What rests on a way to S3. */
export const BEHIND_S3 = ['network/s3-goes-through-an-endpoint', 'network/endpoint-policy-allows-plan', 'network/endpoint-policy-allows-listing'] as const;

/** S3 is not reached, and what rests on it is not judged. */
export const NO_S3: Outcomes = { 'network/s3-is-reachable-from-every-subnet': 'fail', ...none(...BEHIND_S3) };

/** The third subnet of the ready account. */
export const third = ({ vpc }: RecommenderAccount): ReadySubnet => {
  const [, , subnet] = vpc.subnets;
  if (subnet === undefined) throw new Error('the ready account has three subnets');
  return subnet;
};

/** Takes the S3 endpoint out of the table of one subnet. */
export const withoutEndpoint = (account: RecommenderAccount, { routeTableId }: ReadySubnet): Promise<void> =>
  removeEndpointFromTable(account, { endpointId: account.vpc.s3EndpointId, prefixListId: account.vpc.s3PrefixListId, routeTableId });

type Permission = Parameters<typeof allowEgress>[2];

/** An account with a ready VPC. */
type InVpc = Parameters<typeof allowEgress>[0] & Pick<RecommenderAccount, 'vpc'>;

/** Lets the plan's group out to these and nothing else. */
export const onlyOut = async (account: InVpc, ...permissions: readonly Permission[]): Promise<undefined> => {
  await revokeEgress(account, account.vpc.groupId);
  for (const permission of permissions) await allowEgress(account, account.vpc.groupId, permission);
};

/** Everything to some addresses. */
export const everythingTo = (cidr: string): Permission => ({ IpProtocol: '-1', IpRanges: [{ CidrIp: cidr }] });

/** Gives the S3 endpoint a policy of these statements. */
export const endpointAllowing =
  (statements: (account: RecommenderAccount) => readonly object[]): Mutate =>
  async (account) =>
    void (await setEndpointPolicy(account, account.vpc.s3EndpointId, document(...(statements(account) as never[]))));

/** An Allow for anybody. */
export const anybody = (action: string | readonly string[], ...resources: readonly string[]): object => ({
  Effect: 'Allow',
  Principal: '*',
  Action: action,
  Resource: resources,
});

/** The ARN of the plan's bucket, and of its objects. */
export const bucketArns = ({ bucket }: RecommenderAccount) => ({ bucket: `arn:aws:s3:::${bucket}`, objects: `arn:aws:s3:::${bucket}/*` });

import { answered } from '../../aws/operation.ts';
import {
  getGroupPolicy,
  getUser,
  getUserPolicy,
  listAttachedGroupPolicies,
  listAttachedUserPolicies,
  listGroupPolicies,
  listGroupsForUser,
  listUserPolicies,
} from '../../aws/operations/iam.ts';
import { getCallerIdentity } from '../../aws/operations/sts.ts';
import type { FactParams, KnownFact, Reading } from '../../model/fact.ts';
import { absent, present } from '../../model/fact.ts';
import { nameOf, parseArn } from '../../reason/arn.ts';
import { requireOwnAccount } from '../account.ts';
import type { Call } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';
import { onManagedPolicies, onPrincipal } from './permissions.ts';
import type { Applied } from './policies.ts';
import { boundaryOf, MANAGED, policiesOf, unreadOf } from './policies.ts';
import { iamRegionOf } from './principal.ts';

const GROUP = [listAttachedGroupPolicies, listGroupPolicies, getGroupPolicy, ...MANAGED] as const;
const USER = [getUser, listAttachedUserPolicies, listUserPolicies, listGroupsForUser, getUserPolicy, getCallerIdentity, ...GROUP] as const;

const throughGroup = (call: Call<typeof GROUP>, groupArn: string): Promise<Applied> => {
  const managed = call.attempt(listAttachedGroupPolicies, { groupArn });
  const inline = call.attempt(listGroupPolicies, { groupArn });
  const inlineDocument = (policyName: string) => call.attempt(getGroupPolicy, { groupArn, policyName });
  return policiesOf(call, { managed, inline, inlineDocument, group: nameOf(groupArn) });
};

const groupsIn = (groups: Reading<readonly { readonly Arn?: string | undefined }[]>): readonly string[] =>
  groups.state === 'present' ? groups.value.map(({ Arn }) => answered(Arn, 'Group.Arn')) : [];

const collect = async ({ userArn }: FactParams<'iam.userPolicies'>, call: Call<typeof USER>): Promise<KnownFact<'iam.userPolicies'>> => {
  requireOwnAccount(userArn, await call(getCallerIdentity, {}));
  const found = call.attempt(getUser, { userArn });
  const managed = call.attempt(listAttachedUserPolicies, { userArn });
  const inline = call.attempt(listUserPolicies, { userArn });
  const inlineDocument = (policyName: string) => call.attempt(getUserPolicy, { userArn, policyName });
  const memberships = call.attempt(listGroupsForUser, { userArn });
  const [user, own, boundary, groups, fromGroups, ...listings] = await Promise.all([
    found,
    policiesOf(call, { managed, inline, inlineDocument }),
    boundaryOf(call, found),
    memberships,
    memberships.then((listed) => Promise.all(groupsIn(listed).map((groupArn) => throughGroup(call, groupArn)))),
    managed,
    inline,
  ]);
  if ([user, groups, ...listings].some(({ state }) => state === 'absent')) return absent;
  const applied = [own, ...fromGroups];
  const principalArn = (user.state === 'present' ? user.value.Arn : undefined) ?? userArn;
  const unread = [...applied.flatMap((part) => part.unread), ...unreadOf(groups)];
  return present({ principalArn, policies: applied.flatMap((part) => part.policies), unread, boundary });
};

/** Everything that allows or denies a user, its groups included, part by part. */
export const iamUserPolicies = defineCollector({
  kind: 'iam.userPolicies',
  operations: USER,
  region: ({ userArn }) => iamRegionOf(userArn),
  calls: ({ userArn }) => [
    invocation(getCallerIdentity, {}),
    ...[getUser, listAttachedUserPolicies, listUserPolicies, listGroupsForUser].map((operation) => invocation(operation, { userArn })),
  ],
  surcharges: [
    { service: 'iam', each: 2, per: 'group' },
    { service: 'iam', each: 1, per: 'inline policy' },
    { service: 'iam', each: 2, per: 'managed policy' },
    { service: 'iam', each: 2, per: 'permissions boundary' },
  ],
  permissions: ({ userArn }, { known }) => {
    const { partition, account } = parseArn(userArn ?? '') ?? { partition: '*', account: '*' };
    const groups = [`arn:${partition}:iam::${account}:group/*`] as const;
    const onGroups = (['iam:ListAttachedGroupPolicies', 'iam:ListGroupPolicies', 'iam:GetGroupPolicy'] as const).map((action) => ({
      action,
      resources: groups,
      because: "the user's groups are known only after reading",
    }));
    return [
      ...onPrincipal(['iam:GetUser', 'iam:ListAttachedUserPolicies', 'iam:ListUserPolicies', 'iam:ListGroupsForUser', 'iam:GetUserPolicy'], userArn),
      ...onGroups,
      ...onManagedPolicies(userArn, known),
    ];
  },
  collect,
});

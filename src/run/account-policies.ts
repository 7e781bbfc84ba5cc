import type { NeededPermission } from '../collectors/define.ts';
import type { Facts } from '../model/fact.ts';
import type { IamEngine } from '../model/facts/iam.ts';
import type { Target } from '../model/target.ts';
import { partitionOf } from '../reason/arn.ts';
import type { AccountGroup } from './account-group.ts';
import { accountGroups } from './account-group.ts';
import { factsFor } from './gather.ts';
import type { RunPermissions } from './permissions.ts';
import { permissionsFor } from './permissions.ts';

/** What one account must allow: to the role that is taken on, or to whoever runs sageready. */
export interface AccountPolicy extends RunPermissions, Pick<AccountGroup, 'account' | 'assumeRole'> {}

/** What a run over several accounts needs. */
export interface AccountPolicies {
  readonly accounts: readonly AccountPolicy[];
  /** What whoever runs sageready needs beside it, in their own account; undefined: no role is taken on. */
  readonly caller?: RunPermissions['policy'];
}

/** What is known beside the targets. */
interface Known {
  readonly iamEngine: IamEngine | undefined;
  /** What each account needs beside its facts. */
  readonly further: readonly NeededPermission[];
  readonly facts?: Facts;
}

const policyOf = ({ account, assumeRole, targets }: AccountGroup, { iamEngine, ...known }: Known): AccountPolicy => {
  const place = { partition: partitionOf(targets[0]?.region ?? ''), account };
  return { account, ...(assumeRole !== undefined && { assumeRole }), ...permissionsFor(factsFor(targets, iamEngine), { ...place, ...known }) };
};

const takingOn = (roles: readonly string[]): RunPermissions['policy'] => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'TakeOnRoles', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: roles }],
});

/** The least policies for reading these targets: one for each way of reading an account, and the caller's own. */
export const accountPolicies = (targets: readonly Target[], known: Known): AccountPolicies => {
  const groups = accountGroups(targets);
  const roles = [...new Set(groups.flatMap(({ assumeRole }) => assumeRole ?? []))].sort();
  return { accounts: groups.map((group) => policyOf(group, known)), ...(roles.length > 0 && { caller: takingOn(roles) }) };
};

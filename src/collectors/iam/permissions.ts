import type { Fact } from '../../model/fact.ts';
import type { IdentityPolicies } from '../../model/facts/iam.ts';
import type { IamAction, NonEmpty } from '../../model/words.ts';
import { isNonEmpty } from '../../model/words.ts';
import { parseArn } from '../../reason/arn.ts';
import type { NeededPermission } from '../define.ts';

/** Actions on one principal; before it is known, on every one. */
export const onPrincipal = (actions: readonly IamAction[], arn: string | undefined): readonly NeededPermission[] =>
  actions.map((action) =>
    arn === undefined ? { action, resources: ['*'], because: 'the principal is known only from another fact' } : { action, resources: [arn] },
  );

const READ_POLICY: readonly IamAction[] = ['iam:GetPolicy', 'iam:GetPolicyVersion'];

const anyPolicyOf = (arn: string | undefined): NonEmpty<string> => {
  const { partition, account } = parseArn(arn ?? '') ?? { partition: '*', account: '*' };
  return [`arn:${partition}:iam::${account}:policy/*`, `arn:${partition}:iam::aws:policy/*`];
};

const managedIn = (known: Fact<'iam.rolePolicies' | 'iam.userPolicies'>): readonly string[] | undefined => {
  if (known.state === 'unknown') return undefined;
  if (known.state === 'absent') return [];
  const { policies, boundary, unread }: IdentityPolicies = known.value;
  const arns = policies.flatMap(({ arn }) => arn ?? []);
  const isWhole = unread.length === 0 && boundary.state !== 'unknown';
  return isWhole ? [...new Set([...arns, ...(boundary.state === 'present' ? [boundary.value.arn] : [])])].sort() : undefined;
};

/** Reading the documents of whatever managed policies a principal has: exactly those, once they are known. */
export const onManagedPolicies = (arn: string | undefined, known: Fact<'iam.rolePolicies' | 'iam.userPolicies'> | undefined): readonly NeededPermission[] => {
  const arns = known && managedIn(known);
  if (arns === undefined)
    return READ_POLICY.map((action) => ({ action, resources: anyPolicyOf(arn), because: 'which policies are attached is known only after reading' }));
  return isNonEmpty(arns) ? READ_POLICY.map((action) => ({ action, resources: arns })) : [];
};

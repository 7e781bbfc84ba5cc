import { getRole, getRolePolicy, listAttachedRolePolicies, listRolePolicies } from '../../aws/operations/iam.ts';
import { getCallerIdentity } from '../../aws/operations/sts.ts';
import { absent, present } from '../../model/fact.ts';
import { requireOwnAccount } from '../account.ts';
import { defineCollector, invocation } from '../define.ts';
import { onManagedPolicies, onPrincipal } from './permissions.ts';
import { boundaryOf, MANAGED, policiesOf } from './policies.ts';
import { iamRegionOf } from './principal.ts';

/** Everything that allows or denies a role, part by part. */
export const iamRolePolicies = defineCollector({
  kind: 'iam.rolePolicies',
  operations: [getRole, listAttachedRolePolicies, listRolePolicies, getRolePolicy, getCallerIdentity, ...MANAGED],
  region: ({ roleArn }) => iamRegionOf(roleArn),
  calls: ({ roleArn }) => [
    invocation(getCallerIdentity, {}),
    ...[getRole, listAttachedRolePolicies, listRolePolicies].map((operation) => invocation(operation, { roleArn })),
  ],
  surcharges: [
    { service: 'iam', each: 1, per: 'inline policy' },
    { service: 'iam', each: 2, per: 'managed policy' },
    { service: 'iam', each: 2, per: 'permissions boundary' },
  ],
  permissions: ({ roleArn }, { known }) => {
    const arn = known?.state === 'present' ? known.value.principalArn : roleArn;
    return [
      ...onPrincipal(['iam:GetRole', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies', 'iam:GetRolePolicy'], arn),
      ...onManagedPolicies(arn, known),
    ];
  },
  collect: async ({ roleArn }, call) => {
    requireOwnAccount(roleArn, await call(getCallerIdentity, {}));
    const found = call.attempt(getRole, { roleArn });
    const managed = call.attempt(listAttachedRolePolicies, { roleArn });
    const inline = call.attempt(listRolePolicies, { roleArn });
    const inlineDocument = (policyName: string) => call.attempt(getRolePolicy, { roleArn, policyName });
    const [role, applied, boundary, ...listings] = await Promise.all([
      found,
      policiesOf(call, { managed, inline, inlineDocument }),
      boundaryOf(call, found),
      managed,
      inline,
    ]);
    if ([role, ...listings].some(({ state }) => state === 'absent')) return absent;
    const principalArn = (role.state === 'present' ? role.value.Arn : undefined) ?? roleArn;
    return present({ principalArn, ...applied, boundary });
  },
});

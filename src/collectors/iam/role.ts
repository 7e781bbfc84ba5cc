import { answered } from '../../aws/operation.ts';
import { getRole } from '../../aws/operations/iam.ts';
import { getCallerIdentity } from '../../aws/operations/sts.ts';
import { absent, present } from '../../model/fact.ts';
import { requireOwnAccount } from '../account.ts';
import { defineCollector, invocation } from '../define.ts';
import { policyText } from '../document.ts';
import { onPrincipal } from './permissions.ts';
import { iamRegionOf, principalFields } from './principal.ts';

/** A role. IAM is asked by name, so the answer's ARN may have another path than the one asked for. */
export const iamRole = defineCollector({
  kind: 'iam.role',
  operations: [getRole, getCallerIdentity],
  region: ({ roleArn }) => iamRegionOf(roleArn),
  calls: ({ roleArn }) => [invocation(getCallerIdentity, {}), invocation(getRole, { roleArn })],
  permissions: ({ roleArn }, { known }) => onPrincipal(['iam:GetRole'], known?.state === 'present' ? known.value.arn : roleArn),
  collect: async ({ roleArn }, call) => {
    requireOwnAccount(roleArn, await call(getCallerIdentity, {}));
    const found = await call(getRole, { roleArn });
    if (found.state === 'absent') return absent;
    const { RoleName, RoleId, AssumeRolePolicyDocument } = found.value;
    const fields = principalFields(found.value);
    const name = answered(RoleName, 'RoleName');
    const text = policyText(answered(AssumeRolePolicyDocument, 'AssumeRolePolicyDocument'));
    return present({ ...fields, name, roleId: answered(RoleId, 'RoleId'), trust: { kind: 'trust', name, arn: fields.arn, text } });
  },
});

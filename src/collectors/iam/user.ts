import { answered } from '../../aws/operation.ts';
import { getUser } from '../../aws/operations/iam.ts';
import { getCallerIdentity } from '../../aws/operations/sts.ts';
import { absent, present } from '../../model/fact.ts';
import { requireOwnAccount } from '../account.ts';
import { defineCollector, invocation } from '../define.ts';
import { onPrincipal } from './permissions.ts';
import { iamRegionOf, principalFields } from './principal.ts';

/** A user. */
export const iamUser = defineCollector({
  kind: 'iam.user',
  operations: [getUser, getCallerIdentity],
  region: ({ userArn }) => iamRegionOf(userArn),
  calls: ({ userArn }) => [invocation(getCallerIdentity, {}), invocation(getUser, { userArn })],
  permissions: ({ userArn }) => onPrincipal(['iam:GetUser'], userArn),
  collect: async ({ userArn }, call) => {
    requireOwnAccount(userArn, await call(getCallerIdentity, {}));
    const found = await call(getUser, { userArn });
    if (found.state === 'absent') return absent;
    const { UserName, UserId } = found.value;
    return present({ ...principalFields(found.value), name: answered(UserName, 'UserName'), userId: answered(UserId, 'UserId') });
  },
});

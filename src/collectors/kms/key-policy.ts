import { getKeyPolicy } from '../../aws/operations/kms.ts';
import { getCallerIdentity } from '../../aws/operations/sts.ts';
import { absent, present } from '../../model/fact.ts';
import { nameOf } from '../../reason/arn.ts';
import { regionOfKey } from '../../reason/references.ts';
import { requireOwnAccount } from '../account.ts';
import { defineCollector, invocation } from '../define.ts';
import { onKey } from './permissions.ts';

/** A key's policy. KMS shows it to the key's own account only. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html */
export const kmsKeyPolicy = defineCollector({
  kind: 'kms.keyPolicy',
  operations: [getKeyPolicy, getCallerIdentity],
  region: ({ keyArn }) => regionOfKey(keyArn) ?? '',
  calls: ({ keyArn }) => [invocation(getKeyPolicy, { keyArn })],
  permissions: ({ keyArn }, { partition, account }) => [onKey('kms:GetKeyPolicy', { keyId: keyArn, region: undefined, partition, account })],
  collect: async ({ keyArn }, call) => {
    requireOwnAccount(keyArn, await call(getCallerIdentity, {}));
    const text = await call(getKeyPolicy, { keyArn });
    return text.state === 'absent' ? absent : present({ kind: 'key', name: nameOf(keyArn), arn: keyArn, text: text.value });
  },
});

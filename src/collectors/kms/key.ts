import { answered } from '../../aws/operation.ts';
import { describeKey } from '../../aws/operations/kms.ts';
import { absent, present } from '../../model/fact.ts';
import { parseArn } from '../../reason/arn.ts';
import { regionOfKey } from '../../reason/references.ts';
import { defineCollector, invocation } from '../define.ts';
import { onKey } from './permissions.ts';

const NOT_REPORTED = 'not reported';

/** A key, by any form of reference; an ARN is asked for in its own Region. */
export const kmsKey = defineCollector({
  kind: 'kms.key',
  operations: [describeKey],
  region: ({ keyId, region }) => regionOfKey(keyId) || region,
  calls: ({ keyId }) => [invocation(describeKey, { keyId })],
  permissions: ({ keyId, region }, { partition, account, known }) => [
    onKey('kms:DescribeKey', { keyId: known?.state === 'present' ? known.value.arn : keyId, region, partition, account }),
  ],
  collect: async ({ keyId }, call) => {
    const found = await call(describeKey, { keyId });
    if (found.state === 'absent') return absent;
    const { Arn, KeyId, KeyState, KeyManager, KeyUsage = NOT_REPORTED, KeySpec = NOT_REPORTED, DeletionDate } = found.value;
    const arn = answered(Arn, 'KeyMetadata.Arn');
    const { account, region } = answered(parseArn(arn), 'KeyMetadata.Arn');
    return present({
      arn,
      keyId: answered(KeyId, 'KeyMetadata.KeyId'),
      account,
      region,
      state: answered(KeyState, 'KeyMetadata.KeyState'),
      manager: answered(KeyManager, 'KeyMetadata.KeyManager'),
      usage: KeyUsage,
      spec: KeySpec,
      ...(DeletionDate !== undefined && { deletionDate: DeletionDate.toISOString() }),
    });
  },
});

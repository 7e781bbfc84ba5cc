import { answered } from '../../aws/operation.ts';
import { describeKey } from '../../aws/operations/kms.ts';
import { Refused } from '../../aws/refused.ts';
import { absent, present, unknown } from '../../model/fact.ts';
import { parseArn } from '../../reason/arn.ts';
import { regionOfKey } from '../../reason/references.ts';
import { defineCollector, invocation } from '../define.ts';
import { onKey } from './permissions.ts';

const NOT_REPORTED = 'not reported';
const PREDEFINED = /(?:^|:)alias\/aws\//;

// KMS gives a predefined alias its AWS managed key when it is first described, so asking could change the account.
// https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
const refusePredefined = (keyId: string): void => {
  if (!PREDEFINED.test(keyId)) return;
  throw new Refused(
    unknown(
      'unsupported',
      `${keyId} is an alias that AWS predefines, and describing it may create the key behind it — name that key’s ARN, or a customer managed key`,
    ),
  );
};

/** A key, by any form of reference; an ARN is asked for in its own Region. */
export const kmsKey = defineCollector({
  kind: 'kms.key',
  operations: [describeKey],
  region: ({ keyId, region }) => regionOfKey(keyId) || region,
  calls: ({ keyId }) => (PREDEFINED.test(keyId ?? '') ? [] : [invocation(describeKey, { keyId })]),
  permissions: ({ keyId, region }, { partition, account, known }) => [
    onKey('kms:DescribeKey', { keyId: known?.state === 'present' ? known.value.arn : keyId, region, partition, account }),
  ],
  collect: async ({ keyId }, call) => {
    refusePredefined(keyId);
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

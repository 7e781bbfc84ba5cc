import { answered } from '../../aws/operation.ts';
import { listGrants } from '../../aws/operations/kms.ts';
import { getCallerIdentity } from '../../aws/operations/sts.ts';
import { absent, present } from '../../model/fact.ts';
import type { KeyGrant } from '../../model/facts/kms.ts';
import { regionOfKey } from '../../reason/references.ts';
import { requireOwnAccount } from '../account.ts';
import { defineCollector, invocation } from '../define.ts';
import { onKey } from './permissions.ts';

/** A grant as KMS lists it. */
interface Listed {
  readonly GrantId?: string | undefined;
  readonly Name?: string | undefined;
  readonly GranteePrincipal?: string | undefined;
  readonly GranteeServicePrincipal?: string | undefined;
  readonly Operations?: readonly string[] | undefined;
  readonly Constraints?:
    | {
        readonly EncryptionContextEquals?: Readonly<Record<string, string>> | undefined;
        readonly EncryptionContextSubset?: Readonly<Record<string, string>> | undefined;
        readonly SourceArn?: string | undefined;
      }
    | undefined;
}

/** Takes a grant's declared fields; the grantee is a principal's ARN or a service's name. */
const grantOf = ({ GrantId, Name, GranteePrincipal, GranteeServicePrincipal, Operations = [], Constraints = {} }: Listed): KeyGrant => {
  const { EncryptionContextEquals, EncryptionContextSubset, SourceArn } = Constraints;
  return {
    grantId: answered(GrantId, 'GrantId'),
    granteePrincipal: answered(GranteePrincipal ?? GranteeServicePrincipal, 'GranteePrincipal'),
    operations: Operations,
    ...(Name !== undefined && Name !== '' && { name: Name }),
    ...(EncryptionContextEquals !== undefined && { encryptionContextEquals: EncryptionContextEquals }),
    ...(EncryptionContextSubset !== undefined && { encryptionContextSubset: EncryptionContextSubset }),
    ...(SourceArn !== undefined && { sourceArn: SourceArn }),
  };
};

/** A key's grants. */
export const kmsGrants = defineCollector({
  kind: 'kms.grants',
  operations: [listGrants, getCallerIdentity],
  region: ({ keyArn }) => regionOfKey(keyArn) ?? '',
  calls: ({ keyArn }) => [invocation(listGrants, { keyArn })],
  surcharges: [{ service: 'kms', each: 1, per: 'further 100 grants' }],
  permissions: ({ keyArn }, { partition, account }) => [onKey('kms:ListGrants', { keyId: keyArn, region: undefined, partition, account })],
  collect: async ({ keyArn }, call) => {
    const grants = await call(listGrants, { keyArn });
    if (grants.state === 'present') return present(grants.value.map(grantOf));
    requireOwnAccount(keyArn, await call(getCallerIdentity, {}));
    return absent;
  },
});

import type { PolicySource } from '../policy.ts';
import type { MayExist } from '../reading.ts';

/** A key as DescribeKey tells it. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
export interface Key {
  readonly arn: string;
  readonly keyId: string;
  readonly account: string;
  readonly region: string;
  /** `Enabled`, `Disabled`, `PendingDeletion`, … */
  readonly state: string;
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly usage: string;
  readonly spec: string;
  /** ISO 8601, when deletion is pending. */
  readonly deletionDate?: string;
}

/** A grant as ListGrants tells it. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html */
export interface KeyGrant {
  readonly grantId: string;
  readonly name?: string;
  readonly granteePrincipal: string;
  readonly operations: readonly string[];
  readonly encryptionContextEquals?: Readonly<Record<string, string>>;
  readonly encryptionContextSubset?: Readonly<Record<string, string>>;
  readonly sourceArn?: string;
}

/** KMS facts. A key that is named by alias is asked for under its alias; policy and grants need the key's ARN. */
export interface KmsFacts {
  readonly 'kms.key': MayExist<{ readonly keyId: string; readonly region: string }, Key>;
  readonly 'kms.keyPolicy': MayExist<{ readonly keyArn: string }, PolicySource>;
  readonly 'kms.grants': MayExist<{ readonly keyArn: string }, readonly KeyGrant[]>;
}

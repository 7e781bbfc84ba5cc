import type { IamAction } from '../../model/words.ts';
import { parseArn } from '../../reason/arn.ts';
import type { NeededPermission } from '../define.ts';

/** What is known of a key before it is asked for. */
export interface KeyReference {
  /** Undefined: it comes from another fact. */
  readonly keyId: string | undefined;
  readonly region: string | undefined;
  readonly partition: string;
  readonly account: string;
}

/** The narrowest ARN pattern that the key's own ARN, on which KMS decides, will match. An alias tells nothing of it. */
const keyPattern = ({ keyId, region = '*', partition, account }: KeyReference): string => {
  if (keyId === undefined) return `arn:${partition}:kms:${region}:*:key/*`;
  const arn = parseArn(keyId);
  if (arn?.resource.startsWith('key/') === true) return keyId;
  if (arn !== undefined) return `arn:${arn.partition}:kms:${arn.region}:${arn.account}:key/*`;
  return `arn:${partition}:kms:${region}:${account}:key/${keyId.startsWith('alias/') ? '*' : keyId}`;
};

/** One action on one key, as narrow as its reference tells. */
export const onKey = (action: IamAction, key: KeyReference): NeededPermission => {
  const resource = keyPattern(key);
  const because = key.keyId === undefined ? 'the key is known only from another fact' : `KMS decides on the ARN of the key, which ${key.keyId} does not tell`;
  return { action, resources: [resource], ...(resource.endsWith('*') && { because }) };
};

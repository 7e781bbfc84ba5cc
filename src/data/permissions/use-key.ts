import type { Actor, Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction, Url } from '../../model/words.ts';

/** Tells which keys of a plan are meant. */
export type KeyIds = (target: Target) => readonly string[];

/** One use of keys by an actor; `via`: the service that makes the call in its name. */
export const useKeys = (
  keyIds: KeyIds,
  use: { readonly who: Actor; readonly action: IamAction; readonly via?: string; readonly source: Url },
): Permission<Target> => ({
  ...use,
  resource: (target) => keyIds(target).map((keyId) => ({ kind: 'kms-key', keyId })),
  ...(use.action === 'kms:CreateGrant' && { context: () => ({ 'kms:GrantIsForAWSResource': 'true' }) }),
});

import type { Derived } from './fact.ts';
import type { Target } from './target.ts';
import type { IamAction, Url } from './words.ts';

/** Who makes a call. The caller is only who runs sageready, and is never judged. */
export type Actor = 'deployer' | 'execution-role';

/** What a permission is asked on; the kind decides whose resource policy counts. `derived` parts come from other facts. */
export type PermissionResource =
  /** No resource type, or a type without resource policies. */
  | { readonly kind: 'plain'; readonly arn: string }
  | { readonly kind: 's3-object'; readonly bucket: string; readonly key: string }
  | { readonly kind: 's3-bucket'; readonly bucket: string }
  | { readonly kind: 'kms-key'; readonly keyId: string | Derived<string> };

/** Condition keys that the request will carry, known from the plan. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** One permission question, as data: may `who` do `action` on `resource`? */
export interface Permission<T extends Target = Target> {
  readonly who: Actor;
  readonly action: IamAction;
  readonly resource: (target: T) => PermissionResource;
  readonly context?: (target: T) => RequestContext;
  /** Whether this plan needs it at all; default: always. */
  readonly when?: (target: T) => boolean;
  /** The page that says so. */
  readonly source: Url;
}

/** Declares one permission. */
export const permission = <T extends Target>(spec: Permission<T>): Permission<T> => spec;

import type { Target } from './target.ts';
import type { IamAction, Url } from './words.ts';

/** Who makes a call. The caller is only who runs sageready, and is never judged. */
export type Actor = 'deployer' | 'execution-role';

/** What a permission is asked on; the kind decides whose resource policy counts. */
export type PermissionResource =
  /** A type without resource policies, or no type at all (`*`). */
  | { readonly kind: 'plain'; readonly arn: string }
  /**
   * A thing of the target's account and Region whose name the plan may leave out: `before`, name and `after` make the ARN's resource; `field` would name it.
   * `below`: a thing of it with whose name the ARN ends; a name that only AWS gives is undefined.
   */
  | {
      readonly kind: 'named';
      readonly service: string;
      readonly before: string;
      readonly name: string | undefined;
      readonly after?: string;
      readonly below?: { readonly name: string | undefined };
      readonly field: string;
    }
  /** The ECR repository of an image URI. */
  | { readonly kind: 'ecr-repository'; readonly image: string }
  /** An object of S3; where the plan names a prefix only, one that stands for all of them by the end of its key (`standIn`). */
  | { readonly kind: 's3-object'; readonly uri: string; readonly standIn?: string }
  | { readonly kind: 's3-bucket'; readonly bucket: string }
  /** An object of a bucket that AWS keeps for its own models, or such a bucket as a whole (no key): open to everybody, so that the principal's side decides. */
  | { readonly kind: 'aws-content'; readonly bucket: string; readonly key: string }
  | { readonly kind: 'kms-key'; readonly keyId: string }
  /** The key that an object is encrypted with; none: the permission is not needed. */
  | { readonly kind: 'key-of-object'; readonly uri: string };

/** Condition keys that the request will carry, known from the plan; an empty list: it will not carry the key. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** Makes the ARN of a thing in the target's own account and Region. */
export type LocalArn = (service: string, resource: string) => string;

/** One permission question, as data: may `who` do `action` on `resource`? */
export interface Permission<T extends Target = Target> {
  readonly who: Actor;
  readonly action: IamAction;
  /** What it is asked on; several: each of them, none: the plan does not need it. */
  readonly resource: (target: T) => PermissionResource | readonly PermissionResource[];
  readonly context?: (target: T, arn: LocalArn) => RequestContext;
  /** The service that makes the call on the principal's behalf, as in `kms:ViaService`: its name without Region and suffix. */
  readonly via?: string;
  /** Whether this plan needs it at all; default: always. */
  readonly when?: (target: T) => boolean;
  /** The page that says so. */
  readonly source: Url;
}

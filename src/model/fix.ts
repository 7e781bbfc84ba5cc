import type { PolicyStatement } from './policy.ts';
import type { StatementRef } from './trace.ts';

/** Who can carry a fix out. */
export type Owner = 'network' | 'identity' | 'keys' | 'ml' | 'organisation';

/** Every kind of fix with its data: the exact statement or parameter, computed from the facts. */
export interface FixCatalog {
  /** Add a statement to the identity policies of a role or user. */
  readonly grant: { readonly principalArn: string; readonly statement: PolicyStatement };
  /** Widen the permissions boundary of a role or user. */
  readonly 'amend-boundary': { readonly principalArn: string; readonly boundaryArn: string; readonly statement: PolicyStatement };
  /** Take out or narrow a statement that denies explicitly. */
  readonly 'amend-denial': { readonly statement: StatementRef; readonly holder: string; readonly why: string };
  /** Let the named service assume the role. */
  readonly 'trust-service': { readonly roleArn: string; readonly statement: PolicyStatement };
  /** Create the execution role. */
  readonly 'create-role': { readonly roleName: string; readonly path: string; readonly account: string; readonly trustStatement: PolicyStatement };
  readonly 'allow-in-bucket-policy': { readonly bucket: string; readonly statement: PolicyStatement };
  readonly 'allow-in-key-policy': { readonly keyArn: string; readonly region: string; readonly statement: PolicyStatement };
  /** Put the model artifact where the endpoint can read it. */
  readonly 'copy-artifact': { readonly from: string; readonly region: string; readonly account: string };
  readonly 'upload-artifact': { readonly to: string; readonly region: string };
  /** Put a copy of the image into a repository of this account and Region. */
  readonly 'push-image': { readonly from: string; readonly to: string; readonly region: string };
  /** Name another image in the description. */
  readonly 'use-image': { readonly from: string; readonly to: string };
  /** Build the image anew, for linux/amd64 and in the form that SageMaker accepts, and push it. */
  readonly 'build-image': { readonly image: string; readonly why: string };
  readonly 'create-repository': { readonly repository: string; readonly region: string };
  /** Bring an image back from ECR's archive. */
  readonly 'restore-image': { readonly image: string; readonly digest: string };
  readonly 'approve-model-package': { readonly modelPackageArn: string; readonly region: string };
  /** Leave a key out of the description, or out of what is deployed from it. */
  readonly 'remove-field': { readonly field: readonly string[]; readonly why: string };
  /** Change a value of the description. */
  readonly 'set-field': { readonly field: readonly (string | number)[]; readonly value: string | number | boolean; readonly why: string };
  readonly 'request-quota': {
    readonly serviceCode: string;
    readonly quotaCode: string;
    readonly quotaName: string;
    readonly region: string;
    readonly value: number;
  };
  /** Make a key usable again: take back its deletion first where that is pending. */
  readonly 'enable-key': { readonly keyArn: string; readonly region: string; readonly pendingDeletion: boolean };
  /** Bring an archived artifact back to a storage class that can be read at once. */
  readonly 'restore-artifact': { readonly uri: string; readonly region: string };
  /** Let the service control policies above an account allow something; `level`: the one that does not. */
  readonly 'allow-in-organisation': { readonly account: string; readonly level?: string; readonly statement: PolicyStatement };
  readonly 'create-key': { readonly region: string; readonly account: string };
}

export type FixKind = keyof FixCatalog;
/** A remedy as data; `reporters/fixes/<kind>.ts` turns it into text and commands. */
export type Fix = { readonly [K in FixKind]: { readonly kind: K } & FixCatalog[K] }[FixKind];
export type FixOf<K extends FixKind> = { readonly kind: K } & FixCatalog[K];

/** Who owns a fix follows from its kind, here and nowhere else. */
export const OWNER_OF_FIX: Readonly<Record<FixKind, Owner>> = {
  grant: 'identity',
  'amend-boundary': 'identity',
  'amend-denial': 'identity',
  'trust-service': 'identity',
  'create-role': 'identity',
  'allow-in-bucket-policy': 'ml',
  'allow-in-key-policy': 'keys',
  'copy-artifact': 'ml',
  'upload-artifact': 'ml',
  'push-image': 'ml',
  'use-image': 'ml',
  'build-image': 'ml',
  'create-repository': 'ml',
  'restore-image': 'ml',
  'approve-model-package': 'ml',
  'remove-field': 'ml',
  'set-field': 'ml',
  'request-quota': 'ml',
  'enable-key': 'keys',
  'restore-artifact': 'ml',
  'allow-in-organisation': 'organisation',
  'create-key': 'keys',
};

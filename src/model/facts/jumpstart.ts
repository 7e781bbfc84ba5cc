import type { MayExist } from '../reading.ts';

/** Versions of one model in a Region's public manifest. */
export interface JumpStartVersions {
  readonly modelId: string;
  /** None: the manifest has no such model. Newest first. */
  readonly versions: readonly { readonly version: string; readonly specKey: string; readonly minimumSdk?: string }[];
  /** Ids of the manifest that look like the one asked for. */
  readonly nearest: readonly string[];
}

/** What the specification of a model version says, as far as it is used. */
export interface JumpStartSpec {
  readonly modelId: string;
  readonly version: string;
  readonly deprecated: boolean;
  readonly trainingSupported: boolean;
  readonly hosting?: JumpStartUse;
  readonly training?: JumpStartUse;
  readonly hostingIsolation: boolean;
  readonly trainingIsolation: boolean;
  /** A licence must be accepted (`hosting_eula_key`, or gated content). */
  readonly gated: boolean;
  /** Hosting takes a model that is repackaged with its script into the own bucket. */
  readonly repackaged: boolean;
}

/** One use of a model, on its default instance type. */
export interface JumpStartUse {
  /** Image URI in the Region, where the specification tells it. */
  readonly image?: string;
  /** `s3://` address of the artifact, in the bucket that holds it. */
  readonly artifact?: string;
  /** The artifact is a prefix of uncompressed files, not one archive. */
  readonly isPrefix: boolean;
  /** `s3://` address of the script that a training job runs, always in the open bucket. */
  readonly script?: string;
  readonly defaultInstanceType?: string;
  readonly supportedInstanceTypes: readonly string[];
  /** Supported types with another image or artifact; what is left out there, that type does without. */
  readonly otherwise?: readonly { readonly instanceType: string; readonly image?: string; readonly artifact?: string }[];
}

/** Facts from JumpStart's public content bucket of a Region. Absent: there is no manifest, or no such specification. */
export interface JumpStartFacts {
  readonly 'jumpstart.versions': MayExist<{ readonly bucket: string; readonly region: string; readonly modelId: string }, JumpStartVersions>;
  /** `version`: `*` for the newest that is not deprecated. */
  readonly 'jumpstart.spec': MayExist<{ readonly bucket: string; readonly region: string; readonly modelId: string; readonly version: string }, JumpStartSpec>;
}

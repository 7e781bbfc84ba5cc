import type { Applicability } from '../model/rule.ts';
import type { ServerlessEndpointTarget, Target } from '../model/target.ts';

const applicability = <T extends Target>(accepts: (target: Target) => target is T, otherwise: string): Applicability<T> => ({ accepts, otherwise });

/** Every planned deployment. */
export const everyTarget: Applicability<Target> = applicability((_): _ is Target => true, 'every target');

/** A target with a model artifact in S3. */
export type WithArtifact = Target & { readonly modelDataUrl: string };
export const withArtifact: Applicability<WithArtifact> = applicability(
  (target): target is WithArtifact => target.modelDataUrl !== undefined,
  'the plan names no model artifact (modelDataUrl)',
);

/** A target that names a KMS key. */
export type WithKey = Target & { readonly kmsKeyId: string };
export const withKey: Applicability<WithKey> = applicability(
  (target): target is WithKey => target.kmsKeyId !== undefined,
  'the plan names no KMS key (kmsKeyId)',
);

/** A target whose deployer is to be judged. */
export type WithDeployer = Target & { readonly deployer: string };
export const withDeployer: Applicability<WithDeployer> = applicability(
  (target): target is WithDeployer => target.deployer !== undefined,
  'no deployer is named, so nobody’s right to deploy is judged',
);

/** A serverless endpoint. */
export const serverless: Applicability<ServerlessEndpointTarget> = applicability(
  (target): target is ServerlessEndpointTarget => target.scenario === 'serverless-endpoint',
  'this is no serverless endpoint',
);

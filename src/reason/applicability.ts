import type { Applicability } from '../model/rule.ts';
import type { ServerlessConfig, ServerlessEndpointTarget, Target } from '../model/target.ts';
import { isAwsContent } from './places.ts';
import { parseImageUri, parseS3Uri } from './references.ts';
import { isAwsRegistry } from './registries.ts';

/** Every planned deployment. */
export const everyTarget: Applicability<Target> = { accepts: (_): _ is Target => true, otherwise: 'every target' };

/** A target whose execution role is known. */
export type WithRole = Target & { readonly executionRoleArn: string };
export const withRole: Applicability<WithRole> = {
  accepts: (target): target is WithRole => target.executionRoleArn !== undefined,
  otherwise: 'the plan names no execution role (executionRoleArn)',
  fields: ['executionRoleArn'],
};

/** A target with a model artifact in S3, other than those that AWS keeps for its own models. */
export type WithArtifact = Target & { readonly modelDataUrl: string };
export const withArtifact: Applicability<WithArtifact> = {
  accepts: (target): target is WithArtifact => target.modelDataUrl !== undefined && !isAwsContent(parseS3Uri(target.modelDataUrl)?.bucket ?? ''),
  otherwise: 'the plan names no model artifact of its own (modelDataUrl)',
  fields: ['modelDataUrl'],
};

/** A target with a role and an artifact for it to read. */
export type WithRoleAndArtifact = WithRole & WithArtifact;
export const withRoleAndArtifact: Applicability<WithRoleAndArtifact> = {
  accepts: (target): target is WithRoleAndArtifact => withRole.accepts(target) && withArtifact.accepts(target),
  otherwise: 'the plan names no execution role or no model artifact',
  fields: ['executionRoleArn', 'modelDataUrl'],
};

/** A target whose image is known. */
export type WithImage = Target & { readonly image: string };
export const withImage: Applicability<WithImage> = {
  accepts: (target): target is WithImage => target.image !== undefined,
  otherwise: 'the plan names no image',
  fields: ['image'],
};

/** A serverless endpoint whose image is known. */
export const withServerlessImage: Applicability<WithImage> = {
  accepts: (target): target is WithImage => withImage.accepts(target) && target.scenario === 'serverless-endpoint',
  otherwise: 'this is no serverless endpoint, or names no image',
  fields: ['image'],
};

/** A plan on instances whose image is known: it may lie in another account. */
export const withImageOfInstances: Applicability<WithImage> = {
  accepts: (target): target is WithImage => withImage.accepts(target) && target.scenario !== 'serverless-endpoint',
  otherwise: 'the plan names no image, or is a serverless endpoint, which takes fewer',
  fields: ['image'],
};

/** A target that names a KMS key. */
export type WithKey = Target & { readonly kmsKeyId: string };
const withKey: Applicability<WithKey> = {
  accepts: (target): target is WithKey => target.kmsKeyId !== undefined,
  otherwise: 'the plan names no KMS key (kmsKeyId)',
  fields: ['kmsKeyId'],
};

/** A target with a key and a role to use it. */
export type WithRoleAndKey = WithRole & WithKey;
export const withRoleAndKey: Applicability<WithRoleAndKey> = {
  accepts: (target): target is WithRoleAndKey => withRole.accepts(target) && withKey.accepts(target),
  otherwise: 'the plan names no execution role or no KMS key',
  fields: ['executionRoleArn', 'kmsKeyId'],
};

// Serverless endpoints take images of their own account only, which another rule judges.
const isPulledByRole = ({ scenario, account }: Target, registry: string | undefined): boolean =>
  registry === account || (registry !== undefined && scenario !== 'serverless-endpoint' && !isAwsRegistry(registry));

/** A target whose image lies in an ECR registry that is not AWS's, with a role to pull it. */
export type WithRoleAndOwnImage = WithRole & WithImage;
export const withRoleAndOwnImage: Applicability<WithRoleAndOwnImage> = {
  accepts: (target): target is WithRoleAndOwnImage =>
    withRole.accepts(target) && withImage.accepts(target) && isPulledByRole(target, parseImageUri(target.image)?.ecr?.account),
  otherwise: 'no execution role is named, or no image of one’s own in ECR; AWS’s own images SageMaker pulls with its own credentials',
  fields: ['executionRoleArn', 'image'],
};

/** A target whose deployer is to be judged. */
export type WithDeployer = Target & { readonly deployer: string };
export const withDeployer: Applicability<WithDeployer> = {
  accepts: (target): target is WithDeployer => target.deployer !== undefined,
  otherwise: 'no deployer is named, so nobody’s right to deploy is judged',
};

/** A plan that hosts a model, with a deployer to be judged. */
export const withHostingDeployer: Applicability<WithDeployer> = {
  accepts: (target): target is WithDeployer => withDeployer.accepts(target) && target.trainingJob === undefined,
  otherwise: 'no deployer is named, so nobody’s right to deploy is judged, or the plan trains and hosts nothing',
};

/** A target with a deployer and a role to pass. */
export type WithDeployerAndRole = WithDeployer & WithRole;
export const withDeployerAndRole: Applicability<WithDeployerAndRole> = {
  accepts: (target): target is WithDeployerAndRole => withDeployer.accepts(target) && withRole.accepts(target),
  otherwise: 'no deployer is named, or no execution role',
  fields: ['executionRoleArn'],
};

/** A target with a deployer and tags to set. */
export type WithDeployerAndTags = WithDeployer & { readonly tags: Readonly<Record<string, string>> };
export const withDeployerAndTags: Applicability<WithDeployerAndTags> = {
  accepts: (target): target is WithDeployerAndTags => withHostingDeployer.accepts(target) && Object.keys(target.tags ?? {}).length > 0,
  otherwise: 'no deployer is named, or the plan hosts nothing that would get tags',
};

/** A target with a deployer and a KMS key. */
export type WithDeployerAndKey = WithDeployer & WithKey;
export const withDeployerAndKey: Applicability<WithDeployerAndKey> = {
  accepts: (target): target is WithDeployerAndKey => withDeployer.accepts(target) && withKey.accepts(target),
  otherwise: 'no deployer is named, or no KMS key',
  fields: ['kmsKeyId'],
};

/** A serverless endpoint. */
export const serverless: Applicability<ServerlessEndpointTarget> = {
  accepts: (target): target is ServerlessEndpointTarget => target.scenario === 'serverless-endpoint',
  otherwise: 'this is no serverless endpoint',
};

/** A serverless endpoint whose memory and concurrency are known. */
export type WithServerlessConfig = ServerlessEndpointTarget & { readonly serverlessConfig: ServerlessConfig };
export const withServerlessConfig: Applicability<WithServerlessConfig> = {
  accepts: (target): target is WithServerlessConfig => target.serverlessConfig !== undefined,
  otherwise: 'the plan names no memory and concurrency (serverlessConfig)',
  fields: ['serverlessConfig'],
};

/** A serverless endpoint of known size with an artifact. */
export type WithServerlessConfigAndArtifact = WithServerlessConfig & WithArtifact;
export const withServerlessConfigAndArtifact: Applicability<WithServerlessConfigAndArtifact> = {
  accepts: (target): target is WithServerlessConfigAndArtifact => withServerlessConfig.accepts(target) && withArtifact.accepts(target),
  otherwise: 'the plan names no memory (serverlessConfig) or no model artifact',
  fields: ['serverlessConfig', 'modelDataUrl'],
};

/** A serverless endpoint with an artifact. */
export type ServerlessWithArtifact = ServerlessEndpointTarget & WithArtifact;
export const serverlessWithArtifact: Applicability<ServerlessWithArtifact> = {
  accepts: (target): target is ServerlessWithArtifact => serverless.accepts(target) && withArtifact.accepts(target),
  otherwise: 'this is no serverless endpoint with a model artifact (modelDataUrl)',
  fields: ['modelDataUrl'],
};

/** A serverless endpoint whose name is known. */
export type WithEndpointName = ServerlessEndpointTarget & { readonly endpointName: string };
export const withEndpointName: Applicability<WithEndpointName> = {
  accepts: (target): target is WithEndpointName => target.endpointName !== undefined,
  otherwise: 'the plan names no endpoint (endpointName)',
};

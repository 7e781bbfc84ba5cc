import { existing } from '../model/fact.ts';
import type { ContainerConfig, Phase } from '../model/recommendation.ts';
import type { Applicability } from '../model/rule.ts';
import type { InferenceRecommenderTarget, VpcConfig } from '../model/target.ts';
import type { Subject } from '../model/verdict.ts';
import type { NonEmpty } from '../model/words.ts';
import { isNonEmpty } from '../model/words.ts';
import type { WithRoleAndArtifact, WithRoleAndOwnImage } from './applicability.ts';
import { withRoleAndArtifact, withRoleAndOwnImage } from './applicability.ts';
import { parseArn } from './arn.ts';
import { endpointNamed } from './deployed.ts';

type Job = InferenceRecommenderTarget;

/** An Inference Recommender job. */
export const recommender: Applicability<Job> = {
  accepts: (target): target is Job => target.scenario === 'inference-recommender-vpc',
  otherwise: 'this is no Inference Recommender job',
};

const jobWith = <T extends Job>(holds: (target: Job) => boolean, otherwise: string, ...fields: readonly string[]): Applicability<T> => ({
  accepts: (target): target is T => recommender.accepts(target) && holds(target),
  otherwise,
  fields,
});

/** A job of whose model it is known what the package or the plan says. */
export const withKnownModel: Applicability<Job> = jobWith(
  ({ unresolved = {} }) => !Object.hasOwn(unresolved, 'containerConfig'),
  recommender.otherwise,
  'containerConfig',
);

/** A job with a model package. */
export type JobWithPackage = Job & { readonly modelPackageName: string };
export const jobWithPackage: Applicability<JobWithPackage> = jobWith(
  ({ modelPackageName }) => modelPackageName !== undefined,
  'this is no Inference Recommender job with a model package',
  'modelPackageName',
);

/** A job whose model package is named by its ARN. */
export const jobWithPackageArn: Applicability<JobWithPackage> = jobWith(
  ({ modelPackageName = '' }) => parseArn(modelPackageName) !== undefined,
  'this is no Inference Recommender job that names a model package by its ARN',
  'modelPackageName',
);

/** A job that takes a model in place of a package. */
export const jobWithModel: Applicability<Job & { readonly modelName: string }> = jobWith(
  ({ modelName, modelPackageName }) => modelName !== undefined && modelPackageName === undefined,
  'this is no Inference Recommender job that takes a model (modelName) in place of a package',
  'modelName',
  'modelPackageName',
);

/** A job of whose model the plan or the package says something. */
export type Described = Job & { readonly containerConfig: ContainerConfig };
export const described: Applicability<Described> = jobWith(
  ({ containerConfig }) => containerConfig !== undefined,
  'nothing is said of the model (containerConfig), which another rule judges',
  'containerConfig',
);

/** The same, where the framework's version is named. */
export const withFrameworkVersion: Applicability<Described & { readonly containerConfig: { readonly frameworkVersion: string } }> = jobWith(
  ({ containerConfig }) => containerConfig?.frameworkVersion !== undefined,
  'no version of the framework is named, which another rule judges',
  'containerConfig',
);

/** A job with a sample payload. */
export type WithPayload = Described & { readonly containerConfig: { readonly samplePayloadUrl: string } };
export const withPayload: Applicability<WithPayload> = jobWith(
  ({ containerConfig }) => containerConfig?.samplePayloadUrl !== undefined,
  'no sample payload is named, which another rule judges',
  'containerConfig',
);

/** A job with a sample payload, and a role to read it. */
export const withPayloadAndRole: Applicability<WithPayload & { readonly executionRoleArn: string }> = jobWith(
  (target) => withPayload.accepts(target) && target.executionRoleArn !== undefined,
  'no sample payload is named, or no execution role',
  'containerConfig',
  'executionRoleArn',
);

/** A job with an execution role. */
export const jobWithRole: Applicability<Job & { readonly executionRoleArn: string }> = jobWith(
  ({ executionRoleArn }) => executionRoleArn !== undefined,
  'this is no Inference Recommender job, or names no execution role',
  'executionRoleArn',
);

/** The same with a model artifact of its own. */
export const jobWithRoleAndArtifact: Applicability<Job & WithRoleAndArtifact> = jobWith(
  withRoleAndArtifact.accepts,
  'this is no Inference Recommender job with a role and a model artifact of its own',
  'executionRoleArn',
  'modelDataUrl',
);

/** The same with an image of its own in ECR. */
export const jobWithRoleAndOwnImage: Applicability<Job & WithRoleAndOwnImage> = jobWith(
  withRoleAndOwnImage.accepts,
  'this is no Inference Recommender job with a role and an image of its own in ECR',
  'executionRoleArn',
  'image',
);

/** A job of which it is known whether its model lies elsewhere than in one archive. */
export const withKnownSource: Applicability<Job> = jobWith(
  ({ unresolved = {} }) => !Object.hasOwn(unresolved, 'modelDataSource'),
  recommender.otherwise,
  'modelDataSource',
);

/** A job with a role in a VPC. */
export const jobWithRoleInVpc: Applicability<Job & { readonly executionRoleArn: string; readonly vpcConfig: VpcConfig }> = jobWith(
  ({ executionRoleArn, vpcConfig }) => executionRoleArn !== undefined && vpcConfig !== undefined,
  'this is no Inference Recommender job in a VPC, or names no execution role',
  'executionRoleArn',
  'vpcConfig',
);

/** A job in a VPC, of whose model it is known what the package or the plan says. */
export const jobInVpc: Applicability<Job & { readonly vpcConfig: VpcConfig }> = jobWith(
  (target) => target.vpcConfig !== undefined && withKnownModel.accepts(target),
  'this is no Inference Recommender job in a VPC',
  'vpcConfig',
  'containerConfig',
);

/** A job with somebody who creates it. */
export type JobWithDeployer = Job & { readonly deployer: string };
export const jobWithDeployer: Applicability<JobWithDeployer> = jobWith(
  ({ deployer }) => deployer !== undefined,
  'this is no Inference Recommender job, or no deployer is named',
);

/** The same, where the job is given tags. */
export const taggedJobWithDeployer: Applicability<JobWithDeployer> = jobWith(
  ({ deployer, tags = {} }) => deployer !== undefined && Object.keys(tags).length > 0,
  'this is no Inference Recommender job, sets no tags, or no deployer is named',
);

/** The same as `jobWithDeployer`, where the job names keys. */
export const jobWithDeployerAndKeys: Applicability<JobWithDeployer> = jobWith(
  ({ deployer, volumeKmsKeyId, outputKmsKeyId }) => deployer !== undefined && (volumeKmsKeyId ?? outputKmsKeyId) !== undefined,
  'this is no Inference Recommender job, names no key, or no deployer is named',
);

/** A default job. */
export const defaultJob: Applicability<Job> = jobWith(({ jobType }) => jobType === 'Default', 'this is no default job of Inference Recommender');

/** A load test. */
export const advancedJob: Applicability<Job> = jobWith(({ jobType }) => jobType === 'Advanced', 'this is no load test (jobType: Advanced)');

/** A job with phases of traffic. */
export type WithPhases = Job & { readonly trafficPattern: { readonly phases: NonEmpty<Phase> } };
export const withPhases: Applicability<WithPhases> = jobWith(
  ({ trafficPattern }) => isNonEmpty(trafficPattern?.phases ?? []),
  'the plan names no phases of traffic (trafficPattern.phases)',
);

/** A job with more than one phase of traffic. */
export const withSeveralPhases: Applicability<WithPhases> = jobWith(
  ({ trafficPattern: { phases = [] } = {} }) => phases.length > 1,
  'the plan names no two phases of traffic (trafficPattern.phases)',
);

/** A job with phases of traffic and a limit to its time. */
export const withPhasesAndDuration: Applicability<WithPhases & { readonly limits: { readonly jobDurationInSeconds: number } }> = jobWith(
  (target) => withPhases.accepts(target) && target.limits?.jobDurationInSeconds !== undefined,
  'the plan names no phases of traffic, or no duration of the job (limits.jobDurationInSeconds)',
);

/** A job with percentiles at which it stops. */
export const withPercentiles: Applicability<Job & { readonly limits: { readonly latencyPercentiles: readonly string[] } }> = jobWith(
  ({ limits }) => (limits?.latencyPercentiles ?? []).length > 0,
  'the plan names no percentile of latency to stop at (limits.latencyPercentiles)',
);

/** A job that tests endpoints that exist. */
export type WithExistingEndpoints = Job & { readonly endpoints: readonly string[] };
export const withExistingEndpoints: Applicability<WithExistingEndpoints> = jobWith(
  ({ endpoints = [] }) => endpoints.length > 0,
  'the plan tests no endpoint that exists (endpoints)',
);

/** The existing endpoints that the job tests. */
export const testedEndpoints = (target: WithExistingEndpoints) => target.endpoints.map((name) => endpointNamed(target, name));

/** The same, once `recommender/existing-endpoint-exists` has passed. */
export const existingTestedEndpoints = (target: WithExistingEndpoints) =>
  testedEndpoints(target).map((request) => existing(request, 'recommender/existing-endpoint-exists'));

/** The job, as reports name it. */
export const jobSubject = ({ account, region, jobName, name }: Job): Subject => ({
  account,
  region,
  kind: 'inference-recommendations-job',
  name: jobName ?? name,
});

/** What tells of the model: its package, or else the job. */
export const modelSubject = (target: Job): Subject => target.modelPackageName ?? jobSubject(target);

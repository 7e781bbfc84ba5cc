import { partitionOf } from '../../src/reason/arn.ts';
import type { HttpAnswer } from './aws-error.ts';
import { errorAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';
import { jsonAnswer } from './stub-quotas.ts';

interface Somewhere {
  readonly account: string;
  readonly region: string;
}
interface InDomain extends Somewhere {
  readonly domainId: string;
  /** Default: `InService`. */
  readonly status?: string;
}

/** A user profile of a Studio domain. */
export interface UserProfileSetting extends InDomain {
  readonly userProfileName: string;
  /** None: the domain's. */
  readonly executionRoleArn?: string;
}
/** A space of a Studio domain. */
export interface SpaceSetting extends InDomain {
  readonly spaceName: string;
  /** Default: `Shared`. */
  readonly sharing?: 'Private' | 'Shared';
  readonly owner?: string;
}
/** A model in a hub. */
export interface HubContentSetting extends Somewhere {
  readonly hubName: string;
  readonly modelId: string;
  /** Default: `Model`, a copy of its own. */
  readonly type?: 'Model' | 'ModelReference';
  readonly version?: string;
  /** Default: `Available`. */
  readonly status?: string;
}
/** A training job in progress. */
export interface TrainingJobSetting extends Somewhere {
  readonly name: string;
  readonly instanceType: string;
  readonly count: number;
  readonly spot?: boolean;
}

/** An Inference Recommender job, in the words of the request that made it. */
export interface RecommenderJobSetting extends Somewhere {
  readonly name: string;
  readonly roleArn: string;
  readonly inputConfig: object;
  /** Default: `COMPLETED`. */
  readonly status?: string;
  readonly failureReason?: string;
}

/** STUB of SageMaker's calls on user profiles, spaces, Inference Recommender jobs and hubs, which moto lacks, and of training jobs in progress, since moto's end at once. */
export interface SageMakerStub {
  readonly setUserProfile: (profile: UserProfileSetting) => void;
  readonly setSpace: (space: SpaceSetting) => void;
  readonly setHubContent: (content: HubContentSetting) => void;
  readonly setTrainingJob: (job: TrainingJobSetting) => void;
  readonly setRecommenderJob: (job: RecommenderJobSetting) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
}

const arnOf = ({ account, region }: Somewhere, resource: string): string => `arn:${partitionOf(region)}:sagemaker:${region}:${account}:${resource}`;
const keyOf = (...parts: readonly unknown[]): string => parts.join(' ');
const OWN = 'Model';

const describedProfile = (profile: UserProfileSetting) => ({
  DomainId: profile.domainId,
  UserProfileArn: arnOf(profile, `user-profile/${profile.domainId}/${profile.userProfileName}`),
  UserProfileName: profile.userProfileName,
  Status: profile.status ?? 'InService',
  UserSettings: profile.executionRoleArn === undefined ? {} : { ExecutionRole: profile.executionRoleArn },
});

const describedSpace = (space: SpaceSetting) => ({
  DomainId: space.domainId,
  SpaceArn: arnOf(space, `space/${space.domainId}/${space.spaceName}`),
  SpaceName: space.spaceName,
  Status: space.status ?? 'InService',
  SpaceSharingSettings: { SharingType: space.sharing ?? 'Shared' },
  ...(space.owner !== undefined && { OwnershipSettings: { OwnerUserProfileName: space.owner } }),
});

const describedContent = (content: HubContentSetting) => {
  const { hubName, modelId, type = OWN, version = '1.0.0', status = 'Available' } = content;
  const hub = hubName.slice(hubName.lastIndexOf('/') + 1);
  return {
    HubName: hub,
    HubArn: arnOf(content, `hub/${hub}`),
    HubContentArn: arnOf(content, `hub-content/${hub}/${type}/${modelId}/${version}`),
    HubContentName: modelId,
    HubContentType: type,
    HubContentVersion: version,
    HubContentStatus: status,
    HubContentDocument: '{}',
    DocumentSchemaVersion: '2.0.0',
    CreationTime: 0,
  };
};

const describedJob = (job: TrainingJobSetting) => ({
  TrainingJobName: job.name,
  TrainingJobArn: arnOf(job, `training-job/${job.name}`),
  TrainingJobStatus: 'InProgress',
  CreationTime: 0,
  ResourceConfig: { InstanceType: job.instanceType, InstanceCount: job.count, VolumeSizeInGB: 30 },
  EnableManagedSpotTraining: job.spot === true,
});

const describedRecommenderJob = (job: RecommenderJobSetting) => ({
  JobName: job.name,
  JobArn: arnOf(job, `inference-recommendations-job/${job.name}`),
  JobType: 'Default',
  RoleArn: job.roleArn,
  Status: job.status ?? 'COMPLETED',
  CreationTime: 0,
  LastModifiedTime: 0,
  InputConfig: job.inputConfig,
  ...(job.failureReason !== undefined && { FailureReason: job.failureReason }),
});

/** Listings, by operation: which call describes the things, and what of them a listing holds. */
const LISTINGS: Readonly<Partial<Record<string, { readonly describe: string; readonly list: string }>>> = {
  ListUserProfiles: { describe: 'DescribeUserProfile', list: 'UserProfiles' },
  ListSpaces: { describe: 'DescribeSpace', list: 'Spaces' },
  ListInferenceRecommendationsJobs: { describe: 'DescribeInferenceRecommendationsJob', list: 'InferenceRecommendationsJobs' },
};

/** The words of a missing thing. AWS's are longer. */
const missing = (request: AwsRequest): HttpAnswer => errorAnswer(request, { status: 400, code: 'ResourceNotFound', message: 'The resource does not exist.' });

const told = (request: AwsRequest, found: object | undefined): HttpAnswer => (found === undefined ? missing(request) : jsonAnswer(found));

/** Makes the stub, with nothing in it. */
export const sageMakerStub = (): SageMakerStub => {
  const things = new Map<string, object>();
  const jobs: TrainingJobSetting[] = [];
  const lookUp = (request: AwsRequest, ...parts: readonly unknown[]): HttpAnswer =>
    told(request, things.get(keyOf(request.operation, request.account, request.region, ...parts)));
  const jobsOf = ({ account, region }: AwsRequest) => jobs.filter((job) => job.account === account && job.region === region).map(describedJob);
  const jobAnswer = (request: AwsRequest): HttpAnswer | undefined => {
    if (request.operation === 'ListTrainingJobs' && request.input['StatusEquals'] === 'InProgress')
      return jsonAnswer({ TrainingJobSummaries: jobsOf(request) });
    const job =
      request.operation === 'DescribeTrainingJob' ? jobsOf(request).find((one) => one.TrainingJobName === request.input['TrainingJobName']) : undefined;
    return job === undefined ? undefined : jsonAnswer(job);
  };
  const listed = (request: AwsRequest): HttpAnswer | undefined => {
    const listing = LISTINGS[request.operation];
    if (listing === undefined) return undefined;
    const prefix = `${keyOf(listing.describe, request.account, request.region)} `;
    return jsonAnswer({ [listing.list]: [...things].flatMap(([key, thing]) => (key.startsWith(prefix) ? [thing] : [])) });
  };
  const set = (operation: string, { account, region }: Somewhere, parts: readonly unknown[], thing: object): void =>
    void things.set(keyOf(operation, account, region, ...parts), thing);
  return {
    setUserProfile: (profile) => set('DescribeUserProfile', profile, [profile.domainId, profile.userProfileName], describedProfile(profile)),
    setSpace: (space) => set('DescribeSpace', space, [space.domainId, space.spaceName], describedSpace(space)),
    setHubContent: (content) => set('DescribeHubContent', content, [content.hubName, content.type ?? OWN, content.modelId], describedContent(content)),
    setTrainingJob: (job) => void jobs.push(job),
    setRecommenderJob: (job) => set('DescribeInferenceRecommendationsJob', job, [job.name], describedRecommenderJob(job)),
    answer: (request) => {
      if (request.service !== 'sagemaker') return undefined;
      const { input } = request;
      switch (request.operation) {
        case 'DescribeUserProfile':
          return lookUp(request, input['DomainId'], input['UserProfileName']);
        case 'DescribeSpace':
          return lookUp(request, input['DomainId'], input['SpaceName']);
        case 'DescribeInferenceRecommendationsJob':
          return lookUp(request, input['JobName']);
        case 'DescribeHubContent':
          return lookUp(request, input['HubName'], input['HubContentType'], input['HubContentName']);
        default:
          return listed(request) ?? jobAnswer(request);
      }
    },
  };
};

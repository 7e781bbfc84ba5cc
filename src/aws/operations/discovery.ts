import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import type { Page } from '../pages.ts';
import { drain } from '../pages.ts';

const PAGE = 100;
const open = ({ clients, region }: Route) => clients.open('sagemaker', region);

/** A request for one page of a listing of SageMaker's. */
interface Asked extends Awaited<ReturnType<typeof open>> {
  readonly page: { readonly MaxResults: number; readonly NextToken: string | undefined };
  readonly options: { readonly abortSignal: AbortSignal };
}

const readAll = async <Item>(route: Route, read: (asked: Asked) => Promise<Page<Item>>): Promise<readonly Item[]> => {
  const opened = await open(route);
  return drain(route, (NextToken) => read({ ...opened, page: { MaxResults: PAGE, NextToken }, options: { abortSignal: route.signal } }));
};

type Nothing = Readonly<Record<never, never>>;

/** Jobs that were made since a moment, ISO 8601. */
interface Since {
  readonly createdAfter: string;
}

/** The names of a Region's models. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListModels.html */
export const listModels = defineOperation({
  name: 'sagemaker:ListModels',
  service: 'sagemaker',
  actions: ['sagemaker:ListModels'],
  serves: 'run',
  absentWhen: [],
  subject: (_: Nothing) => 'the models of the Region',
  send: (_, route) =>
    readAll(route, async ({ client, sdk, page, options }) => {
      const { Models, NextToken } = await client.send(new sdk.ListModelsCommand(page), options);
      return { items: answered(Models, 'Models').map(({ ModelName }) => answered(ModelName, 'ModelName')), next: NextToken || undefined };
    }),
});

/** The names of the training jobs that were made since. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListTrainingJobs.html */
export const listTrainingJobsSince = defineOperation({
  name: 'sagemaker:ListTrainingJobs',
  service: 'sagemaker',
  actions: ['sagemaker:ListTrainingJobs'],
  serves: 'run',
  absentWhen: [],
  subject: ({ createdAfter }: Since) => `the training jobs since ${createdAfter}`,
  send: ({ createdAfter }, route) =>
    readAll(route, async ({ client, sdk, page, options }) => {
      const command = new sdk.ListTrainingJobsCommand({ ...page, CreationTimeAfter: new Date(createdAfter) });
      const { TrainingJobSummaries, NextToken } = await client.send(command, options);
      const items = answered(TrainingJobSummaries, 'TrainingJobSummaries').map(({ TrainingJobName }) => answered(TrainingJobName, 'TrainingJobName'));
      return { items, next: NextToken || undefined };
    }),
});

/** The names of the Inference Recommender jobs that were made since. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListInferenceRecommendationsJobs.html */
export const listRecommenderJobs = defineOperation({
  name: 'sagemaker:ListInferenceRecommendationsJobs',
  service: 'sagemaker',
  actions: ['sagemaker:ListInferenceRecommendationsJobs'],
  serves: 'run',
  absentWhen: [],
  subject: ({ createdAfter }: Since) => `the Inference Recommender jobs since ${createdAfter}`,
  send: ({ createdAfter }, route) =>
    readAll(route, async ({ client, sdk, page, options }) => {
      const command = new sdk.ListInferenceRecommendationsJobsCommand({ ...page, CreationTimeAfter: new Date(createdAfter) });
      const { InferenceRecommendationsJobs, NextToken } = await client.send(command, options);
      const items = answered(InferenceRecommendationsJobs, 'InferenceRecommendationsJobs').map(({ JobName }) => answered(JobName, 'JobName'));
      return { items, next: NextToken || undefined };
    }),
});

/** One Inference Recommender job, in the words of the request that made it. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeInferenceRecommendationsJob.html */
export const describeRecommenderJob = defineOperation({
  name: 'sagemaker:DescribeInferenceRecommendationsJob',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeInferenceRecommendationsJob'],
  serves: 'run',
  absentWhen: [{ name: 'ResourceNotFound' }],
  subject: ({ jobName }: { readonly jobName: string }) => `the Inference Recommender job ${jobName}`,
  send: async ({ jobName }, route) => {
    const { client, sdk } = await open(route);
    const job = await client.send(new sdk.DescribeInferenceRecommendationsJobCommand({ JobName: jobName }), { abortSignal: route.signal });
    const { JobName, JobArn, JobType, RoleArn, Status, FailureReason, InputConfig, StoppingConditions } = job;
    return {
      arn: answered(JobArn, 'JobArn'),
      status: answered(Status, 'Status'),
      failureReason: FailureReason,
      request: { JobName: answered(JobName, 'JobName'), JobType, RoleArn, InputConfig, StoppingConditions },
    };
  },
});

/** The Studio domains of a Region. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListDomains.html */
export const listDomains = defineOperation({
  name: 'sagemaker:ListDomains',
  service: 'sagemaker',
  actions: ['sagemaker:ListDomains'],
  serves: 'run',
  absentWhen: [],
  subject: (_: Nothing) => 'the Studio domains of the Region',
  send: (_, route) =>
    readAll(route, async ({ client, sdk, page, options }) => {
      const { Domains, NextToken } = await client.send(new sdk.ListDomainsCommand(page), options);
      return { items: answered(Domains, 'Domains').map(({ DomainId }) => answered(DomainId, 'DomainId')), next: NextToken || undefined };
    }),
});

/** The user profiles of every Studio domain of a Region. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListUserProfiles.html */
export const listUserProfiles = defineOperation({
  name: 'sagemaker:ListUserProfiles',
  service: 'sagemaker',
  actions: ['sagemaker:ListUserProfiles'],
  serves: 'run',
  absentWhen: [],
  subject: (_: Nothing) => 'the user profiles of the Region',
  send: (_, route) =>
    readAll(route, async ({ client, sdk, page, options }) => {
      const { UserProfiles, NextToken } = await client.send(new sdk.ListUserProfilesCommand(page), options);
      const items = answered(UserProfiles, 'UserProfiles').map(({ DomainId, UserProfileName }) => ({
        domainId: answered(DomainId, 'DomainId'),
        name: answered(UserProfileName, 'UserProfileName'),
      }));
      return { items, next: NextToken || undefined };
    }),
});

/** The spaces of every Studio domain of a Region. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListSpaces.html */
export const listSpaces = defineOperation({
  name: 'sagemaker:ListSpaces',
  service: 'sagemaker',
  actions: ['sagemaker:ListSpaces'],
  serves: 'run',
  absentWhen: [],
  subject: (_: Nothing) => 'the spaces of the Region',
  send: (_, route) =>
    readAll(route, async ({ client, sdk, page, options }) => {
      const { Spaces, NextToken } = await client.send(new sdk.ListSpacesCommand(page), options);
      const items = answered(Spaces, 'Spaces').map(({ DomainId, SpaceName }) => ({
        domainId: answered(DomainId, 'DomainId'),
        name: answered(SpaceName, 'SpaceName'),
      }));
      return { items, next: NextToken || undefined };
    }),
});

/** Every role of the account with its trust policy, URL-encoded. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
export const listRoles = defineOperation({
  name: 'iam:ListRoles',
  service: 'iam',
  actions: ['iam:ListRoles'],
  serves: 'run',
  absentWhen: [],
  scope: 'global',
  subject: (_: Nothing) => 'the roles of the account',
  send: async (_, route) => {
    const { client, sdk } = await route.clients.open('iam', route.region);
    return drain(route, async (Marker) => {
      const page = await client.send(new sdk.ListRolesCommand({ Marker, MaxItems: 1000 }), { abortSignal: route.signal });
      const items = answered(page.Roles, 'Roles').map(({ Arn, Path, AssumeRolePolicyDocument = '' }) => ({
        arn: answered(Arn, 'Arn'),
        path: answered(Path, 'Path'),
        trust: AssumeRolePolicyDocument,
      }));
      return { items, next: page.IsTruncated === true ? page.Marker : undefined };
    });
  },
});

/** The VPC endpoints of one service. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpoints.html */
export const describeEndpointsOfService = defineOperation({
  name: 'ec2:DescribeVpcEndpoints',
  service: 'ec2',
  actions: ['ec2:DescribeVpcEndpoints'],
  serves: 'run',
  absentWhen: [],
  subject: ({ service }: { readonly service: string }) => `the VPC endpoints of ${service}`,
  send: async ({ service }, route) => {
    const { client, sdk } = await route.clients.open('ec2', route.region);
    return drain(route, async (NextToken) => {
      const command = new sdk.DescribeVpcEndpointsCommand({ Filters: [{ Name: 'service-name', Values: [service] }], NextToken });
      const page = await client.send(command, { abortSignal: route.signal });
      const items = answered(page.VpcEndpoints, 'VpcEndpoints').map(({ VpcEndpointId, VpcId, State = '' }) => ({
        id: answered(VpcEndpointId, 'VpcEndpointId'),
        vpcId: answered(VpcId, 'VpcId'),
        state: State.toLowerCase(),
      }));
      return { items, next: page.NextToken || undefined };
    });
  },
});

/** The Regions that the account can use. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html */
export const describeRegions = defineOperation({
  name: 'ec2:DescribeRegions',
  service: 'ec2',
  actions: ['ec2:DescribeRegions'],
  serves: 'run',
  absentWhen: [],
  scope: 'global',
  subject: (_: Nothing) => 'the Regions of the account',
  send: async (_, route) => {
    const { client, sdk } = await route.clients.open('ec2', route.region);
    // Without AllRegions, only those that are enabled are told.
    const { Regions } = await client.send(new sdk.DescribeRegionsCommand({}), { abortSignal: route.signal });
    return answered(Regions, 'Regions').map(({ RegionName }) => answered(RegionName, 'RegionName'));
  },
});

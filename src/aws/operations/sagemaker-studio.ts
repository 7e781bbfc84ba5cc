import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';

const NO_SUCH = { name: 'ResourceNotFound' };
/** What the test server says instead. */
const NOT_FOUND = { name: 'ValidationException', message: /Could not find|does not exist|not found/ };
const open = ({ clients, region }: Route) => clients.open('sagemaker', region);

interface InDomain {
  readonly domainId: string;
}

/** A Studio domain. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html */
export const describeDomain = defineOperation({
  name: 'sagemaker:DescribeDomain',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeDomain'],
  absentWhen: [NO_SUCH, NOT_FOUND],
  subject: ({ domainId }: InDomain) => `the domain ${domainId}`,
  send: async ({ domainId }, route) => {
    const { client, sdk } = await open(route);
    const domain = await client.send(new sdk.DescribeDomainCommand({ DomainId: domainId }), { abortSignal: route.signal });
    answered(domain.DomainArn, 'DomainArn');
    return domain;
  },
});

/** A user profile of a domain. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeUserProfile.html */
export const describeUserProfile = defineOperation({
  name: 'sagemaker:DescribeUserProfile',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeUserProfile'],
  absentWhen: [NO_SUCH],
  subject: ({ domainId, userProfileName }: InDomain & { readonly userProfileName: string }) => `the user profile ${userProfileName} of ${domainId}`,
  send: async ({ domainId, userProfileName }, route) => {
    const { client, sdk } = await open(route);
    const command = new sdk.DescribeUserProfileCommand({ DomainId: domainId, UserProfileName: userProfileName });
    const profile = await client.send(command, { abortSignal: route.signal });
    answered(profile.UserProfileArn, 'UserProfileArn');
    return profile;
  },
});

/** A space of a domain. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeSpace.html */
export const describeSpace = defineOperation({
  name: 'sagemaker:DescribeSpace',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeSpace'],
  absentWhen: [NO_SUCH],
  subject: ({ domainId, spaceName }: InDomain & { readonly spaceName: string }) => `the space ${spaceName} of ${domainId}`,
  send: async ({ domainId, spaceName }, route) => {
    const { client, sdk } = await open(route);
    const space = await client.send(new sdk.DescribeSpaceCommand({ DomainId: domainId, SpaceName: spaceName }), { abortSignal: route.signal });
    answered(space.SpaceArn, 'SpaceArn');
    return space;
  },
});

/** What a model is in a hub: its own copy, or a reference to the public hub's. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_HubContentInfo.html */
export type HubModelType = 'Model' | 'ModelReference';

/** The newest version of a model in a hub; the hub by name or ARN. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeHubContent.html */
export const describeHubContent = defineOperation({
  name: 'sagemaker:DescribeHubContent',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeHubContent'],
  absentWhen: [NO_SUCH],
  subject: ({ hubName, modelId }: { readonly hubName: string; readonly modelId: string; readonly type: HubModelType }) => `${modelId} in the hub ${hubName}`,
  send: async ({ hubName, modelId, type }, route) => {
    const { client, sdk } = await open(route);
    const command = new sdk.DescribeHubContentCommand({ HubName: hubName, HubContentType: type, HubContentName: modelId });
    const { HubContentArn, HubContentName, HubContentVersion, HubContentStatus } = await client.send(command, { abortSignal: route.signal });
    return {
      arn: answered(HubContentArn, 'HubContentArn'),
      name: answered(HubContentName, 'HubContentName'),
      version: answered(HubContentVersion, 'HubContentVersion'),
      status: answered(HubContentStatus, 'HubContentStatus'),
    };
  },
});

import { answered, defineOperation } from '../operation.ts';
import { headBucket } from './s3.ts';

/** Whether there is a topic. Source: https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export const getTopic = defineOperation({
  name: 'sns:GetTopicAttributes',
  service: 'sns',
  actions: ['sns:GetTopicAttributes'],
  serves: 'run',
  absentWhen: [{ name: 'NotFoundException' }],
  subject: ({ topicArn }: { readonly topicArn: string }) => topicArn,
  send: async ({ topicArn }, { clients, region, signal }) => {
    const { client, sdk } = await clients.open('sns', region);
    const { Attributes } = await client.send(new sdk.GetTopicAttributesCommand({ TopicArn: topicArn }), { abortSignal: signal });
    answered(Attributes, 'Attributes');
    return { topicArn };
  },
});

/** Whether there is a bucket that reports are put into. */
export const headPlace = { ...headBucket, serves: 'run' } as const;

/** Whether an account has enabled Security Hub in a Region. */
export type HubState = 'enabled' | 'not-enabled';

// The same error as for a missing permission: only its words tell them apart.
const NOT_ENABLED = { name: /^(InvalidAccess|ResourceNotFound)Exception$/, message: /not subscribed|no hub/i };

const isNotEnabled = (error: unknown): boolean => error instanceof Error && NOT_ENABLED.name.test(error.name) && NOT_ENABLED.message.test(error.message);

/** The Security Hub of the account of the credentials. Source: https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html */
export const describeHub = defineOperation({
  name: 'securityhub:DescribeHub',
  service: 'securityhub',
  actions: ['securityhub:DescribeHub'],
  serves: 'run',
  absentWhen: [],
  subject: () => 'the account’s own Security Hub',
  send: async (_: Readonly<Record<never, never>>, { clients, region, signal }): Promise<HubState> => {
    const { client, sdk } = await clients.open('securityhub', region);
    try {
      answered((await client.send(new sdk.DescribeHubCommand({}), { abortSignal: signal })).HubArn, 'HubArn');
      return 'enabled';
    } catch (error) {
      if (isNotEnabled(error)) return 'not-enabled';
      throw error;
    }
  },
});

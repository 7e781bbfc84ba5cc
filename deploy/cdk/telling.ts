import type { Stack } from 'aws-cdk-lib';
import { CfnSubscription, CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import type { Choices } from './parameters.ts';
import { accept, overTls } from './policies.ts';

const KEPT_SECONDS = 1_209_600;

const IS_LAST = 'This queue is itself where the schedule and the function leave what they could not handle.';

const makeTopic = (stack: Stack, name: string, { parameter, tellsSomebody }: Choices): CfnTopic => {
  const topic = new CfnTopic(stack, name, { displayName: 'sageready' });
  new CfnTopicPolicy(stack, `${name}Policy`, { topics: [topic.ref], policyDocument: overTls('sns:Publish', [topic.ref]) });
  const subscription = new CfnSubscription(stack, `${name}Email`, { topicArn: topic.ref, protocol: 'email', endpoint: parameter.Email.valueAsString });
  subscription.cfnOptions.condition = tellsSomebody;
  accept(subscription, 'Serverless-SNSRedrivePolicy', 'A mail that cannot be delivered is of no use to a queue: the report it tells of stands in the bucket.');
  return topic;
};

/** Who is told of what. */
export interface Telling {
  /** New failures. */
  readonly news: CfnTopic;
  /** That the audit itself fails. */
  readonly trouble: CfnTopic;
  /** Events that could not be handled, for two weeks. */
  readonly unhandled: CfnQueue;
}

/** Makes the topics and the queue. */
export const makeTelling = (stack: Stack, choices: Choices): Telling => {
  const unhandled = new CfnQueue(stack, 'Unhandled', { sqsManagedSseEnabled: true, messageRetentionPeriod: KEPT_SECONDS });
  new CfnQueuePolicy(stack, 'UnhandledPolicy', { queues: [unhandled.ref], policyDocument: overTls('sqs:*', [unhandled.attrArn]) });
  accept(unhandled, 'AwsSolutions-SQS3', IS_LAST);
  accept(unhandled, 'Serverless-SQSRedrivePolicy', IS_LAST);
  return { news: makeTopic(stack, 'News', choices), trouble: makeTopic(stack, 'Trouble', choices), unhandled };
};

import { parseArn } from '../reason/arn.ts';
import { stop } from '../run/stop.ts';
import type { DeliveryClients } from './clients.ts';
import { undelivered } from './failure.ts';

/** The Region of a topic. Throws a Stop when the text is no ARN of one. */
export const regionOfTopic = (topicArn: string): string => {
  const arn = parseArn(topicArn);
  if (arn?.service === 'sns' && arn.region !== '' && /^\d{12}$/.test(arn.account) && /^[\w-]{1,256}$/.test(arn.resource)) return arn.region;
  throw stop(`--notify ${topicArn} is no ARN of a topic — it looks like arn:PARTITION:sns:REGION:ACCOUNT:NAME (a FIFO topic is not taken)`);
};

/** Tells a topic's subscribers. Throws a Stop when it is refused. Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
export const publishMessage = async (
  clients: DeliveryClients,
  topicArn: string,
  { subject, message }: { readonly subject: string; readonly message: string },
): Promise<void> => {
  try {
    const { client, sdk } = await clients.sns(regionOfTopic(topicArn));
    await client.send(new sdk.PublishCommand({ TopicArn: topicArn, Subject: subject, Message: message }));
  } catch (error) {
    throw undelivered({ action: 'sns:Publish', what: `the message to ${topicArn}`, whenMissing: 'name a topic that exists' }, error);
  }
};

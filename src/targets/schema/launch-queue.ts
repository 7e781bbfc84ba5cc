import * as z from 'zod';
import { deployer, targetName, webAddress } from '../formats.ts';
import { common } from './common.ts';
import { text, wordsOf } from './values.ts';

/** A document: the path of its file, or what it holds. */
const document = (path: 'queueConfig' | 'agentConfig') => z.union([z.string().min(1), z.looseObject({})]).meta(wordsOf(path));

/** A W&B Launch queue as a description writes it, complete with what it inherits. What its documents hold is read apart. */
export const launchQueue = z.strictObject({
  ...common('wandb-launch-queue'),
  queueConfig: document('queueConfig'),
  agentConfig: document('agentConfig'),
  agentRoleArn: text('agentRoleArn', deployer),
  queueName: text('queueName', targetName).exactOptional(),
  wandbBaseUrl: text('wandbBaseUrl', webAddress).exactOptional(),
});

/** What one entry says of a queue, its documents unread. */
export type DescribedLaunchQueue = z.infer<typeof launchQueue>;

import { partitionOf } from '../reason/arn.ts';
import type { Field } from './field.ts';

/** Keys of a W&B Launch queue, by their path in the target file. */
export const LAUNCH_FIELDS = {
  queueConfig: {
    flag: 'queue-config',
    type: 'text',
    presence: 'required',
    inherited: 'never',
    title: 'Queue configuration',
    help: 'Configuration of the queue, JSON or YAML as W&B takes it: its file, or the map itself',
    expected: 'the path of a file, beginning at the description’s folder, or the map itself',
    example: 'queue.yaml',
  },
  agentConfig: {
    flag: 'agent-config',
    type: 'text',
    presence: 'required',
    inherited: 'from-defaults',
    title: 'Agent configuration',
    help: 'Configuration of the agent (launch-config.yaml): its file, or the map itself',
    expected: 'the path of a file, beginning at the description’s folder, or the map itself',
    example: 'launch-config.yaml',
  },
  agentRoleArn: {
    flag: 'agent-role-arn',
    type: 'text',
    presence: 'required',
    inherited: 'from-defaults',
    title: 'Agent role',
    help: 'Role or user that the agent runs as; `me` is whoever runs sageready. It is the deployer',
    expected: '`me`, or the ARN of a role, a role session, a user or the root user',
    example: `arn:${partitionOf('us-east-1')}:iam::123456789012:role/LaunchAgent`,
  },
  queueName: {
    flag: 'queue-name',
    type: 'text',
    presence: 'optional',
    inherited: 'never',
    title: 'Queue name',
    help: 'Name of the queue in W&B, for reports',
    expected: '1 to 100 letters, digits, spaces and . _ / : @ ( ) + -, beginning with a letter or digit',
    example: 'training',
  },
  wandbBaseUrl: {
    flag: 'wandb-base-url',
    type: 'text',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'W&B server',
    help: 'Address of an own W&B server; W&B’s public one if left out',
    expected: 'an address, https://host',
    example: 'https://wandb.example.com',
  },
} as const satisfies Readonly<Record<string, Field>>;

import type { Target } from './target.ts';

/** Where a value of a plan is written, where that is not the description. */
export interface Written {
  /** As that document spells it. */
  readonly key: string;
  readonly document: 'the queue’s configuration' | 'the agent’s configuration';
}

type Field = readonly (string | number)[];

/** What CreateTrainingJob, and W&B's agent, call otherwise than a plan does. */
const QUEUE_KEYS: Readonly<Record<string, string>> = {
  executionRoleArn: 'RoleArn',
  image: 'AlgorithmSpecification.TrainingImage',
  'queue.roleArn': 'RoleArn',
  'queue.trainingImage': 'AlgorithmSpecification.TrainingImage',
  'queue.trainingInputMode': 'AlgorithmSpecification.TrainingInputMode',
  'trainingJob.inputs': 'InputDataConfig',
  'trainingJob.fileSystems': 'InputDataConfig',
  'trainingJob.checkpointUri': 'CheckpointConfig.S3Uri',
  'trainingJob.environmentVariables': 'Environment',
};
const AGENT_KEYS: Readonly<Record<string, string>> = {
  baseUrl: 'base_url',
  buildContextStore: 'build-context-store',
  secretName: 'secret-name',
  secretKey: 'secret-key',
  accountId: 'account_id',
  repoName: 'repo_name',
  s3OutputPath: 's3_output_path',
  roleArn: 'role_arn',
};
const OF_QUEUE: readonly string[] = ['vpcConfig', 'tags', 'enableNetworkIsolation', 'trainingJob', 'queue', 'image', 'executionRoleArn'];

const capitalised = (part: string | number): string => String(part).replace(/^[a-z]/, (letter) => letter.toUpperCase());

const queueKey = (field: Field): string => {
  const [top, ...rest] = field;
  return QUEUE_KEYS[field.join('.')] ?? (top === 'trainingJob' || top === 'queue' ? rest : field).map(capitalised).join('.');
};

/** Where the value at a path of a target is written; undefined: in the description, under that path. */
export const writtenKey = ({ scenario }: Target, field: Field): Written | undefined => {
  const [top, ...rest] = field;
  if (scenario !== 'wandb-launch-queue') return undefined;
  if (top === 'agent') return { key: rest.map((part) => AGENT_KEYS[part] ?? String(part)).join('.'), document: 'the agent’s configuration' };
  return OF_QUEUE.includes(String(top)) ? { key: queueKey(field), document: 'the queue’s configuration' } : undefined;
};

import type { Manner, Notation } from '../notation.ts';
import { at, ignored, within } from '../notation.ts';

const REGISTRY: Notation = {
  type: at('agent', 'registry', 'type'),
  uri: at('agent', 'registry', 'uri'),
  account_id: at('agent', 'registry', 'accountId'),
  region: at('agent', 'registry', 'region'),
  repo_name: at('agent', 'registry', 'repoName'),
  ...ignored('repository'),
};

const BUILDER: Notation = {
  type: at('agent', 'builder', 'type'),
  destination: at('agent', 'builder', 'destination'),
  'build-context-store': at('agent', 'builder', 'buildContextStore'),
  'secret-name': at('agent', 'builder', 'secretName'),
  'secret-key': at('agent', 'builder', 'secretKey'),
  ...ignored('platform', 'build-job-name', 'kaniko-image', 'kaniko-config', 'build-timeout', 'base_image', 'accelerator', 'python', 'cuda_version', 'uri'),
};

/**
 * The agent's `launch-config.yaml`: https://docs.wandb.ai/platform/launch/setup-agent-advanced
 * The block `registry` is the older place of what `builder.destination` says now.
 */
export const AGENT: Notation = {
  base_url: at('agent', 'baseUrl'),
  environment: within(
    { type: at('agent', 'environment', 'type'), region: at('agent', 'environment', 'region'), ...ignored('project') },
    ...['agent', 'environment'],
  ),
  registry: within(REGISTRY, 'agent', 'registry'),
  builder: within(BUILDER, 'agent', 'builder'),
  runner: within({ ...ignored('type'), s3_output_path: at('agent', 'runner', 's3OutputPath'), role_arn: at('agent', 'runner', 'roleArn') }, 'agent', 'runner'),
  ...ignored('queues', 'project', 'entity', 'max_jobs', 'max_schedulers', 'secure_mode', 'verbosity', 'stopped_run_timeout', 'work_dir', 'poll_interval'),
};

/** Keys are taken as they are spelt; an agent's configuration has no templates. */
export const AGENT_MANNER: Manner = { spelt: (key) => key, isOpen: () => false };

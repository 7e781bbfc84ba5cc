import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { WandbLaunchQueueTarget } from '../../model/target.ts';
import type { AgentConfig, BuilderConfig } from '../../model/wandb.ts';
import { parseArn, partitionOf } from '../../reason/arn.ts';
import type { Loan } from '../loan.ts';
import { writtenAt } from '../loan.ts';
import type { DescribedLaunchQueue } from '../schema/launch-queue.ts';
import type { LaunchDocuments, OpenKey } from './documents.ts';
import type { LaunchPlan } from './plan.ts';
import { fieldOfKey } from './queue.ts';

const PUBLIC_SERVER = 'https://api.wandb.ai';

// An agent without this block builds with docker where it finds it, and not at all where it does not.
const defaultBuilder = ({ registry }: LaunchPlan['agent']): BuilderConfig => ({ type: registry?.uri === undefined ? 'noop' : 'docker' });

const agentOf = ({ wandbBaseUrl }: DescribedLaunchQueue, { agent }: LaunchPlan): AgentConfig => {
  const { baseUrl = PUBLIC_SERVER, builder = defaultBuilder(agent), ...rest } = agent;
  return { ...rest, baseUrl: wandbBaseUrl ?? baseUrl, builder };
};

const WHOLE = /^arn:[a-z-]+:iam::/;

interface Role {
  readonly arn: string;
  /** The path of the target at which it is written. */
  readonly at: readonly string[];
  /** What the agent makes of a name, in one sentence. */
  readonly said: readonly string[];
}

/** The role as the agent makes it: https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py */
const roleOf = ({ account, region, agentRoleArn }: DescribedLaunchQueue, { queue, agent }: LaunchPlan): Role | undefined => {
  const text = queue.roleArn ?? agent.runner?.roleArn;
  if (text === undefined) return undefined;
  const at = queue.roleArn === undefined ? ['agent', 'runner', 'roleArn'] : ['queue', 'roleArn'];
  if (WHOLE.test(text)) return { arn: text, at, said: [] };
  const arn = `arn:${partitionOf(region)}:iam::${parseArn(agentRoleArn)?.account ?? account}:role/${text}`;
  return { arn, at, said: [`the agent completes the role ${text} to ${arn}`] };
};

const withOutput = ({ trainingJob, agent }: LaunchPlan, open: readonly OpenKey[]): LaunchPlan['trainingJob'] => {
  const path = agent.runner?.s3OutputPath;
  if (path === undefined || trainingJob.outputDataConfig !== undefined || open.some(({ path: [key] }) => key === 'OutputDataConfig')) return trainingJob;
  return { ...trainingJob, outputDataConfig: { s3OutputPath: path.startsWith('s3://') ? path : `s3://${path}` } };
};

const waitFor = ({ path, templates }: OpenKey): Unknown =>
  unknown(
    'context',
    `${path.join('.')} in the queue’s configuration holds a template (${templates.join(', ')}), which W&B fills in when a run starts — check by themselves the values that it may take`,
    { missing: templates },
  );

/** By the field that a key decides, and by the key's own path: of a training job some may be known and others open. */
const fieldsOf = ({ path, to }: OpenKey): readonly string[] => [fieldOfKey(path[0] ?? ''), ...(to === undefined ? [] : [to.join('.')])];

const unresolvedOf = (open: readonly OpenKey[], known: object): Readonly<Record<string, Unknown>> =>
  Object.fromEntries(
    open
      .toReversed()
      .flatMap((key) => fieldsOf(key).map((field) => [field, waitFor(key)] as const))
      .filter(([field]) => !Object.hasOwn(known, field)),
  );

const queueOf = (name: string | undefined, { plan, open, unknownKeys }: LaunchDocuments): WandbLaunchQueueTarget['queue'] => {
  const { algorithmSpecification, ...queue } = plan.queue;
  return {
    ...(name !== undefined && { name }),
    ...queue,
    hasAlgorithmSpecification: algorithmSpecification !== undefined || open.some(({ path: [key] }) => key === 'AlgorithmSpecification'),
    templated: open.map(({ path }) => path.join('.')),
    unknownKeys,
  };
};

/**
 * The macro of the agent for the image of the run that it starts, built or brought by the job: the same as a queue that names none.
 * Source: https://docs.wandb.ai/platform/launch/setup-queue-advanced
 */
const OWN_IMAGE = /^\$(?:\{\s*image_uri\s*\}|\s*image_uri\s*)$/;
const isOwnImage = ({ to, value, templates }: OpenKey): boolean =>
  to?.join('.') === 'image' && templates.length === 1 && typeof value === 'string' && OWN_IMAGE.test(value);

const NO_BUILDER = 'the agent’s configuration names no builder, which then is docker where the agent finds it';

const completedOf = (role: Role | undefined, { plan: { agent }, open, manifests }: LaunchDocuments): readonly string[] => [
  ...(role?.said ?? []),
  ...(open.some(isOwnImage) ? ['TrainingImage is the macro ${image_uri}: each run’s own image, built by the agent or brought by the job'] : []),
  ...(agent.builder === undefined ? [`${NO_BUILDER}; judged as ${defaultBuilder(agent).type}`] : []),
  ...(manifests ? ['what the manifests of its input name is not judged'] : []),
];

/** The target that a queue, its agent and the entry make together. */
export const launchTarget = (entry: DescribedLaunchQueue, documents: LaunchDocuments): WandbLaunchQueueTarget => {
  const { plan, open } = documents;
  const { name, scenario, account, region, assumeRole, externalId, agentRoleArn, queueName } = entry;
  const { trainingJob: _, queue: __, agent: ___, ...job } = plan;
  const role = roleOf(entry, plan);
  const known = { ...job, ...(role !== undefined && { executionRoleArn: role.arn }) };
  const completed = completedOf(role, documents);
  const unresolved = unresolvedOf(
    open.filter((key) => !isOwnImage(key)),
    known,
  );
  return {
    ...{ name, scenario, account, region, deployer: agentRoleArn },
    ...(assumeRole !== undefined && { assumeRole }),
    ...(externalId !== undefined && { externalId }),
    ...known,
    trainingJob: withOutput(plan, open),
    queue: queueOf(queueName, documents),
    agent: agentOf(entry, plan),
    ...(completed.length > 0 && { completed }),
    ...(Object.keys(unresolved).length > 0 && { unresolved }),
  };
};

const borrowed = (loans: readonly Loan[], to: readonly string[], from: readonly string[]): Loan => {
  const { path, document } = writtenAt(loans, from);
  return { to, from: path, ...(document !== undefined && { document }) };
};

/** Where the target holds what its documents, or other keys of its entry, say. */
export const launchLoans = (entry: DescribedLaunchQueue, { plan, loans }: LaunchDocuments): readonly Loan[] => {
  const role = roleOf(entry, plan);
  const ofRunner = plan.trainingJob.outputDataConfig === undefined && plan.agent.runner?.s3OutputPath !== undefined;
  return [
    ...loans,
    { to: ['deployer'], from: ['agentRoleArn'] },
    ...(role === undefined ? [] : [borrowed(loans, ['executionRoleArn'], role.at)]),
    ...(ofRunner ? [borrowed(loans, ['trainingJob', 'outputDataConfig', 's3OutputPath'], ['agent', 'runner', 's3OutputPath'])] : []),
    ...(entry.wandbBaseUrl === undefined ? [] : [{ to: ['agent', 'baseUrl'], from: ['wandbBaseUrl'] }]),
    ...(entry.queueName === undefined ? [] : [{ to: ['queue', 'name'], from: ['queueName'] }]),
  ];
};

import type { PolicyStatement } from '../../src/model/policy.ts';
import type { AgentConfig, QueueConfig } from '../../src/model/wandb.ts';
import type { LaunchAccount } from '../support/launch-account.ts';
import { agentStatements, jobStatements } from '../support/launch-account.ts';
import { document } from '../support/seed.ts';
import type { MutateIn, MutationIn } from './matrix.ts';
import { putInline } from './mutations.ts';

export type LaunchMutate = MutateIn<LaunchAccount>;
export type LaunchMutation = MutationIn<LaunchAccount>;
type AgentPurpose = keyof ReturnType<typeof agentStatements>;
type JobPurpose = keyof ReturnType<typeof jobStatements>;
/** A mutation after which these rules fail, and nothing else differs. */
export const failing = (mutate: LaunchMutate, ...rules: readonly string[]): LaunchMutation => ({
  mutate,
  changes: Object.fromEntries(rules.map((rule) => [rule, 'fail'])),
});

/** Rules that have nothing to judge any more. */
export const notJudged = (...rules: readonly string[]) => Object.fromEntries(rules.map((rule) => [rule, 'not-applicable'] as const));

type Statements = (account: LaunchAccount) => readonly PolicyStatement[];

const others = (statements: Readonly<Record<string, PolicyStatement>>, purpose: string): readonly PolicyStatement[] =>
  Object.entries(statements).flatMap(([name, statement]) => (name === purpose ? [] : [statement]));

/** Takes from the agent what it may do for one purpose; the others, and what comes in its place, it keeps. */
export const agentWithout =
  (purpose: AgentPurpose, instead: Statements = () => []): LaunchMutate =>
  async (account) => {
    await putInline(account, account.agent.name, 'Agent', document(...others(agentStatements(account), purpose), ...instead(account)));
    return undefined;
  };

/** Gives the agent more than it needs. */
export const agentWith =
  (more: Statements): LaunchMutate =>
  async (account) => {
    await putInline(account, account.agent.name, 'Agent', document(...Object.values(agentStatements(account)), ...more(account)));
    return undefined;
  };

/** Takes from the jobs’ role what it may do for one purpose. */
export const jobsWithout =
  (purpose: JobPurpose, instead: Statements = () => []): LaunchMutate =>
  async (account) => {
    await putInline(account, account.executionRole.name, 'Jobs', document(...others(jobStatements(account), purpose), ...instead(account)));
    return undefined;
  };

/** Fields of a plan, some of which are taken away. */
type Changes = Partial<LaunchAccount['target']>;

/** Changes what the agent’s configuration says of its builder; undefined takes a key away. */
export const building =
  (words: { readonly [K in keyof AgentConfig['builder']]?: AgentConfig['builder'][K] | undefined }): LaunchMutate =>
  async ({ target }) =>
    ({ agent: { ...target.agent, builder: { ...target.agent.builder, ...words } } }) as Changes;

/** The same of the agent as a whole. */
export const configured =
  (words: { readonly [K in keyof AgentConfig]?: AgentConfig[K] | undefined }): LaunchMutate =>
  async ({ target }) =>
    ({ agent: { ...target.agent, ...words } }) as Changes;

/** Changes what the queue says beside the job. */
export const queued =
  (words: { readonly [K in keyof QueueConfig]?: QueueConfig[K] | undefined }): LaunchMutate =>
  async ({ target }) =>
    ({ queue: { ...target.queue, ...words } }) as Changes;

type Job = LaunchAccount['target']['trainingJob'];

/** Changes what CreateTrainingJob is given. */
export const training =
  (words: { readonly [K in keyof Job]?: Job[K] | undefined }): LaunchMutate =>
  async ({ target }) =>
    ({ trainingJob: { ...target.trainingJob, ...words } }) as Changes;

/** Changes the resources of the job. */
export const resources =
  (words: { readonly [K in keyof NonNullable<Job['resourceConfig']>]?: NonNullable<Job['resourceConfig']>[K] | undefined }): LaunchMutate =>
  async ({ target }) =>
    ({ trainingJob: { ...target.trainingJob, resourceConfig: { ...target.trainingJob.resourceConfig, ...words } } }) as Changes;

/** Changes fields at the plan’s top; undefined takes one away. */
export const planned =
  (words: { readonly [K in keyof LaunchAccount['target']]?: LaunchAccount['target'][K] | undefined }): LaunchMutate =>
  async () =>
    words as Changes;

import type { Unknown } from '../../src/model/fact.ts';
import { unknown } from '../../src/model/fact.ts';
import type { WandbLaunchQueueTarget } from '../../src/model/target.ts';
import type { StoppingCondition, TrainingJob } from '../../src/model/training.ts';
import type { AgentConfig, QueueConfig, RegistryConfig } from '../../src/model/wandb.ts';
import { launchQueue } from './targets.ts';

type Changed<T> = { readonly [K in keyof T]?: T[K] | undefined };
type Queue = WandbLaunchQueueTarget;

/** What the given keys say, and no key that is undefined. */
const changed = <T extends object>(before: T, words: Changed<T>): T =>
  Object.fromEntries(Object.entries({ ...before, ...words }).filter(([, value]) => value !== undefined)) as T;

/** The queue of the tests, whose agent says something else; undefined takes a key away. */
export const changedAgent = (words: Changed<AgentConfig>): Queue => launchQueue({ agent: changed(launchQueue().agent, words) });

/** The same of its builder. */
export const changedBuilder = (words: Changed<AgentConfig['builder']>): Queue => changedAgent({ builder: changed(launchQueue().agent.builder, words) });

/** With a registry in place of the builder’s destination. */
export const withRegistry = (registry: RegistryConfig): Queue =>
  changedAgent({ builder: changed(launchQueue().agent.builder, { destination: undefined }), registry });

/** With another queue. */
export const changedQueue = (words: Changed<QueueConfig>): Queue => launchQueue({ queue: changed(launchQueue().queue, words) });

/** With another training job. */
export const job = (words: Changed<TrainingJob>): Queue => launchQueue({ trainingJob: changed(launchQueue().trainingJob ?? {}, words) });

/** With a job on spot instances. */
export const spot = (stoppingCondition: StoppingCondition): Queue => job({ enableManagedSpotTraining: true, stoppingCondition });

/** With a key for the training volume. */
export const keyed = (volumeKmsKeyId: string): Queue => job({ resourceConfig: { instanceType: 'ml.m5.xlarge', volumeKmsKeyId } });

/** Without some of its optional fields. */
export const lacking = (field: 'executionRoleArn' | 'deployer'): Queue => changed(launchQueue(), { [field]: undefined });

/** Fields that templates leave open. */
export const open = (...fields: readonly string[]): Readonly<Record<string, Unknown>> =>
  Object.fromEntries(fields.map((field) => [field, unknown('context', `${field} holds a template`, { actions: ['test:Refused'] })]));

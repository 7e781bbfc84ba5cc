import type { FactRequest } from '../model/fact.ts';
import { existing, fact } from '../model/fact.ts';
import type { Applicability } from '../model/rule.ts';
import type { WandbLaunchQueueTarget } from '../model/target.ts';
import type { Subject } from '../model/verdict.ts';
import { plannedPlaces } from './places.ts';
import type { Repository } from './references.ts';

/** A queue of W&B Launch. */
export type Launch = WandbLaunchQueueTarget;

/** A queue of W&B Launch, with its agent. */
export const launch: Applicability<Launch> = {
  accepts: (target): target is Launch => target.scenario === 'wandb-launch-queue',
  otherwise: 'this is no queue of W&B Launch',
};

const launchWith = <T extends Launch>(holds: (target: Launch) => boolean, otherwise: string, ...fields: readonly string[]): Applicability<T> => ({
  accepts: (target): target is T => launch.accepts(target) && holds(target),
  otherwise,
  fields,
});

/** A queue whose agent’s role is named. */
export type WithAgent = Launch & { readonly deployer: string };
export const withAgent: Applicability<WithAgent> = launchWith(
  ({ deployer }) => deployer !== undefined,
  'this is no queue of W&B Launch, or names no agent role',
);

/** Where built images go, as the agent’s configuration says it. */
export interface Destination {
  readonly uri: string;
  readonly field: readonly string[];
}

/** Where built images go: `builder.destination`, or else `registry.uri`. */
export const destinationOf = ({ agent: { builder, registry } }: Launch): Destination | undefined => {
  if (builder.destination !== undefined) return { uri: builder.destination, field: ['agent', 'builder', 'destination'] };
  return registry?.uri === undefined ? undefined : { uri: registry.uri, field: ['agent', 'registry', 'uri'] };
};

// What the agent accepts: one DNS suffix, and no other. https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/utils.py
const REPOSITORY = /^(?:https:\/\/)?(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([\w./-]+?)(?::.*)?$/;

/** The repository of an address that the agent understands; undefined: it does not. */
export const agentRepository = (uri: string): Repository | undefined => {
  const [, account, region, repository] = REPOSITORY.exec(uri) ?? [];
  return account === undefined || region === undefined || repository === undefined ? undefined : { account, region, repository };
};

const repositoryOf = (target: Launch): Repository | undefined => agentRepository(destinationOf(target)?.uri ?? '');
const isBuilding = ({ agent }: Launch): boolean => agent.builder.type !== 'noop';
const pushes = (target: Launch): boolean => isBuilding(target) && repositoryOf(target) !== undefined;

/** The repository that images are pushed to, as an image’s address without tag; empty where none is understood. */
export const builtImage = (target: Launch): string => {
  const { account, region, repository } = repositoryOf(target) ?? { account: '', region: '', repository: '' };
  return `${account}.dkr.ecr.${region}.amazonaws.com/${repository}`;
};

/** A queue whose agent builds images. */
export const building: Applicability<Launch> = launchWith(isBuilding, 'the agent builds no images (builder.type: noop)');

/** The same, with the agent’s role. */
export const buildingAgent: Applicability<WithAgent> = launchWith(
  (target) => withAgent.accepts(target) && isBuilding(target),
  'the agent builds no images (builder.type: noop), or its role is not named',
);

/** A queue whose agent builds images, where it is said where they go. */
export const withDestination: Applicability<Launch> = launchWith(
  (target) => isBuilding(target) && destinationOf(target) !== undefined,
  'the agent builds no images, or is not told where they go, which another rule judges',
);

const PUSHES_NOTHING = 'the agent builds no images, or knows no ECR repository for them, which another rule judges';

/** The same, where that is a repository of ECR. */
export const pushing: Applicability<Launch> = launchWith(pushes, PUSHES_NOTHING);

/** The same, with the agent’s role. */
export const pushingAgent: Applicability<WithAgent> = launchWith((target) => withAgent.accepts(target) && pushes(target), PUSHES_NOTHING);

/** The same, where kaniko builds. */
export const pushingKaniko: Applicability<WithAgent> = launchWith(
  (target) => pushingAgent.accepts(target) && target.agent.builder.type === 'kaniko',
  'the agent does not build with kaniko, or knows no ECR repository',
);

/** Jobs run images that the agent builds: the queue names none. */
export const runningBuiltImages: Applicability<Launch & { readonly executionRoleArn: string }> = launchWith(
  (target) => pushes(target) && target.executionRoleArn !== undefined && target.image === undefined,
  'the agent builds no images, the queue names one, or no execution role is named',
  'executionRoleArn',
  'image',
);

/** A queue whose agent builds with kaniko. */
export const withKaniko: Applicability<Launch> = launchWith(({ agent }) => agent.builder.type === 'kaniko', 'the agent does not build with kaniko');

/** The same, where build contexts lie in a bucket that is known, and the agent’s role is. */
export const withContextStore: Applicability<WithAgent> = launchWith(
  (target) =>
    withAgent.accepts(target) && withKaniko.accepts(target) && plannedPlaces(target).some(({ purpose, location }) => purpose === 'build-context' && location),
  'the agent does not build with kaniko, or names no bucket for build contexts',
);

/** What tells of the repository that images are pushed to. */
export const pushedRepository = (target: Launch): FactRequest<'ecr.repository'> =>
  fact('ecr.repository', { ...(repositoryOf(target) ?? { account: '', region: '', repository: '' }) });

/** The same, once `launch/destination-exists` has passed. */
export const existingDestination = (target: Launch) => existing(pushedRepository(target), 'launch/destination-exists');

/** The queue, as reports name it. */
export const queueSubject = ({ account, region, queue, name }: Launch): Subject => ({ account, region, kind: 'wandb-launch-queue', name: queue.name ?? name });

/** The agent, as reports name it: it has no name but its queue’s. */
export const agentSubject = ({ account, region, name }: Launch): Subject => ({ account, region, kind: 'wandb-launch-agent', name });

/** A queue with the agent’s role and the jobs’ one. */
export const withAgentAndRole: Applicability<WithAgent & { readonly executionRoleArn: string }> = launchWith(
  (target) => withAgent.accepts(target) && target.executionRoleArn !== undefined,
  'this is no queue of W&B Launch, or names no agent role or no execution role',
  'executionRoleArn',
);

/** A queue whose agent builds nothing. */
export const withNoop: Applicability<Launch> = launchWith(({ agent }) => agent.builder.type === 'noop', 'the agent builds images');

/** A queue whose agent’s Region is named. */
export type WithEnvironmentRegion = Launch & { readonly agent: { readonly environment: { readonly region: string } } };
export const withEnvironmentRegion: Applicability<WithEnvironmentRegion> = launchWith(
  ({ agent }) => agent.environment?.region !== undefined,
  'the agent’s configuration names no Region, which another rule judges',
);

/** The tag that the agent adds to those of the queue: https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/runner/sagemaker_runner.py */
export const AGENT_TAG = 'WandbRunId';

/** The keys of the queue's tags, equal ones more than once. */
export const tagKeysOf = ({ queue, tags = {} }: Launch): readonly string[] => queue.tagKeys ?? Object.keys(tags);

/** Whether a template stands for the tags as a whole, so that their keys are not known. */
export const hidesTags = ({ queue, tags, unresolved }: Launch): boolean =>
  queue.tagKeys === undefined && tags === undefined && unresolved?.['tags'] !== undefined;

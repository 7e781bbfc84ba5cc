import type { AnyFactRequest, Facts } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { packageNamed } from '../../reason/deployed.ts';
import { merged } from './completion.ts';
import { byPackage, completionsOf, deployedRequests, missingThing } from './deployed.ts';
import { callerRequest, withDeployer } from './deployer.ts';
import { bySpecification, jumpStartRequests, withTrainingType } from './jumpstart.ts';
import { completedRecommender, recommenderRequests } from './recommender.ts';
import { byStudio, studioRequests } from './studio.ts';

const packageOf = (target: Target) => (target.modelPackageName === undefined ? undefined : packageNamed(target, target.modelPackageName));

const namedRequests = (target: Target): readonly AnyFactRequest[] => {
  switch (target.scenario) {
    case 'serverless-endpoint':
      return deployedRequests(target);
    case 'elastic-inference':
      return [packageOf(target) ?? []].flat() as readonly AnyFactRequest[];
    case 'inference-recommender-vpc':
      return recommenderRequests(target);
    case 'jumpstart-model':
      return [...jumpStartRequests(target), ...studioRequests(target)];
    case 'wandb-launch-queue':
      return [];
    default:
      return target satisfies never;
  }
};

/** The facts that complete a target; they are collected before the rest is planned. */
export const completionRequests = (target: Target): readonly AnyFactRequest[] => [
  ...(callerRequest(target) as readonly AnyFactRequest[]),
  ...namedRequests(target),
];

/** Whether a target's own words leave out what only its completion tells: then a plan is not whole before that is read. */
export const isOpen = (target: Target): boolean => namedRequests(target).length > 0;

const withNamed = (target: Target, facts: Facts): Target => {
  switch (target.scenario) {
    case 'serverless-endpoint':
      return merged(target, completionsOf(target, facts));
    case 'elastic-inference':
      return merged(target, [byPackage(facts, packageOf(target))]);
    case 'inference-recommender-vpc':
      return completedRecommender(target, facts);
    case 'jumpstart-model':
      return withTrainingType(merged(target, [bySpecification(target, facts), byStudio(target, facts)]), facts);
    case 'wandb-launch-queue':
      return target;
    default:
      return target satisfies never;
  }
};

/** A target completed by what is known. What stays unknown stays as it was written, or is `unresolved`, and rules answer cannot-tell. */
export const completed = (target: Target, facts: Facts): Target => {
  const deployed = withDeployer(target, facts);
  return isOpen(deployed) ? withNamed(deployed, facts) : deployed;
};

/** What is wrong with targets that only AWS could tell: they are to be completed from things that do not exist. */
export const missingThings = (targets: readonly Target[], facts: Facts): readonly string[] => targets.flatMap((target) => missingThing(target, facts) ?? []);

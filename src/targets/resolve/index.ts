import type { AnyFactRequest, Facts } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { merged } from './completion.ts';
import { completionsOf, deployedRequests, missingThing } from './deployed.ts';
import { callerRequest, withDeployer } from './deployer.ts';

/** The facts that complete a target; they are collected before the rest is planned. */
export const completionRequests = (target: Target): readonly AnyFactRequest[] => [
  ...(callerRequest(target) as readonly AnyFactRequest[]),
  ...deployedRequests(target),
];

const namesOthers = ({ completeFrom, modelPackageName }: Target): boolean => completeFrom !== undefined || modelPackageName !== undefined;

const withDeployed = (target: Target, facts: Facts): Target => (namesOthers(target) ? merged(target, completionsOf(target, facts)) : target);

/** A target completed by what is known. What stays unknown stays as it was written, or is `unresolved`, and rules answer cannot-tell. */
export const completed = (target: Target, facts: Facts): Target => withDeployed(withDeployer(target, facts), facts);

/** What is wrong with targets that only AWS could tell: they are to be completed from things that do not exist. */
export const missingThings = (targets: readonly Target[], facts: Facts): readonly string[] => targets.flatMap((target) => missingThing(target, facts) ?? []);

/** Whether a target's own words leave out what only its completion tells: then a plan is not whole before that is read. */
export const isOpen = namesOthers;

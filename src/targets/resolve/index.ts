import type { FactRequest, Facts } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { callerRequest, withDeployer } from './deployer.ts';

/** The facts that complete a target; they are collected before the rest is planned. */
export const completionRequests = (target: Target): readonly FactRequest<'sts.caller'>[] => callerRequest(target);

/** A target completed by what is known. What stays unknown stays as it was written, and rules answer cannot-tell. */
export const completed = (target: Target, facts: Facts): Target => withDeployer(target, facts);

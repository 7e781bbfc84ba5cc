import type { KnownFacts, WantedFacts } from '../../model/fact.ts';
import type { Actor, Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { Judgement } from '../../model/verdict.ts';
import { pass } from '../../model/verdict.ts';
import { withDeployer } from '../applicability.ts';
import { existingDeployer } from '../deployer.ts';
import { answersFor } from './answers.ts';
import { isDenied, judgeAnswers } from './judge-answers.ts';
import { neededFor, wantedFor } from './questions.ts';
import { withoutSimulator } from './simulator.ts';

/** The same permissions, asked by one actor. */
export type AskedBy = (who: Actor) => readonly Permission<Target>[];

const NOBODY = { role: undefined, user: undefined, rolePolicies: undefined, userPolicies: undefined };

/** The facts of a rule that either actor may satisfy: the role's, and the deployer's beside them. */
export const eitherNeeds = (asked: AskedBy, target: Target) => {
  const deployer = withDeployer.accepts(target) ? existingDeployer(target) : NOBODY;
  return {
    ...neededFor(asked('execution-role'), target),
    deployerRole: deployer.role,
    deployerUser: deployer.user,
    deployerRolePolicies: deployer.rolePolicies,
    deployerUserPolicies: deployer.userPolicies,
  };
};
export const eitherWants = (asked: AskedBy, target: Target) => wantedFor(asked('execution-role'), target);

type EitherFacts = KnownFacts<ReturnType<typeof eitherNeeds>> & WantedFacts<ReturnType<typeof eitherWants>>;

const asDeployer = (facts: EitherFacts): EitherFacts => ({
  ...withoutSimulator(facts),
  role: facts.deployerRole,
  user: facts.deployerUser,
  rolePolicies: facts.deployerRolePolicies,
  userPolicies: facts.deployerUserPolicies,
});

/** What kept the deployer from it as well: a condition that nearly holds is worth showing. */
const alongside = (ofRole: Judgement, ofDeployer: Judgement): Judgement =>
  ofRole.outcome === 'fail' && ofDeployer.outcome === 'fail' ? { ...ofRole, evidence: [...ofRole.evidence, ...ofDeployer.evidence] } : ofRole;

/** Passes when the role may, or else the deployer; fails when neither may, and then tells what the role lacks, and why the deployer may not either. */
export const judgeEither = (asked: AskedBy, facts: EitherFacts, target: Target): Judgement => {
  const byRole = answersFor(asked('execution-role'), facts, target);
  const ofRole = judgeAnswers(byRole);
  if (!byRole.some(isDenied) && ofRole.outcome !== 'cannot-tell') return ofRole;
  if (!withDeployer.accepts(target)) return ofRole;
  const ofDeployer = judgeAnswers(answersFor(asked('deployer'), asDeployer(facts), target));
  if (ofDeployer.outcome === 'pass') return pass(`${ofDeployer.summary} to the deployer`);
  return ofDeployer.outcome === 'cannot-tell' ? ofDeployer : alongside(ofRole, ofDeployer);
};

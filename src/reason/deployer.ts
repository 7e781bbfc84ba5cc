import type { FactRequest } from '../model/fact.ts';
import { existing, fact, from } from '../model/fact.ts';
import type { Caller } from '../model/facts/sts.ts';
import type { Target } from '../model/target.ts';
import type { WithDeployer } from './applicability.ts';
import { principalKindOf, roleArnOf } from './arn.ts';

/** What tells whether the deployer exists: its role, or its user; for `me` both, since only the caller's ARN tells which of them it is. */
export type DeployerRequests = {
  readonly role: FactRequest<'iam.role'> | undefined;
  readonly user: FactRequest<'iam.user'> | undefined;
  readonly caller: FactRequest<'sts.caller'> | undefined;
};

// The selections stand here once, by name: two requests that share a selection are one fact in the plan.
const roleOfCaller = ({ arn }: Caller): string | undefined => roleArnOf(arn);
const userOfCaller = ({ arn }: Caller): string | undefined => (principalKindOf(arn) === 'user' ? arn : undefined);

const callerOf = ({ region }: Target): FactRequest<'sts.caller'> => fact('sts.caller', { region });

const roleRequest = (deployer: string): FactRequest<'iam.role'> | undefined => {
  const roleArn = roleArnOf(deployer);
  return roleArn === undefined ? undefined : fact('iam.role', { roleArn });
};

const userRequest = (deployer: string): FactRequest<'iam.user'> | undefined =>
  principalKindOf(deployer) === 'user' ? fact('iam.user', { userArn: deployer }) : undefined;

const callerRequests = (caller: FactRequest<'sts.caller'>): DeployerRequests => ({
  role: fact('iam.role', { roleArn: from(caller, roleOfCaller) }),
  user: fact('iam.user', { userArn: from(caller, userOfCaller) }),
  caller,
});

/** The facts that tell who the deployer is. A target is completed before it is judged, so `me` stands there only when the caller is unknown; in a plan it stands for whoever will run it. */
export const deployerRequests = (target: WithDeployer): DeployerRequests =>
  target.deployer === 'me' ? callerRequests(callerOf(target)) : { role: roleRequest(target.deployer), user: userRequest(target.deployer), caller: undefined };

/** The same, once `identity/deployer-exists` has passed, with the policies that apply. */
export const existingDeployer = (target: WithDeployer) => {
  const { role, user } = deployerRequests(target);
  return {
    role: role && existing(role, 'identity/deployer-exists'),
    user: user && existing(user, 'identity/deployer-exists'),
    rolePolicies: role && existing(fact('iam.rolePolicies', role.params), 'identity/deployer-exists'),
    userPolicies: user && existing(fact('iam.userPolicies', user.params), 'identity/deployer-exists'),
  };
};

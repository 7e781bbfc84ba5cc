import type { FactRequest } from '../model/fact.ts';
import { existing, fact } from '../model/fact.ts';
import type { WithDeployer } from './applicability.ts';
import { principalKindOf, roleArnOf } from './arn.ts';

/** What tells whether the deployer exists: its role, or its user; for `me` that is not yet known, who runs sageready. */
export type DeployerRequests = {
  readonly role: FactRequest<'iam.role'> | undefined;
  readonly user: FactRequest<'iam.user'> | undefined;
  readonly caller: FactRequest<'sts.caller'> | undefined;
};

const roleRequest = (deployer: string): FactRequest<'iam.role'> | undefined => {
  const roleArn = roleArnOf(deployer);
  return roleArn === undefined ? undefined : fact('iam.role', { roleArn });
};

const userRequest = (deployer: string): FactRequest<'iam.user'> | undefined =>
  principalKindOf(deployer) === 'user' ? fact('iam.user', { userArn: deployer }) : undefined;

/** The facts that tell who the deployer is. A target is completed before it is judged, so `me` stands here only when the caller is unknown. */
export const deployerRequests = ({ deployer, region }: WithDeployer): DeployerRequests => ({
  role: roleRequest(deployer),
  user: userRequest(deployer),
  caller: deployer === 'me' ? fact('sts.caller', { region }) : undefined,
});

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

import type { Fact, FactRequest, Facts } from '../../model/fact.ts';
import { fact } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';

/** Who runs sageready, if the target's deployer is `me`. */
export const callerRequest = ({ deployer, region }: Target): readonly FactRequest<'sts.caller'>[] =>
  deployer === 'me' ? [fact('sts.caller', { region })] : [];

/** Puts the caller's ARN in the place of `me`. A session's ARN is kept: it names its role, and what the session may do. */
export const withDeployer = (target: Target, facts: Facts): Target => {
  const [request] = callerRequest(target);
  if (request === undefined) return target;
  const caller = facts.get(request) as Fact<'sts.caller'>;
  return caller.state === 'present' ? { ...target, deployer: caller.value.arn } : target;
};

import type { OutputOf } from '../aws/operation.ts';
import type { getCallerIdentity } from '../aws/operations/sts.ts';
import { Refused } from '../aws/refused.ts';
import type { Absent, Present } from '../model/fact.ts';
import { unknown } from '../model/fact.ts';
import { parseArn } from '../reason/arn.ts';

type Caller = OutputOf<typeof getCallerIdentity>;

/**
 * Throws Refused when an ARN belongs to another account than the credentials. Some APIs look only into the caller's own account,
 * by name: there, "no such thing" about another account's resource would be a false answer.
 */
export const requireOwnAccount = (arn: string, caller: Present<Caller> | Absent): void => requireAccount(arn, parseArn(arn)?.account, caller);

/** The same for a thing that no ARN names. */
export const requireAccount = (what: string, owner: string | undefined, caller: Present<Caller> | Absent): void => {
  if (caller.state === 'absent' || caller.value.account === owner) return;
  const message = `${what} belongs to account ${owner}, the credentials to ${caller.value.account}, and AWS shows it to its own account only — run sageready there too`;
  throw new Refused(unknown('unsupported', message));
};

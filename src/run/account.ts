import type { Caller } from '../model/facts/sts.ts';
import type { Target } from '../model/target.ts';
import type { Connection } from './connect.ts';
import { callerIn } from './connect.ts';
import { stop } from './stop.ts';

const regionsOf = (targets: readonly Target[]): readonly string[] => [...new Set(targets.map(({ region }) => region))];

const refuseForeign = (targets: readonly Target[], { account, arn }: Caller): void => {
  const foreign = targets.find((target) => target.account !== account);
  if (foreign === undefined) return;
  throw stop(
    `${foreign.name} is planned for account ${foreign.account}, but the credentials belong to ${account} (${arn}) — nothing was judged: use other credentials, or correct "account"`,
  );
};

/** Makes sure, before anything is read, that the credentials work and belong to the targets' account. */
export const requireAccount = async (connection: Connection, targets: readonly Target[]): Promise<Caller> => {
  const [first, ...others] = await Promise.all(regionsOf(targets).map((region) => callerIn(connection, region)));
  const caller = [first, ...others].find((one): one is Caller => one !== undefined && 'account' in one);
  if (caller === undefined) {
    const problem =
      connection.session.credentialsProblem() ?? (first !== undefined && 'message' in first ? first.message : 'AWS did not say who the credentials belong to');
    throw stop(problem);
  }
  refuseForeign(targets, caller);
  return caller;
};

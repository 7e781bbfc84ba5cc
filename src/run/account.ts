import type { Unknown } from '../model/fact.ts';
import type { Caller } from '../model/facts/sts.ts';
import type { Target } from '../model/target.ts';
import type { Connection } from './connect.ts';
import { callerIn } from './connect.ts';
import { stop } from './stop.ts';

const regionsOf = (targets: readonly Target[]): readonly string[] => [...new Set(targets.map(({ region }) => region))];

const refuseForeign = (targets: readonly Target[], { account, arn }: Caller): void => {
  const foreign = targets.find((target) => target.account !== account);
  if (foreign === undefined) return;
  const planned = foreign.account;
  throw stop(
    `${foreign.name} is planned for account ${planned}, but the credentials belong to ${account} (${arn}) — name a role of ${planned} with assumeRole, use other credentials, or correct "account"`,
  );
};

const isOutOfReach = ({ reason }: Unknown): boolean => reason === 'unreachable' || reason === 'timeout';

/** Makes sure, before anything is read, that the credentials work and belong to the targets' account. The identity is the same in every Region: a further one is asked only where the one before is out of reach. */
export const requireAccount = async (connection: Connection, targets: readonly Target[]): Promise<Caller> => {
  let refused: Unknown | undefined;
  for (const region of regionsOf(targets)) {
    const caller = await callerIn(connection, region);
    if ('account' in caller) {
      refuseForeign(targets, caller);
      return caller;
    }
    refused ??= caller;
    if (!isOutOfReach(caller)) break;
  }
  throw stop(connection.session.credentialsProblem() ?? refused?.message ?? 'AWS did not say who the credentials belong to');
};

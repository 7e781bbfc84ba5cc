import type { Target } from '../model/target.ts';
import { accountGroups } from '../run/account-group.ts';
import { stop } from '../run/stop.ts';

const accountsIn = (targets: readonly Target[]): readonly string[] => [...new Set(targets.map(({ account }) => account))];

/** Saved facts are of one account, read in one way: what AWS says of a name or a quota means another thing in another account. Throws a Stop where more are planned for. */
export const requireOneAccount = (targets: readonly Target[]): void => {
  if (accountGroups(targets).length <= 1) return;
  const accounts = accountsIn(targets);
  const [first] = accounts;
  if (accounts.length > 1)
    throw stop(`facts are saved of one account, and these targets are planned for ${accounts.join(', ')} — name one of them: --account-only ${first}`);
  throw stop(
    `facts are saved as one role reads them, and account ${first} is to be read in several ways (assumeRole, externalId) — name targets that share one: --target`,
  );
};

/** Throws a Stop where targets are planned for another account than the one whose facts were saved. */
export const requireSavedAccount = (targets: readonly Target[], saved: { readonly file: string; readonly targets: readonly Target[] }): void => {
  const [account] = accountsIn(saved.targets);
  const foreign = targets.find((target) => account !== undefined && target.account !== account);
  if (foreign === undefined) return;
  throw stop(
    `${saved.file} holds facts of account ${account}, and ${foreign.name} is planned for ${foreign.account} — collect the facts of that account, or judge the others: --account-only ${account}`,
  );
};

import type { AccountPolicies } from '../../run/account-policies.ts';
import { accountPolicies } from '../../run/account-policies.ts';
import { auditPermissions } from '../../run/audit-permissions.ts';
import { readFactsFile } from '../../run/facts-file.ts';
import type { RunPermissions } from '../../run/permissions.ts';
import { stop } from '../../run/stop.ts';
import { LOOKUP_PERMISSION } from '../../run/trail-lines.ts';
import { isOpen } from '../../targets/resolve/index.ts';
import { describedTargets } from '../describe.ts';
import { reachOf } from '../looking.ts';
import { requireSavedAccount } from '../one-account.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';
import { iamEngineOf } from '../words.ts';

const LATER = 'its role, image, artifact and key are known only once what it names is read — collect facts, then run permissions --facts for the whole policy';

const printPolicy = async ({ policy, reasons }: RunPermissions, open: readonly string[]): Promise<number> => {
  await print(`${JSON.stringify(policy, null, 2)}\n`);
  for (const reason of [...reasons, ...open]) process.stderr.write(`${reason}\n`);
  return 0;
};

const printPolicies = async ({ accounts, caller }: AccountPolicies, open: readonly string[]): Promise<number> => {
  const shown = accounts.map(({ account, assumeRole, policy }) => ({ account, ...(assumeRole !== undefined && { assumeRole }), policy }));
  await print(`${JSON.stringify({ accounts: shown, ...(caller !== undefined && { caller }) }, null, 2)}\n`);
  for (const { account, reasons } of accounts) for (const reason of reasons) process.stderr.write(`${account}: ${reason}\n`);
  for (const one of open) process.stderr.write(`${one}\n`);
  return 0;
};

/** Prints the policy that an audit needs, or that this very run needs: the policy on standard output, why it is wider in places on standard error. Several accounts, and roles to take on, have a policy each, and the caller one more. */
export const run = async (words: Words): Promise<number> => {
  const further = words['history'] === undefined ? [] : [LOOKUP_PERMISSION];
  if (words['audit'] === true) return printPolicy(auditPermissions({ ...(await reachOf(words)), iamEngine: iamEngineOf(words) ?? 'both', further }), []);
  const file = words['facts'] as string | undefined;
  const saved = file === undefined ? undefined : await readFactsFile(file);
  const targets = saved === undefined || words['file'] !== undefined ? (await describedTargets(words)).targets : saved.targets;
  if (saved !== undefined) requireSavedAccount(targets, { file: String(file), targets: saved.targets });
  const policies = accountPolicies(targets, {
    iamEngine: iamEngineOf(words),
    further,
    ...(saved !== undefined && { facts: saved.facts }),
  });
  const open = saved === undefined ? targets.filter(isOpen).map(({ name }) => `${name}: ${LATER}`) : [];
  const [only, ...others] = policies.accounts;
  if (only === undefined) throw stop('there is no target to read for');
  if (others.length === 0 && policies.caller === undefined) return printPolicy(only, open);
  return printPolicies(policies, open);
};

import { partitionOf } from '../../reason/arn.ts';
import { auditPermissions } from '../../run/audit-permissions.ts';
import { readFactsFile } from '../../run/facts-file.ts';
import { factsFor } from '../../run/gather.ts';
import type { RunPermissions } from '../../run/permissions.ts';
import { permissionsFor } from '../../run/permissions.ts';
import { stop } from '../../run/stop.ts';
import { LOOKUP_PERMISSION } from '../../run/trail-lines.ts';
import { isOpen } from '../../targets/resolve/index.ts';
import { describedTargets } from '../describe.ts';
import { reachOf } from '../looking.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';
import { iamEngineOf } from '../words.ts';

const LATER = 'its role, image, artifact and key are known only once what it names is read — collect facts, then run permissions --facts for the whole policy';

const printPolicy = async ({ policy, reasons }: RunPermissions, open: readonly string[]): Promise<number> => {
  await print(`${JSON.stringify(policy, null, 2)}\n`);
  for (const reason of [...reasons, ...open]) process.stderr.write(`${reason}\n`);
  return 0;
};

/** Prints the policy that an audit needs, or that this very run needs: the policy on standard output, why it is wider in places on standard error. */
export const run = async (words: Words): Promise<number> => {
  const further = words['history'] === undefined ? [] : [LOOKUP_PERMISSION];
  if (words['audit'] === true) return printPolicy(auditPermissions({ ...(await reachOf(words)), iamEngine: iamEngineOf(words) ?? 'both', further }), []);
  const file = words['facts'] as string | undefined;
  const saved = file === undefined ? undefined : await readFactsFile(file);
  const targets = saved === undefined || words['file'] !== undefined ? (await describedTargets(words)).targets : saved.targets;
  const [first] = targets;
  if (first === undefined) throw stop('there is no target to read for');
  const place = { partition: partitionOf(first.region), account: first.account, further };
  const permissions = permissionsFor(factsFor(targets, iamEngineOf(words)), { ...place, ...(saved !== undefined && { facts: saved.facts }) });
  return printPolicy(permissions, saved === undefined ? targets.filter(isOpen).map(({ name }) => `${name}: ${LATER}`) : []);
};

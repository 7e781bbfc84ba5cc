import { partitionOf } from '../../reason/arn.ts';
import { readFactsFile } from '../../run/facts-file.ts';
import { factsFor } from '../../run/gather.ts';
import { permissionsFor } from '../../run/permissions.ts';
import { stop } from '../../run/stop.ts';
import { describedTargets } from '../describe.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';

/** Prints the policy that this very run needs: the policy on standard output, why it is wider in places on standard error. */
export const run = async (words: Words): Promise<number> => {
  const file = words['facts'] as string | undefined;
  const saved = file === undefined ? undefined : await readFactsFile(file);
  const targets = saved === undefined || words['file'] !== undefined ? (await describedTargets(words)).targets : saved.targets;
  const [first] = targets;
  if (first === undefined) throw stop('there is no target to read for');
  const place = { partition: partitionOf(first.region), account: first.account };
  const { policy, reasons } = permissionsFor(factsFor(targets), { ...place, ...(saved !== undefined && { facts: saved.facts }) });
  await print(`${JSON.stringify(policy, null, 2)}\n`);
  for (const reason of reasons) process.stderr.write(`${reason}\n`);
  return 0;
};

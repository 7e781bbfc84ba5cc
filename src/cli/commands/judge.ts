import { statSync } from 'node:fs';
import { exitCodeOf } from '../../engine/outcome.ts';
import type { Facts } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { readFactsFile } from '../../run/facts-file.ts';
import { completeEach } from '../../run/gather.ts';
import type { JudgedReport } from '../../run/report.ts';
import { reportOn } from '../../run/report.ts';
import { stop } from '../../run/stop.ts';
import { VERSION } from '../../run/version.ts';
import { atTime } from '../at-time.ts';
import { chosenTargets, codeOfInvalid, describedTargets, invalidReports } from '../describe.ts';
import { timeIn } from '../observe.ts';
import { requireSavedAccount } from '../one-account.ts';
import { checkOutputs, writeReports } from '../output.ts';
import { spareMemory } from '../sparing-memory.ts';
import { waiversOf } from '../waivers.ts';
import { filesOf, whatIf } from '../what-if.ts';
import type { Words } from '../words.ts';
import { publishedCode, thresholdOf } from '../words.ts';

/** Judges saved facts, offline: the targets they were collected for, or those of another description. */
export const run = async (words: Words): Promise<number> => {
  await checkOutputs(words);
  const waivers = await waiversOf(words);
  const file = String(words['facts']);
  spareMemory('facts', statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  const saved = await readFactsFile(file);
  const facts = atTime(saved.facts, words);
  const recorded = { targets: saved.targets, invalid: [], problems: [] };
  const description = words['file'] === undefined ? chosenTargets(recorded, words) : await describedTargets(words);
  requireSavedAccount(description.targets, { file, targets: saved.targets });
  if (description.targets.length === 0) throw stop(`${file} holds no target to judge — name a description: sageready judge FILE --facts ${file}`);
  const judge = (targets: readonly Target[], known: Facts, notes: readonly string[] = []): JudgedReport => {
    const gathered = { ...completeEach(targets, known), facts: known };
    const made = {
      tool: { name: 'sageready', version: VERSION } as const,
      time: timeIn(gathered),
      complete: !saved.interrupted,
      endpoints: [],
      factsFile: file,
      notes,
    };
    return reportOn(gathered, thresholdOf(words), { run: made, invalid: invalidReports(description), waivers });
  };
  const report = words['what-if'] === undefined ? judge(description.targets, facts) : await whatIf({ targets: description.targets, facts, judge }, words);
  const outputs = words['what-if'] === undefined ? words : filesOf(words);
  if (outputs !== undefined) await writeReports(report, outputs);
  return codeOfInvalid(description, words) ?? publishedCode(exitCodeOf(report.outcomes()), words);
};

import { factsOf } from '../../engine/facts.ts';
import { exitCodeOf } from '../../engine/outcome.ts';
import type { Facts } from '../../model/fact.ts';
import { present } from '../../model/fact.ts';
import { readFactsFile } from '../../run/facts-file.ts';
import { complete } from '../../run/gather.ts';
import { reportOn } from '../../run/report.ts';
import { stop } from '../../run/stop.ts';
import { VERSION } from '../../run/version.ts';
import { chosenTargets, codeOfInvalid, describedTargets, invalidReports } from '../describe.ts';
import { timeIn } from '../observe.ts';
import { checkOutputs, writeReports } from '../output.ts';
import { waiversOf } from '../waivers.ts';
import type { Words } from '../words.ts';
import { publishedCode, thresholdOf, timeOf } from '../words.ts';

const atTime = (facts: Facts, words: Words): Facts => {
  if (words['now'] === undefined) return facts;
  const { facts: saved, tool } = facts.toJSON();
  return factsOf([...saved.filter(({ kind }) => kind !== 'run.time'), { kind: 'run.time', params: {}, fact: present(timeOf(words)) }], tool);
};

/** Judges saved facts, offline: the targets they were collected for, or those of another description. */
export const run = async (words: Words): Promise<number> => {
  await checkOutputs(words);
  const waivers = await waiversOf(words);
  const file = String(words['facts']);
  const saved = await readFactsFile(file);
  const facts = atTime(saved.facts, words);
  const recorded = { targets: saved.targets, invalid: [], problems: [] };
  const description = words['file'] === undefined ? chosenTargets(recorded, words) : await describedTargets(words);
  if (description.targets.length === 0) throw stop(`${file} holds no target to judge — name a description: sageready judge FILE --facts ${file}`);
  const gathered = { targets: complete(description.targets, facts), facts };
  const made = {
    tool: { name: 'sageready', version: VERSION } as const,
    time: timeIn(gathered),
    complete: !saved.interrupted,
    endpoints: [],
    factsFile: file,
    notes: [],
  };
  const report = reportOn(gathered, thresholdOf(words), { run: made, invalid: invalidReports(description), waivers });
  await writeReports(report, words);
  return codeOfInvalid(description, words) ?? publishedCode(exitCodeOf([...report.targets].map(({ outcome }) => outcome)), words);
};

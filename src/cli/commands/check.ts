import { exitCodeOf } from '../../engine/outcome.ts';
import { reportOn } from '../../run/report.ts';
import { codeOfInvalid, describedTargets, invalidReports } from '../describe.ts';
import { interruptedCode } from '../interrupt.ts';
import { observeLive } from '../observe.ts';
import { checkOutputs, loadReporters } from '../output.ts';
import { publish } from '../publish.ts';
import { waiversOf } from '../waivers.ts';
import type { Words } from '../words.ts';
import { publishedCode, thresholdOf, UNDETERMINED } from '../words.ts';

/** Reads the account, judges the described targets, writes the reports. */
export const run = async (words: Words): Promise<number> => {
  await checkOutputs(words);
  const waivers = await waiversOf(words);
  const description = await describedTargets(words);
  const { known, calls, run: made, interrupted } = await observeLive(description.targets, words, () => void loadReporters(words));
  const report = reportOn(known, thresholdOf(words), { run: made, calls, invalid: invalidReports(description), waivers });
  await publish(report, words, description.targets);
  if (interrupted) return interruptedCode;
  const code = exitCodeOf([...report.targets].map(({ outcome }) => outcome));
  return codeOfInvalid(description, words) ?? publishedCode(made.complete ? code : code || UNDETERMINED, words);
};

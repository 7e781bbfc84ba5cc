import { exitCodeOf } from '../../engine/outcome.ts';
import type { Target } from '../../model/target.ts';
import { missingIn, reportOn } from '../../run/report.ts';
import { codeOfInvalid, describedTargets, invalidReports } from '../describe.ts';
import { interruptedCode } from '../interrupt.ts';
import { openLiveLines } from '../live-lines.ts';
import { observeLive } from '../observe.ts';
import { checkOutputs, loadReporters } from '../output.ts';
import { checkDeliveries, publish } from '../publish.ts';
import { waiversOf } from '../waivers.ts';
import type { Words } from '../words.ts';
import { publishedCode, thresholdOf, timeOf, UNDETERMINED } from '../words.ts';

const ownRegionsOf = (targets: readonly Target[]): readonly string[] => [
  ...new Set(targets.filter(({ assumeRole }) => assumeRole === undefined).map(({ region }) => region)),
];

/** Reads the account, judges the described targets, writes the reports. */
export const run = async (words: Words): Promise<number> => {
  await checkOutputs(words);
  const waivers = await waiversOf(words);
  const description = await describedTargets(words);
  await checkDeliveries(words, ownRegionsOf(description.targets));
  const time = timeOf(words);
  const lines = openLiveLines(words, { time, waivers });
  const during = { meanwhile: () => void loadReporters(words), ...(lines !== undefined && { live: lines.live }) };
  const { known, calls, run: made, interrupted } = await observeLive(description.targets, { ...words, now: time }, during);
  const invalid = invalidReports(description);
  const report = reportOn(known, thresholdOf(words), { run: made, calls, invalid, waivers });
  await lines?.end(report, invalid);
  await publish(report, lines === undefined ? words : { ...words, quiet: true }, description.targets);
  if (interrupted) return interruptedCode;
  const code = exitCodeOf(report.outcomes());
  return codeOfInvalid({ invalid: [...invalid, ...missingIn(known)] }, words) ?? publishedCode(made.complete ? code : code || UNDETERMINED, words);
};

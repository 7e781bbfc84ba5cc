import type { ChangedFinding, Difference } from '../../history/diff.ts';
import { differenceOf } from '../../history/diff.ts';
import { stop } from '../../run/stop.ts';
import { readReport } from '../gate/read.ts';
import type { GatedReport } from '../gate/target.ts';
import { print } from '../print.ts';
import { differenceText } from '../text/difference.ts';
import type { Words } from '../words.ts';
import { fileOf } from '../words.ts';

const isWhole = ({ targets }: GatedReport): boolean =>
  targets.every(({ findings }) => findings.every(({ verdict }) => verdict.outcome !== 'fail' || Array.isArray(verdict.evidence)));

const compared = async (file: string): Promise<GatedReport> => {
  const report = await readReport(file);
  if (isWhole(report)) return report;
  throw stop(`${file} holds verdicts without their evidence — compare reports of the form json: sageready check --output json=report.json`);
};

const isWorse = ({ change, severity }: ChangedFinding): boolean => (change === 'new' || change === 'worse') && severity !== 'note';

const codeOf = ({ findings }: Difference, words: Words): number => (words['fail-on-new'] === true && findings.some(isWorse) ? 1 : 0);

/** Compares two written reports, subject by subject. */
export const run = async (words: Words): Promise<number> => {
  const difference = differenceOf(await compared(fileOf(words, 'old')), await compared(fileOf(words, 'new')));
  await print(words['output'] === 'json' ? `${JSON.stringify(difference, null, 2)}\n` : differenceText(difference, words['all'] === true));
  return codeOf(difference, words);
};

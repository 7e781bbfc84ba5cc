import { readFile } from 'node:fs/promises';
import { count } from '../../../reporters/text.ts';
import type { ChangedFinding, ComparedReport, Difference } from '../../history/diff.ts';
import { differenceOf } from '../../history/diff.ts';
import { keptNames } from '../../history/kept.ts';
import type { KeptReport } from '../../history/reports.ts';
import { newestReports, reportIn } from '../../history/reports.ts';
import { stop } from '../../run/stop.ts';
import { readReport } from '../gate/read.ts';
import type { GatedReport } from '../gate/target.ts';
import { openStore, tellOfHistory } from '../history.ts';
import { print } from '../print.ts';
import { differenceText } from '../text/difference.ts';
import type { Words } from '../words.ts';
import { fileOf } from '../words.ts';

const isWhole = ({ targets }: GatedReport): boolean =>
  targets.every(({ findings }) => findings.every(({ verdict }) => verdict.outcome !== 'fail' || Array.isArray(verdict.evidence)));

/** A report that a history keeps, named by its file. */
const keptReport = async (file: string): Promise<KeptReport> => {
  try {
    return await reportIn(await readFile(file), '');
  } catch (error) {
    throw stop(`${file} could not be read as a kept report: ${(error as Error).message} — name one that --history keeps, or a report of --output json`);
  }
};

const compared = async (file: string): Promise<ComparedReport> => {
  if (file.endsWith('.gz')) return keptReport(file);
  const report = await readReport(file);
  if (isWhole(report)) return report;
  throw stop(`${file} holds verdicts without their evidence — compare reports of the form json: sageready check --output json=report.json`);
};

const isWorse = ({ change, severity }: ChangedFinding): boolean => (change === 'new' || change === 'worse') && severity !== 'note';

const codeOf = ({ findings }: Difference, words: Words): number => (words['fail-on-new'] === true && findings.some(isWorse) ? 1 : 0);

interface Compared {
  readonly older: ComparedReport;
  readonly newer: ComparedReport;
}

const ofFiles = async (words: Words): Promise<Compared> => {
  if (words['old'] === undefined || words['new'] === undefined)
    throw stop('name two reports to compare, the older one first — or a history, to compare its last two runs: --history DIR');
  return { older: await compared(fileOf(words, 'old')), newer: await compared(fileOf(words, 'new')) };
};

/** The last two whole runs of a history. */
const ofHistory = async (place: string, words: Words): Promise<Compared & { readonly head: string }> => {
  if (words['old'] !== undefined) throw stop('name either two reports or --history, not both');
  const store = await openStore(place, words);
  const names = await keptNames(store, tellOfHistory);
  const [newer, older] = await newestReports(store, names, { most: 2, tell: tellOfHistory, accepts: ({ complete }) => complete });
  if (newer === undefined || older === undefined)
    throw stop(`${place} holds ${newer === undefined ? 'no whole run' : 'one whole run'} so far — sageready check --history ${place} keeps another`);
  return { older, newer, head: `${runText(older)} and ${runText(newer)}\n\n` };
};

const runText = ({ time, targets }: KeptReport): string => {
  const accounts = new Set(targets.flatMap(({ account = '' }) => (account === '' ? [] : [account]))).size;
  return `${time} (${count(targets.length, 'target')}${accounts > 1 ? ` in ${accounts} accounts` : ''})`;
};

/** Compares two reports, subject by subject: two that were written, or the last two of a history. */
export const run = async (words: Words): Promise<number> => {
  const place = words['history'] as string | undefined;
  const { older, newer, head } = place === undefined ? { ...(await ofFiles(words)), head: '' } : await ofHistory(place, words);
  const difference = differenceOf(older, newer);
  await print(words['output'] === 'json' ? `${JSON.stringify(difference, null, 2)}\n` : `${head}${differenceText(difference, words['all'] === true)}`);
  return codeOf(difference, words);
};

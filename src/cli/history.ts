import type { Format } from '../../reporters/index.ts';
import { baselineOf } from '../history/baseline.ts';
import { folderStore } from '../history/folder.ts';
import type { KeptName, Tell } from '../history/kept.ts';
import { keptNames } from '../history/kept.ts';
import { nameAt } from '../history/name.ts';
import { packed } from '../history/pack.ts';
import type { Regression } from '../history/regressions.ts';
import { regressionKey, regressionsSince, withRegressions } from '../history/regressions.ts';
import type { KeptReport } from '../history/reports.ts';
import { newestReports } from '../history/reports.ts';
import type { ReportStore } from '../history/store.ts';
import type { RunSummary } from '../history/summary.ts';
import { openSummary } from '../history/summary.ts';
import { summedRuns } from '../history/summed.ts';
import { trendOf } from '../history/trend.ts';
import type { Report } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { Trend } from '../model/trend.ts';
import { joinedCalls } from '../run/calls.ts';
import { changesOf } from '../run/regressions.ts';
import type { TrailLines } from '../run/trail-lines.ts';
import { openTrailLines } from '../run/trail-lines.ts';
import { formatsOf } from './delivery/asked.ts';
import { listenForInterrupt } from './interrupt.ts';
import { outputsOf } from './output/asked.ts';
import type { Beside } from './output.ts';
import type { Words } from './words.ts';
import { connectOptionsOf } from './words.ts';

/** The most runs that a page draws. */
const MOST_DRAWN = 400;

/** Says on standard error what of a history was left out. */
export const tellOfHistory: Tell = (line) => void process.stderr.write(`sageready: ${line}\n`);

/** Opens the history of `--history`: a folder, or a prefix of a bucket. */
export const openStore = async (place: string, words: Words): Promise<ReportStore> => {
  if (!place.startsWith('s3://')) return folderStore(place);
  const { bucketStore } = await import('./delivery/bucket-store.ts');
  return bucketStore(place, words);
};

/** A history before this run is kept in it. */
interface Before {
  readonly store: ReportStore;
  readonly names: readonly KeptName[];
  /** The last whole run before this one. */
  readonly last: KeptReport | undefined;
}

/** A report with what its history tells. */
export interface Recalled {
  readonly report: Report;
  readonly beside: Beside;
}

const before = async (place: string, words: Words, time: string): Promise<Before> => {
  const store = await openStore(place, words);
  const names = (await keptNames(store, tellOfHistory)).filter((kept) => kept.time < time);
  const [last] = await newestReports(store, names, { most: 1, tell: tellOfHistory, accepts: ({ complete }) => complete });
  return { store, names, last };
};

/** Refuses, before anything is asked of AWS, a history that cannot be read. */
export const checkHistory = async (words: Words): Promise<void> => {
  const place = words['history'] as string | undefined;
  if (place !== undefined) await (await openStore(place, words)).names();
};

/** What the question who changed what takes. */
interface Asking {
  readonly last: KeptReport;
  readonly words: Words;
  readonly targets: readonly Target[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

const worstFirst = (regressions: readonly Regression[], { rules }: Report): readonly Regression[] => {
  const severities = new Map(rules.map(({ id, severity }) => [id, RANK[severity]]));
  return regressions.toSorted((a, b) => (severities.get(a.rule) ?? 0) - (severities.get(b.rule) ?? 0));
};

/** One pass over the targets: what fails anew, and the run in numbers. */
const surveyed = (report: Report, last: KeptReport | undefined) => {
  const regressionsOf = last === undefined ? () => [] : regressionsSince(last);
  const summing = openSummary();
  const regressions: Regression[] = [];
  for (const target of report.targets) {
    summing.add(target);
    regressions.push(...regressionsOf(target));
  }
  return { summary: summing.read(), regressions: worstFirst(regressions, report) };
};

const markedReport = async (
  report: Report,
  regressions: readonly Regression[],
  { last, lines }: { readonly last: KeptReport; readonly lines: TrailLines },
): Promise<Report> => {
  const { events, notes } = await changesOf(regressions, { from: last.time, to: report.run.time, session: lines.session });
  const known = new Map(regressions.map((one) => [regressionKey(one), events.get(one) ?? []]));
  // One subject may fail in several ways, and is one failure still.
  const note = `${known.size === 1 ? 'one failure is' : `${known.size} failures are`} new since the run of ${last.time}`;
  const run = { ...report.run, notes: [...report.run.notes, note, ...notes] };
  return withRegressions({ ...report, run, calls: joinedCalls([report.calls, lines.calls()]) }, known);
};

const traced = async (report: Report, regressions: readonly Regression[], { last, words, targets }: Asking): Promise<Report> => {
  const interrupt = listenForInterrupt();
  const lines = openTrailLines({ targets, caller: report.run.caller, options: connectOptionsOf(words, interrupt.signal) });
  try {
    return await markedReport(report, regressions, { last, lines });
  } finally {
    interrupt.stopListening();
    await lines.close();
  }
};

const isWritten = (words: Words, ...formats: readonly Format[]): boolean => {
  const written = outputsOf(words).map(({ format }) => format);
  const delivered = words['deliver'] === undefined ? [] : formatsOf(words);
  return [...written, ...delivered].some((format) => formats.includes(format));
};

const drawn = async ({ store, names }: Before, { run: { time, complete } }: Report, summary: RunSummary): Promise<Trend> => {
  const runs = await summedRuns(store, names.slice(-MOST_DRAWN), () => {});
  return trendOf(complete ? [...runs, { time, summary }] : runs);
};

/** Compares a report with the history that it will be kept in: marks what fails anew with who changed it, and draws the line to today. */
export const recalled = async (report: Report, words: Words, targets: readonly Target[]): Promise<Recalled> => {
  const earlier = await before(String(words['history']), words, report.run.time);
  const { last } = earlier;
  const { summary, regressions } = surveyed(report, last);
  const told = last === undefined || regressions.length === 0 ? report : await traced(report, regressions, { last, words, targets });
  const trend = isWritten(words, 'html') ? await drawn(earlier, report, summary) : undefined;
  const baseline = last !== undefined && isWritten(words, 'sarif', 'sarif-full') ? baselineOf(last, report) : undefined;
  return { report: told, beside: { ...(trend && { trend }), ...(baseline && { baseline }) } };
};

/** Keeps a report in the history of `--history`. */
export const keepReport = async (report: Report, words: Words): Promise<void> => {
  const store = await openStore(String(words['history']), words);
  await store.write(nameAt(report.run.time), await packed(report));
};

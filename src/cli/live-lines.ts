import { endLine, headLine, ruleLine, targetLines } from '../../reporters/ndjson.ts';
import { activeEndpointOverrides } from '../aws/endpoints.ts';
import type { Report, RunInfo, TargetReport } from '../model/report.ts';
import type { RuleMeta } from '../model/rule.ts';
import type { WaiverEntry } from '../model/waiver.ts';
import type { Live } from '../run/live.ts';
import { VERSION } from '../run/version.ts';
import { outputsOf } from './output/asked.ts';
import { print } from './print.ts';
import type { Words } from './words.ts';
import { thresholdOf } from './words.ts';

/** A report on standard output that is written while the account is read. */
export interface LiveLines {
  readonly live: Live;
  /** Writes what no account was read for, and the last line. */
  readonly end: (report: Report, rest: readonly TargetReport[]) => Promise<void>;
}

/** Whether standard output gets JSON Lines that wait for nothing: what a history tells of a finding is known last. */
const isAskedFor = (words: Words): boolean =>
  words['quiet'] !== true && words['history'] === undefined && outputsOf(words).some(({ format, file }) => format === 'ndjson' && file === undefined);

/** What is known of a run when its first target is: whether it is complete is said at its end. */
const runSoFar = (words: Words, time: string): RunInfo => ({
  tool: { name: 'sageready', version: VERSION },
  time,
  complete: false,
  ...thresholdOf(words),
  endpoints: activeEndpointOverrides(process.env, words['endpoint-url'] as string | undefined),
  notes: [],
});

/** Opens the report that is written as targets are known, if it is asked for. `time`: the run's clock. */
export const openLiveLines = (words: Words, { time, waivers }: { readonly time: string; readonly waivers: readonly WaiverEntry[] }): LiveLines | undefined => {
  if (!isAskedFor(words)) return undefined;
  const told = new Set<string>();
  const counts = { targets: 0, findings: 0 };
  const news = (rules: readonly RuleMeta[]): readonly RuleMeta[] => rules.filter(({ id }) => !told.has(id) && told.add(id));
  const write = (target: TargetReport, rules: readonly RuleMeta[] = []): Promise<void> => {
    const head = counts.targets === 0 ? headLine(runSoFar(words, time)) : '';
    counts.targets += 1;
    counts.findings += target.findings.length;
    return print([head, ...news(rules).map(ruleLine), ...targetLines(target)].join(''));
  };
  return {
    live: { threshold: thresholdOf(words), waivers, time, onTarget: write },
    end: async ({ run, calls }, rest) => {
      for (const target of rest) await write(target);
      await print(endLine(counts, calls, run));
    },
  };
};

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { RunInfo, TargetOutcome, TargetReport } from '../model/report.ts';
import type { Outcome } from '../model/verdict.ts';

/** What a run says of itself in the log: small, whatever it judged. */
export interface Summary {
  /** ISO 8601. */
  readonly time: string;
  /** False: reading was cut short. */
  readonly complete: boolean;
  readonly targets: Readonly<Record<TargetOutcome, number>>;
  readonly findings: Readonly<Record<Outcome, number>>;
  /** Names of targets that are not ready, the first of them. */
  readonly notReady: readonly string[];
  /** Requests that were sent to read the account. */
  readonly calls: number;
}

const MOST_NAMES = 100;
const LONGEST_NAME = 200;

type Line =
  | { readonly type: 'report'; readonly run: RunInfo }
  | ({ readonly type: 'target' } & Omit<TargetReport, 'findings'>)
  | { readonly type: 'finding'; readonly verdict: { readonly outcome: Outcome } }
  | { readonly type: 'rule' }
  | { readonly type: 'end'; readonly calls: { readonly total: number } };

type Counts = { -readonly [K in keyof Summary]: Summary[K] extends Readonly<Record<infer O extends string, number>> ? Record<O, number> : Summary[K] };

const add = (counts: Counts, line: Line): Counts => {
  switch (line.type) {
    case 'report':
      return { ...counts, time: line.run.time, complete: line.run.complete };
    case 'target':
      counts.targets[line.outcome] += 1;
      return line.outcome === 'not-ready' && counts.notReady.length < MOST_NAMES
        ? { ...counts, notReady: [...counts.notReady, line.target.name.slice(0, LONGEST_NAME)] }
        : counts;
    case 'finding':
      counts.findings[line.verdict.outcome] += 1;
      return counts;
    case 'end':
      return { ...counts, calls: line.calls.total };
    case 'rule':
      return counts;
    default:
      return line satisfies never;
  }
};

/** Sums up a report in JSON Lines, read line by line. */
export const summaryOf = async (file: string): Promise<Summary> => {
  let counts: Counts = {
    time: '',
    complete: false,
    targets: { ready: 0, 'not-ready': 0, undetermined: 0 },
    findings: { pass: 0, fail: 0, 'not-applicable': 0, 'cannot-tell': 0, error: 0 },
    notReady: [],
    calls: 0,
  };
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text !== '') counts = add(counts, JSON.parse(text) as Line);
  }
  return counts;
};

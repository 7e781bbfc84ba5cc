import type { Report, TargetReport } from '../model/report.ts';

/** How ready a group of targets, or of judgements, was in one run. */
export interface Reading {
  /** ISO 8601. */
  readonly time: string;
  readonly ready: number;
  readonly notReady: number;
  readonly undetermined: number;
}

/** One line of a trend: a scenario, or a rule. */
export interface Line {
  readonly kind: 'scenario' | 'rule';
  readonly name: string;
  /** Oldest first. */
  readonly readings: readonly Reading[];
}

type Counts = Omit<Reading, 'time'>;
const NONE: Counts = { ready: 0, notReady: 0, undetermined: 0 };

// Waived failures count as failures: a waiver never raises a score.
const outcomeOf = ({ outcome, findings }: TargetReport): keyof Counts => {
  const waived = findings.some(({ verdict, waivers }) => verdict.outcome === 'fail' && waivers !== undefined && Object.keys(waivers).length > 0);
  if (outcome === 'not-ready' || (outcome === 'ready' && waived)) return 'notReady';
  return outcome === 'ready' ? 'ready' : 'undetermined';
};

const RULE_OUTCOMES = { pass: 'ready', fail: 'notReady', 'cannot-tell': 'undetermined', error: 'undetermined', 'not-applicable': undefined } as const;

const tally = (entries: Iterable<readonly [name: string, outcome: keyof Counts]>): ReadonlyMap<string, Counts> => {
  const counts = new Map<string, Counts>();
  for (const [name, outcome] of entries) {
    const before = counts.get(name) ?? NONE;
    counts.set(name, { ...before, [outcome]: before[outcome] + 1 });
  }
  return counts;
};

const byScenario = (targets: readonly TargetReport[]): ReadonlyMap<string, Counts> =>
  tally(targets.map((report) => [report.target.scenario, outcomeOf(report)] as const));

const byRule = (targets: readonly TargetReport[]): ReadonlyMap<string, Counts> =>
  tally(
    targets.flatMap(({ findings }) =>
      findings.flatMap(({ rule, verdict }) => {
        const outcome = RULE_OUTCOMES[verdict.outcome];
        return outcome === undefined ? [] : [[rule, outcome] as const];
      }),
    ),
  );

const lineOf = (kind: Line['kind'], name: string, runs: readonly { readonly time: string; readonly counts: ReadonlyMap<string, Counts> }[]): Line => ({
  kind,
  name,
  readings: runs.flatMap(({ time, counts }) => {
    const found = counts.get(name);
    return found === undefined ? [] : [{ time, ...found }];
  }),
});

const linesOf = (kind: Line['kind'], runs: readonly { readonly time: string; readonly counts: ReadonlyMap<string, Counts> }[]): readonly Line[] =>
  [...new Set(runs.flatMap(({ counts }) => [...counts.keys()]))].toSorted().map((name) => lineOf(kind, name, runs));

/** Readiness over time per scenario and per rule. Reports in any order. */
export const trendOf = (reports: Iterable<Report>): readonly Line[] => {
  const runs = [...reports]
    .map(({ run, targets }) => ({ time: run.time, targets: [...targets] }))
    .toSorted((a, b) => (a.time < b.time ? -1 : 1))
    .map(({ time, targets }) => ({ time, scenarios: byScenario(targets), rules: byRule(targets) }));
  return [
    ...linesOf(
      'scenario',
      runs.map(({ time, scenarios }) => ({ time, counts: scenarios })),
    ),
    ...linesOf(
      'rule',
      runs.map(({ time, rules }) => ({ time, counts: rules })),
    ),
  ];
};

/** The share of judged things that were ready, 0 to 1. What could not be judged is not ready. */
export const readinessOf = ({ ready, notReady, undetermined }: Reading): number => {
  const all = ready + notReady + undetermined;
  return all === 0 ? 0 : ready / all;
};

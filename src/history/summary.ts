import type { TargetReport } from '../model/report.ts';

/** How many were ready, not ready, undetermined; of a rule: passed, failed, not judged. */
export type Tally = readonly [ready: number, notReady: number, undetermined: number];

/** One scenario in one run. */
export interface ScenarioSummary {
  readonly targets: Tally;
  /** By rule id; a rule that did not apply anywhere is left out. */
  readonly rules: Readonly<Record<string, Tally>>;
}

/** A run in numbers. It stands at the beginning of a kept report, so that a trend reads a few kilobytes a run. */
export interface RunSummary {
  readonly targets: number;
  readonly scenarios: Readonly<Record<string, ScenarioSummary>>;
}

/** Counts targets as they pass. */
export interface Summing {
  readonly add: (target: TargetReport) => void;
  readonly read: () => RunSummary;
}

type Place = 0 | 1 | 2;
const READY = 0;
const NOT_READY = 1;
const UNDETERMINED = 2;

// Waived failures count as failures: a waiver never raises a score.
const placeOf = ({ outcome, findings }: TargetReport): Place => {
  const waived = findings.some(({ verdict, waivers }) => verdict.outcome === 'fail' && waivers !== undefined && Object.keys(waivers).length > 0);
  if (outcome === 'not-ready' || (outcome === 'ready' && waived)) return NOT_READY;
  return outcome === 'ready' ? READY : UNDETERMINED;
};

const RULE_PLACES = { pass: READY, fail: NOT_READY, 'cannot-tell': UNDETERMINED, error: UNDETERMINED, 'not-applicable': undefined } as const;

interface Counting {
  readonly targets: [number, number, number];
  readonly rules: Map<string, [number, number, number]>;
}

const count = ({ targets, rules }: Counting, report: TargetReport): void => {
  targets[placeOf(report)] += 1;
  for (const { rule, verdict } of report.findings) {
    const place = RULE_PLACES[verdict.outcome];
    if (place === undefined) continue;
    const tally = rules.get(rule) ?? [0, 0, 0];
    tally[place] += 1;
    rules.set(rule, tally);
  }
};

const inOrder = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Begins to count a run. */
export const openSummary = (): Summing => {
  const scenarios = new Map<string, Counting>();
  let all = 0;
  return {
    add: (report) => {
      const counting = scenarios.get(report.target.scenario) ?? { targets: [0, 0, 0], rules: new Map() };
      scenarios.set(report.target.scenario, counting);
      count(counting, report);
      all += 1;
    },
    read: () => ({
      targets: all,
      scenarios: Object.fromEntries(inOrder(scenarios).map(([name, { targets, rules }]) => [name, { targets, rules: Object.fromEntries(inOrder(rules)) }])),
    }),
  };
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isTally = (value: unknown): boolean => Array.isArray(value) && value.length === 3 && value.every((one) => Number.isInteger(one) && one >= 0);

const isScenario = (value: unknown): boolean =>
  isMap(value) && isTally(value['targets']) && isMap(value['rules']) && Object.values(value['rules']).every(isTally);

/** Whether something that was read is the summary of a run. */
export const isSummary = (value: unknown): value is RunSummary =>
  isMap(value) && Number.isInteger(value['targets']) && isMap(value['scenarios']) && Object.values(value['scenarios']).every(isScenario);

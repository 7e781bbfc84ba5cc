import type { Trend, TrendCounts, TrendLine } from '../model/trend.ts';
import type { RunSummary, ScenarioSummary, Tally } from './summary.ts';

/** One run, as a trend sees it. */
export interface SummedRun {
  /** ISO 8601. */
  readonly time: string;
  readonly summary: RunSummary;
}

/** What a trend is about; without a part: everything. */
export interface TrendChoice {
  readonly scenario?: string;
  readonly rules?: readonly string[];
}

interface CountedRun {
  readonly time: string;
  readonly counts: ReadonlyMap<string, TrendCounts>;
}

const countsOf = ([ready, notReady, undetermined]: Tally): TrendCounts => ({ ready, notReady, undetermined });

const sum = (a: TrendCounts | undefined, b: TrendCounts): TrendCounts =>
  a === undefined ? b : { ready: a.ready + b.ready, notReady: a.notReady + b.notReady, undetermined: a.undetermined + b.undetermined };

const chosenScenarios = ({ scenarios }: RunSummary, { scenario }: TrendChoice): readonly (readonly [string, ScenarioSummary])[] =>
  Object.entries(scenarios).filter(([name]) => scenario === undefined || name === scenario);

const byScenario = (summary: RunSummary, choice: TrendChoice): CountedRun['counts'] =>
  new Map(chosenScenarios(summary, choice).map(([name, { targets }]) => [name, countsOf(targets)]));

const byRule = (summary: RunSummary, choice: TrendChoice): CountedRun['counts'] => {
  const counts = new Map<string, TrendCounts>();
  for (const [, { rules }] of chosenScenarios(summary, choice)) {
    for (const [rule, tally] of Object.entries(rules)) {
      if (choice.rules?.includes(rule) ?? true) counts.set(rule, sum(counts.get(rule), countsOf(tally)));
    }
  }
  return counts;
};

const lineOf = (kind: TrendLine['kind'], name: string, runs: readonly CountedRun[]): TrendLine => ({
  kind,
  name,
  readings: runs.flatMap(({ time, counts }) => {
    const found = counts.get(name);
    return found === undefined ? [] : [{ time, ...found }];
  }),
});

const linesOf = (kind: TrendLine['kind'], runs: readonly CountedRun[]): readonly TrendLine[] =>
  [...new Set(runs.flatMap(({ counts }) => [...counts.keys()]))].toSorted().map((name) => lineOf(kind, name, runs));

/** Readiness over time per scenario and per rule. Runs in any order. */
export const trendOf = (runs: readonly SummedRun[], choice: TrendChoice = {}): Trend => {
  const sorted = runs.toSorted((a, b) => (a.time < b.time ? -1 : 1));
  const counted = (by: typeof byRule): readonly CountedRun[] => sorted.map(({ time, summary }) => ({ time, counts: by(summary, choice) }));
  // Who asks for rules alone does not ask how the whole fares.
  const scenarios = choice.rules === undefined ? linesOf('scenario', counted(byScenario)) : [];
  return { runs: sorted.map(({ time }) => time), lines: [...scenarios, ...linesOf('rule', counted(byRule))] };
};

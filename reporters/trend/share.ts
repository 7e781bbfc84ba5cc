import type { Trend, TrendCounts, TrendLine, TrendReading } from '../../src/model/trend.ts';
import { readinessOf } from '../../src/model/trend.ts';

/** A line as it is shown: with how it stands now, and how that changed since its first run. */
export interface ShownLine extends TrendLine {
  readonly last: TrendReading;
  /** 0 to 1. */
  readonly now: number;
  /** Percentage points; undefined: there is nothing to compare with. */
  readonly change: number | undefined;
}

/** A share in whole per cent. Only all is 100, and only nothing is 0. */
export const percent = (share: number): number => {
  if (share > 0 && share < 0.01) return 1;
  return share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
};

const shown = (line: TrendLine): readonly ShownLine[] => {
  const last = line.readings.at(-1);
  const [first] = line.readings;
  if (last === undefined || first === undefined) return [];
  const now = readinessOf(last);
  return [{ ...line, last, now, change: line.readings.length < 2 ? undefined : percent(now) - percent(readinessOf(first)) }];
};

/** The scenarios of a trend, by name. */
export const scenarioLines = ({ lines }: Trend): readonly ShownLine[] => lines.filter(({ kind }) => kind === 'scenario').flatMap(shown);

const isAlwaysReady = ({ readings }: TrendLine): boolean => readings.every((reading) => readinessOf(reading) === 1);

/** The rules of a trend that did not always pass, those that stand worst now first; and how many always did. */
export const ruleLines = ({ lines }: Trend): { readonly troubled: readonly ShownLine[]; readonly sound: readonly ShownLine[] } => {
  const rules = lines.filter(({ kind }) => kind === 'rule').flatMap(shown);
  const troubled = rules.filter((line) => !isAlwaysReady(line)).toSorted((a, b) => a.now - b.now || (a.name < b.name ? -1 : 1));
  return { troubled, sound: rules.filter(isAlwaysReady) };
};

/** The readings of a line in so many columns, each of as many runs: of those the one that stands worst. Undefined: it did not occur in them. */
export const inColumns = ({ runs }: Pick<Trend, 'runs'>, { readings }: TrendLine, columns: number): readonly (TrendReading | undefined)[] => {
  const byTime = new Map(readings.map((reading) => [reading.time, reading]));
  const each = Math.max(1, Math.ceil(runs.length / columns));
  // The newest column is whole.
  const odd = runs.length % each;
  const starts = [...(odd === 0 ? [] : [0]), ...Array.from({ length: Math.floor(runs.length / each) }, (_, index) => odd + index * each)];
  return starts.map((start, index) =>
    runs
      .slice(start, starts[index + 1] ?? runs.length)
      .flatMap((time) => byTime.get(time) ?? [])
      .reduce<TrendReading | undefined>((worst, one) => (worst === undefined || readinessOf(one) < readinessOf(worst) ? one : worst), undefined),
  );
};

/** How many runs one of so many columns stands for. */
export const runsEach = ({ runs }: Pick<Trend, 'runs'>, columns: number): number => Math.max(1, Math.ceil(runs.length / columns));

/** The sum of what was counted. */
export const totalOf = ({ ready, notReady, undetermined }: TrendCounts): number => ready + notReady + undetermined;

/** From the first run to the last, in words. */
export const spanOf = ({ runs }: Pick<Trend, 'runs'>): string => {
  const [first = '', last = first] = [runs[0], runs.at(-1)];
  return first === last ? `${minuteOf(first)} UTC` : `${minuteOf(first)} to ${minuteOf(last)} UTC`;
};

/** `2026-01-31 06:00`, of an ISO 8601 time. */
const minuteOf = (time: string): string => time.slice(0, 16).replace('T', ' ');

import type { Trend, TrendLine, TrendReading } from '../../src/model/trend.ts';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-10-01T06:00:00.000Z');
const SCENARIOS = ['elastic-inference', 'inference-recommender-vpc', 'jumpstart-model', 'serverless-endpoint', 'wandb-launch-queue'];
const RULES = [
  'artifact/artifact-exists',
  'encryption/key-trusts-role',
  'identity/role-may-read-artifact',
  'network/s3-is-reachable-from-every-subnet',
  'network/interface-endpoint-is-in-planned-zones',
];

const timeOf = (day: number): string => new Date(FIRST + day * DAY_MS).toISOString();

/** A wave without chance: some of `all` is ready, never the same for two lines. */
const readingOf = (day: number, seed: number, all: number): TrendReading => {
  const notReady = Math.max(0, Math.round(all * (0.35 - 0.3 * Math.sin((day + seed * 3) / (4 + seed)) - day / 60)));
  const undetermined = (day + seed) % 9 === 0 ? Math.min(all - Math.min(all, notReady), 2) : 0;
  return { time: timeOf(day), ready: all - Math.min(all, notReady) - undetermined, notReady: Math.min(all, notReady), undetermined };
};

const lineOf = (
  kind: TrendLine['kind'],
  name: string,
  { days, seed, from = 0 }: { readonly days: number; readonly seed: number; readonly from?: number },
): TrendLine => ({
  kind,
  name,
  readings: Array.from({ length: days - from }, (_, index) => readingOf(index + from, seed, 50 - 7 * seed)),
});

const alwaysReady = (name: string, days: number): TrendLine => ({
  kind: 'rule',
  name,
  readings: Array.from({ length: days }, (_, day) => ({ time: timeOf(day), ready: 50, notReady: 0, undetermined: 0 })),
});

/** A made-up history of a run a day: five scenarios, the last since a third of the time, five rules that failed at times and two that never did. */
export const trendOfDays = (days: number): Trend => ({
  runs: Array.from({ length: days }, (_, day) => timeOf(day)),
  lines: [
    ...SCENARIOS.map((name, seed) => lineOf('scenario', name, { days, seed, from: seed === SCENARIOS.length - 1 ? Math.floor(days / 3) : 0 })),
    ...RULES.map((name, seed) => lineOf('rule', name, { days, seed })),
    alwaysReady('identity/role-exists', days),
    alwaysReady('image/image-exists', days),
  ],
});

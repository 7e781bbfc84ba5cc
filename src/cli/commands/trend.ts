import { trendSvg } from '../../../reporters/trend/svg.ts';
import { trendText } from '../../../reporters/trend/text.ts';
import { keptNames } from '../../history/kept.ts';
import { summedRuns } from '../../history/summed.ts';
import type { TrendChoice } from '../../history/trend.ts';
import { trendOf } from '../../history/trend.ts';
import type { Trend, TrendLine } from '../../model/trend.ts';
import { stop } from '../../run/stop.ts';
import { openStore, tellOfHistory } from '../history.ts';
import { nearest } from '../nearest.ts';
import { colourOf } from '../output.ts';
import { print } from '../print.ts';
import { widthOfTerminal } from '../terminal-width.ts';
import type { Words } from '../words.ts';

const HOUR_MS = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS };

/** `--since` as a time, ISO 8601; the beginning of time without it. */
const sinceOf = (words: Words): string => {
  const text = words['since'] as string | undefined;
  if (text === undefined) return '';
  const [, number, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const time = new Date(number === undefined ? text : Date.now() - Number(number) * (UNITS[unit] ?? 0));
  if (Number.isNaN(time.getTime())) throw stop(`--since ${text} is no time — it looks like 30d, 12h, 8w or 2026-01-31`);
  return time.toISOString();
};

const choiceOf = (words: Words): TrendChoice => {
  const [scenario, rules] = [words['scenario'] as string | undefined, words['rule'] as readonly string[] | undefined];
  return { ...(scenario !== undefined && { scenario }), ...(rules !== undefined && { rules }) };
};

const namesOf = ({ lines }: Trend, kind: TrendLine['kind']): readonly string[] => lines.filter((line) => line.kind === kind).map(({ name }) => name);

const refuseAbsent = (whole: Trend, { scenario, rules = [] }: TrendChoice): void => {
  const [scenarios, judged] = [namesOf(whole, 'scenario'), namesOf(whole, 'rule')];
  if (scenario !== undefined && !scenarios.includes(scenario))
    throw stop(`--scenario ${scenario}: no run of this history judged it${nearest(scenario, scenarios)} — it holds ${scenarios.join(', ')}`);
  const unknown = rules.find((rule) => !judged.includes(rule));
  if (unknown !== undefined) throw stop(`--rule ${unknown}: no run of this history judged it${nearest(unknown, judged)} — sageready rules lists them`);
};

const rendered = (trend: Trend, words: Words): string => {
  const output = words['output'] as 'text' | 'json' | 'svg';
  switch (output) {
    case 'text': {
      const colour = colourOf(words, process.stdout.isTTY === true);
      return trendText(trend, { width: widthOfTerminal(), colour, all: words['all'] === true, place: String(words['history']) });
    }
    case 'json':
      return `${JSON.stringify({ schema: 'sageready/trend/1', ...trend }, null, 2)}\n`;
    case 'svg':
      return trendSvg(trend, { style: 'own' });
    default:
      return output satisfies never;
  }
};

/** Shows readiness over time, from what a history keeps. */
export const run = async (words: Words): Promise<number> => {
  const place = String(words['history']);
  const since = sinceOf(words);
  const choice = choiceOf(words);
  const store = await openStore(place, words);
  const names = await keptNames(store, tellOfHistory);
  const runs = await summedRuns(
    store,
    names.filter(({ time }) => time >= since),
    tellOfHistory,
  );
  if (runs.length === 0) {
    const found = names.length === 0 ? 'no run so far' : `no whole run${since === '' ? '' : ` since ${since}`}`;
    throw stop(`${place} holds ${found} — sageready check --history ${place} keeps one`);
  }
  refuseAbsent(trendOf(runs), choice);
  await print(rendered(trendOf(runs, choice), words));
  return 0;
};

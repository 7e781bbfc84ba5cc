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
import { sinceOf } from '../since.ts';
import { widthOfTerminal } from '../terminal-width.ts';
import type { Words } from '../words.ts';

const BEGINNING_OF_TIME = '';

const beginningOf = ({ since }: Words): string => (since === undefined ? BEGINNING_OF_TIME : sinceOf(String(since), new Date().toISOString()));

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
  const since = beginningOf(words);
  const choice = choiceOf(words);
  const store = await openStore(place, words);
  const names = await keptNames(store, tellOfHistory);
  const runs = await summedRuns(
    store,
    names.filter(({ time }) => time >= since),
    tellOfHistory,
  );
  if (runs.length === 0) {
    const found = names.length === 0 ? 'no run so far' : `no whole run${since === BEGINNING_OF_TIME ? '' : ` since ${since}`}`;
    throw stop(`${place} holds ${found} — sageready check --history ${place} keeps one`);
  }
  refuseAbsent(trendOf(runs), choice);
  await print(rendered(trendOf(runs, choice), words));
  return 0;
};

import type { Trend, TrendReading } from '../../src/model/trend.ts';
import { readinessOf } from '../../src/model/trend.ts';
import { escaped, markup } from '../markup.ts';
import { count, visible } from '../text.ts';
import { millisecondsOf } from '../time.ts';
import type { ShownLine } from './share.ts';
import { inColumns, percent, ruleLines, runsEach, scenarioLines, spanOf, totalOf } from './share.ts';
import { OWN_COLOURS, TREND_STYLE } from './style.ts';

/** Where the drawing’s style comes from: it carries its own, or the page that it stands in has `TREND_STYLE` and the colours. */
export interface TrendSvgOptions {
  readonly style: 'own' | 'page';
}

const WIDTH = 960;
const LEFT = 52;
const RIGHT = 700;
const LABEL = RIGHT + 14;
const TOP = 66;
const HEIGHT = 200;
const COLOURS = 5;
const POINTS = 160;
const MOST_MARKED = 40;
const MOST_RULES = 12;
const RULE = 48;
const BAR = 22;
const TICKS = 5;
const LINE = 17;

/** A point of time on the paper. */
type Scale = (time: string) => number;

interface Column {
  readonly x: number;
  readonly reading: TrendReading | undefined;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const scaleOf = (runs: readonly string[]): Scale => {
  const [first, last] = [millisecondsOf(runs[0] ?? ''), millisecondsOf(runs.at(-1) ?? '')];
  return (time) => (last === first ? (LEFT + RIGHT) / 2 : round(LEFT + ((millisecondsOf(time) - first) / (last - first)) * (RIGHT - LEFT)));
};

const text = (x: number, y: number, { words, kind = '' }: { readonly words: string; readonly kind?: string }): string =>
  `<text x="${round(x)}" y="${round(y)}"${kind === '' ? '' : ` class="${kind}"`}>${escaped(words)}</text>`;

const heightOf = (reading: TrendReading): number => round(TOP + HEIGHT * (1 - readinessOf(reading)));

const columnsOfLine = (trend: Trend, line: ShownLine, scale: Scale): readonly Column[] => {
  const each = runsEach(trend, POINTS);
  const odd = trend.runs.length % each;
  return inColumns(trend, line, POINTS).map((reading, index) => {
    const last = odd === 0 ? (index + 1) * each - 1 : odd - 1 + index * each;
    return { reading, x: scale(trend.runs[last] ?? '') };
  });
};

/** A line through the readings, interrupted where there is none. */
const pathOf = (columns: readonly Column[]): string =>
  columns
    .map(({ x, reading }, index) => (reading === undefined ? '' : `${columns[index - 1]?.reading === undefined ? 'M' : 'L'}${x} ${heightOf(reading)}`))
    .join('');

const dots = (columns: readonly Column[], colour: number): string => {
  const read = columns.filter(({ reading }) => reading !== undefined);
  const marked = columns.length <= MOST_MARKED ? read : read.slice(-1);
  return marked.map(({ x, reading }) => (reading === undefined ? '' : `<circle class="d${colour}" cx="${x}" cy="${heightOf(reading)}" r="2.8"/>`)).join('');
};

const nowText = ({ now, change }: ShownLine): string => {
  const sign = (change ?? 0) > 0 ? '+' : '−';
  return `${percent(now)} %${change === undefined || change === 0 ? '' : ` (${sign}${Math.abs(change)})`}`;
};

/** Labels at the height of their lines' ends, pushed apart where they would meet. */
const labelHeights = (lines: readonly ShownLine[]): readonly number[] => {
  const order = lines.map((line, index) => ({ index, y: heightOf(line.last) })).toSorted((a, b) => a.y - b.y);
  const placed: number[] = [];
  for (const { y } of order) placed.push(Math.max(y, (placed.at(-1) ?? TOP - 2 * LINE) + 2 * LINE));
  const over = Math.max(0, (placed.at(-1) ?? 0) - (TOP + HEIGHT));
  const heights = new Map(order.map(({ index }, place) => [index, (placed[place] ?? 0) - over]));
  return lines.map((_, index) => heights.get(index) ?? TOP);
};

const label = (line: ShownLine, colour: number, y: number): string => {
  const sample = `<path class="l s${colour}" d="M${LABEL} ${round(y - 4)}h26"/><circle class="d${colour}" cx="${LABEL + 13}" cy="${round(y - 4)}" r="2.8"/>`;
  const words = `${nowText(line)}, ${line.last.ready} of ${totalOf(line.last)}`;
  return `${sample}${text(LABEL + 34, y, { words: visible(line.name), kind: 'n' })}${text(LABEL + 34, y + LINE - 2, { words, kind: 'q' })}`;
};

const scenarioDrawing = (trend: Trend, lines: readonly ShownLine[], scale: Scale): string => {
  const heights = labelHeights(lines);
  return lines
    .map((line, index) => {
      const columns = columnsOfLine(trend, line, scale);
      const colour = index % COLOURS;
      return `<g><title>${markup(`${line.name}: ${nowText(line)}`)}</title><path class="l s${colour}" d="${pathOf(columns)}"/>${dots(columns, colour)}${label(line, colour, heights[index] ?? TOP)}</g>`;
    })
    .join('');
};

const grid = (): string =>
  [0, 25, 50, 75, 100]
    .map((share) => {
      const y = TOP + HEIGHT * (1 - share / 100);
      return `<path class="x" d="M${LEFT} ${y}H${RIGHT}"/>${text(LEFT - 8, y + 4, { words: `${share} %`, kind: 'q e' })}`;
    })
    .join('');

const DAY_LENGTH = 10;
const MINUTE_LENGTH = 16;
const DAY_MS = 86_400_000;

/** Days below the axis; minutes where all runs were within two days. */
const timeAxis = ({ runs }: Trend, y: number): string => {
  const [first, last] = [millisecondsOf(runs[0] ?? ''), millisecondsOf(runs.at(-1) ?? '')];
  const length = last - first > 2 * DAY_MS ? DAY_LENGTH : MINUTE_LENGTH;
  const number = last === first ? 1 : TICKS;
  return Array.from({ length: number }, (_, index) => {
    const part = number === 1 ? 0 : index / (number - 1);
    const x = number === 1 ? (LEFT + RIGHT) / 2 : LEFT + part * (RIGHT - LEFT);
    const words = new Date(first + part * (last - first)).toISOString().slice(0, length).replace('T', ' ');
    return `<path class="x" d="M${round(x)} ${y}v5"/>${text(x, y + 19, { words, kind: 'q c' })}`;
  }).join('');
};

interface Bar {
  readonly kind: 'p' | 'u' | 'b';
  readonly share: number;
}

const barsOf = (reading: TrendReading): readonly Bar[] => {
  const all = Math.max(1, totalOf(reading));
  return [
    { kind: 'b', share: reading.notReady / all },
    { kind: 'u', share: reading.undetermined / all },
    { kind: 'p', share: reading.ready / all },
  ];
};

/** A column reaches half-way to its neighbours; the first and the last to the edges. */
const edgesOf = (columns: readonly Column[], index: number): readonly [number, number] => {
  const [before, here, after] = [columns[index - 1]?.x, columns[index]?.x ?? LEFT, columns[index + 1]?.x];
  return [before === undefined ? LEFT : round((before + here) / 2), after === undefined ? RIGHT : round((here + after) / 2)];
};

/** What failed at the top, what passed at the bottom, what was not judged between; a path a kind. */
const strip = (columns: readonly Column[], top: number): string => {
  const paths = { p: '', u: '', b: '' };
  columns.forEach(({ reading }, index) => {
    const [x, end] = edgesOf(columns, index);
    const width = round(end - x);
    let y = top;
    for (const { kind, share } of reading === undefined ? [] : barsOf(reading)) {
      const height = round(share * BAR);
      if (height > 0) paths[kind] += `M${x} ${round(y)}h${width}v${height}h-${width}z`;
      y += height;
    }
  });
  return (['p', 'u', 'b'] as const).map((kind) => (paths[kind] === '' ? '' : `<path class="${kind}" d="${paths[kind]}"/>`)).join('');
};

const ruleDrawing = (trend: Trend, line: ShownLine, { y, scale }: { readonly y: number; readonly scale: Scale }): string => {
  const { last } = line;
  const columns = columnsOfLine(trend, line, scale);
  const numbers = [`${last.notReady} failed`, ...(last.undetermined > 0 ? [`${last.undetermined} not judged`] : [])].join(', ');
  return [
    text(LEFT, y, { words: visible(line.name), kind: 'm' }),
    `<rect class="f" x="${LEFT}" y="${y + 6}" width="${RIGHT - LEFT}" height="${BAR}"/>${strip(columns, y + 6)}`,
    text(LABEL, y + 21, { words: `${nowText(line)}, ${numbers} of ${totalOf(last)}`, kind: 'q' }),
  ].join('');
};

const KEYS: readonly (readonly [kind: Bar['kind'], words: string, x: number])[] = [
  ['b', 'failed', RIGHT - 232],
  ['u', 'not judged', RIGHT - 162],
  ['p', 'passed', RIGHT - 62],
];

const key = (y: number): string =>
  KEYS.map(([kind, words, x]) => `<rect class="${kind}" x="${x}" y="${y - 10}" width="11" height="11"/>${text(x + 16, y, { words, kind: 'q' })}`).join('');

interface Part {
  readonly drawing: string;
  readonly bottom: number;
}

const scenariosPart = (trend: Trend, lines: readonly ShownLine[], scale: Scale): Part => {
  if (lines.length === 0) return { drawing: '', bottom: TOP - 26 };
  const axis = timeAxis(trend, TOP + HEIGHT);
  const lowest = Math.max(TOP + HEIGHT + 24, ...labelHeights(lines).map((y) => y + LINE));
  return {
    drawing: `${text(LEFT, TOP - 14, { words: 'Targets that are ready, by scenario', kind: 'q' })}${grid()}${axis}${scenarioDrawing(trend, lines, scale)}`,
    bottom: lowest,
  };
};

const rulesPart = (trend: Trend, top: number, scale: Scale): Part => {
  const { troubled, sound } = ruleLines(trend);
  const drawn = troubled.slice(0, MOST_RULES);
  const head = top + 34;
  const left = troubled.length - drawn.length;
  const rest = [
    ...(left > 0 ? [`${count(left, 'further rule')} failed or could not be judged at times`] : []),
    ...(sound.length > 0 ? [`${count(sound.length, 'rule')} passed in every run`] : []),
  ];
  if (drawn.length === 0) return { drawing: text(LEFT, head, { words: rest.join('; '), kind: 'q' }), bottom: head + 6 };
  const title = drawn.length < troubled.length ? `The ${drawn.length} rules that stand worst` : 'Rules that did not always pass';
  const rows = drawn.map((line, index) => ruleDrawing(trend, line, { y: head + 26 + index * RULE, scale })).join('');
  const foot = head + 26 + drawn.length * RULE;
  const drawing = `${text(LEFT, head, { words: title, kind: 'q' })}${key(head)}${rows}${timeAxis(trend, foot - 12)}${text(LEFT, foot + 30, { words: rest.join('; '), kind: 'q' })}`;
  return { drawing, bottom: foot + (rest.length > 0 ? 36 : 12) };
};

const describe = (trend: Trend): string => {
  const scenarios = scenarioLines(trend).map((line) => `${line.name}: ${nowText(line)} ready, ${line.last.ready} of ${totalOf(line.last)} targets`);
  const rules = ruleLines(trend)
    .troubled.slice(0, MOST_RULES)
    .map((line) => `${line.name}: ${nowText(line)} passed`);
  return visible(`${spanOf(trend)}. ${[...scenarios, ...rules].join('; ')}.`);
};

/** Readiness over time as one drawing of 960 pixels: a line for each scenario, and a strip for each rule that did not always pass. */
export const trendSvg = (trend: Trend, { style }: TrendSvgOptions): string => {
  const scale = scaleOf(trend.runs);
  const scenarios = scenariosPart(trend, scenarioLines(trend), scale);
  const rules = rulesPart(trend, scenarios.bottom, scale);
  const height = Math.ceil(rules.bottom + 8);
  const own = style === 'own' ? `<style>${TREND_STYLE}${OWN_COLOURS}</style><rect class="g" width="${WIDTH}" height="${height}"/>` : '';
  const size = style === 'own' ? ` width="${WIDTH}" height="${height}"` : '';
  const words = '<title id="trend-title">Readiness over time</title>';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="trend" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="trend-title trend-desc"${size}>`,
    `${words}<desc id="trend-desc">${escaped(describe(trend))}</desc>${own}`,
    text(LEFT, 26, { words: `Readiness over time: ${count(trend.runs.length, 'run')}, ${spanOf(trend)}`, kind: 'h' }),
    `${scenarios.drawing}${rules.drawing}</svg>\n`,
  ].join('');
};

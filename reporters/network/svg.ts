import type { NetworkPicture, PicturedPath } from '../../src/model/picture.ts';
import type { NetworkHop } from '../../src/model/trace.ts';
import { escaped, markup } from '../markup.ts';
import { visible } from '../text.ts';
import type { Box, Frame, TextLine } from './geometry.ts';
import { ARROW, frameOf, LINE, MARGIN, MARK, WIDTH } from './geometry.ts';
import { inventoryOf } from './inventory.ts';
import type { Station } from './lanes.ts';
import { worstOf } from './lanes.ts';
import type { Cell, PlacedLane, PlacedOrigin, PlacedZone } from './layout.ts';
import { placeZones } from './layout.ts';
import { NETWORK_STYLE, OWN_COLOURS } from './style.ts';
import { decisionOf, named, STATION_HEADS, tallyOf, VERBS } from './words.ts';

type Verdict = NetworkHop['verdict'];

/** Where the drawing's style comes from: it carries its own, or the page that it stands in has `NETWORK_STYLE` and the colours. */
export interface SvgOptions {
  readonly style: 'own' | 'page';
}

const CLASS: Readonly<Record<Verdict | 'not-reached', string>> = { passes: 'p', stops: 's', unknown: 'u', 'not-reached': 'n' };

const text = (at: { readonly x: number; readonly y: number }, words: string, kind = ''): string =>
  `<text x="${Math.round(at.x)}" y="${Math.round(at.y)}"${kind === '' ? '' : ` class="${kind}"`}>${escaped(words)}</text>`;

const box = ({ x, y, width, height }: Box, kind: string): string =>
  `<rect class="${kind}" x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(width)}" height="${Math.round(height)}" rx="7"/>`;

const kindOf = ({ face, verdict }: TextLine, quiet: boolean): string => {
  if (face === 'mono') return 'm';
  if (verdict === 'stops' || verdict === 'unknown') return `t${CLASS[verdict]}`;
  return quiet ? 'q' : '';
};

const lines = (at: { readonly x: number; readonly y: number }, all: readonly TextLine[]): string =>
  all.map((line, index) => text({ x: at.x, y: at.y + index * LINE }, line.text, kindOf(line, true))).join('');

const SIGNS: Readonly<Record<Verdict, (x: number, y: number) => string>> = {
  passes: (x, y) => `<path class="i" d="M${x - 3.4} ${y + 0.2}l2.5 2.7 4.4-5.4"/>`,
  stops: (x, y) => `<path class="i" d="M${x - 2.8} ${y - 2.8}l5.6 5.6m0-5.6l-5.6 5.6"/>`,
  unknown: (x, y) => `<text class="d" x="${x}" y="${y + 4}">?</text>`,
};

/** A disc with ✔, ✘ or ?: the verdict without need of colour. */
const mark = (x: number, y: number, verdict: Verdict): string =>
  `<circle class="d${CLASS[verdict]}" cx="${Math.round(x)}" cy="${Math.round(y)}" r="7"/>${SIGNS[verdict](Math.round(x), Math.round(y))}`;

const stretch = (from: number, to: number, { y, verdict }: { readonly y: number; readonly verdict: Verdict | 'not-reached' }): string =>
  to - from < 1 ? '' : `<path class="a${CLASS[verdict]}" d="M${Math.round(from)} ${y}H${Math.round(to)}"/>`;

type State = Verdict | 'not-reached';

const after = (state: State, verdict: Verdict): State => {
  if (state === 'not-reached' || verdict === 'stops') return 'not-reached';
  return state === 'unknown' ? 'unknown' : verdict;
};

interface Stop {
  readonly x: number;
  readonly mark: number;
  readonly verdict: Verdict;
}

const stopsOf = ({ lane }: PlacedLane, { columns }: Frame): readonly Stop[] =>
  columns.flatMap(({ station, x }) => {
    const hops = lane.hops[station];
    return hops === undefined ? [] : [{ x, mark: x + MARK, verdict: worstOf(hops) }];
  });

const describe = ({ from, to, verdict }: PicturedPath): string => `${visible(from)} ${VERBS[verdict]} ${visible(to)}`;

const goal = ({ y, goal: words }: PlacedLane, path: PicturedPath, frame: Frame): string => {
  const { x } = frame.goal;
  const kind = path.verdict === 'passes' ? '' : 'q';
  const arrowhead = path.verdict === 'passes' ? `<path class="ap" d="M${x - 7} ${y - 4}l5 4-5 4"/>` : '';
  return `${arrowhead}${mark(x + 8, y, path.verdict)}${words.map((line, index) => text({ x: x + 21, y: y + 4 + index * LINE }, line, kind)).join('')}`;
};

/** One arrow: green as far as the packet passes, red where it is stopped, dotted from there to what it does not reach. */
const arrow = (placed: PlacedLane, frame: Frame): string => {
  const { lane, y } = placed;
  if (lane.path === undefined) return text({ x: frame.origin.x + frame.origin.width + 14, y: y + 4 }, 'no path was traced from here', 'q');
  let state: State = 'passes';
  let x = frame.origin.x + frame.origin.width;
  const parts: string[] = [];
  for (const stop of stopsOf(placed, frame)) {
    parts.push(stretch(x, stop.x, { y, verdict: state }));
    const inside: State = state === 'not-reached' || stop.verdict === 'passes' ? state : stop.verdict;
    parts.push(stretch(stop.x, stop.mark, { y, verdict: inside }));
    state = after(state, stop.verdict);
    x = stop.mark;
  }
  const last: State = state === 'passes' ? lane.path.verdict : state;
  parts.push(stretch(x, frame.goal.x - 2, { y, verdict: last }));
  return `<g><title>${escaped(describe(lane.path))}</title>${parts.join('')}${goal(placed, lane.path, frame)}</g>`;
};

const marksOf = (placed: PlacedLane, frame: Frame): string =>
  stopsOf(placed, frame)
    .map((stop) => mark(stop.mark, placed.y, stop.verdict))
    .join('');

const BOX_KINDS: Readonly<Record<Verdict, string>> = { passes: 'b', stops: 'b bs', unknown: 'b bu' };

const cellBox = (cell: Cell): string => box(cell, BOX_KINDS[cell.verdict]);

const cellText = ({ x, y, lines: words, hops }: Cell): string => {
  const title = hops.map((hop) => `${visible(hop.from)}: ${decisionOf(hop)}`).join('\n');
  return `<g><title>${escaped(title)}</title>${lines({ x: x + 9, y: y + ARROW + 20 }, words)}</g>`;
};

const originDrawing = (placed: PlacedOrigin): string => `${box(placed, 'b')}${lines({ x: placed.x + 10, y: placed.y + 19 }, placed.lines)}`;

/** Boxes lie under the arrows, marks and words over them. */
const zoneDrawing = (zone: PlacedZone, frame: Frame): string => {
  const lanes = zone.origins.flatMap((origin) => origin.lanes);
  return [
    box(zone, 'z'),
    text({ x: zone.x + 12, y: zone.y + 17 }, zone.name === undefined ? 'Other places' : visible(zone.name), 'k'),
    ...zone.cells.map(cellBox),
    ...zone.origins.map(originDrawing),
    ...lanes.map((lane) => arrow(lane, frame)),
    ...lanes.map((lane) => marksOf(lane, frame)),
    ...zone.cells.map(cellText),
  ].join('');
};

const HEAD = 52;
const COLUMN_HEADS = 22;

const head = ({ vpc, paths }: NetworkPicture): string =>
  `${text({ x: MARGIN, y: 24 }, `VPC ${named(vpc)}`, 'h')}${text({ x: MARGIN, y: 42 }, `${vpc.cidrs.map(visible).join(', ')} · ${tallyOf(paths)}`, 'q')}`;

const columnHeads = ({ origin, columns, goal: { x } }: Frame): string => {
  const y = HEAD + COLUMN_HEADS - 8;
  const heads: readonly (readonly [number, string])[] = [
    [origin.x, 'Subnets by zone'],
    ...columns.map((column): readonly [number, string] => [column.x, STATION_HEADS[column.station satisfies Station]]),
    [x, 'Reaches'],
  ];
  return heads.map(([left, words]) => text({ x: left, y }, words, 'k')).join('');
};

const inventory = (picture: NetworkPicture, top: number): { readonly drawing: string; readonly bottom: number } => {
  const sections = inventoryOf(picture, top);
  const drawing = sections.flatMap(({ head: words, y, cards }) => [
    text({ x: MARGIN, y: y + 20 }, words, 'k'),
    ...cards.map((card) => `${box(card, 'b')}${lines({ x: card.x + 12, y: card.y + 21 }, card.lines)}`),
  ]);
  return { drawing: drawing.join(''), bottom: sections.at(-1)?.bottom ?? top };
};

const label = ({ vpc, subnets, paths }: NetworkPicture): string =>
  `Network ${visible(vpc.id)}: ${subnets.length} subnets; ${tallyOf(paths)}. ${paths
    .filter(({ verdict }) => verdict !== 'passes')
    .map(({ from, to, verdict }) => `${visible(from)} ${VERBS[verdict]} ${visible(to)}`)
    .join('; ')}`;

/** A network as one drawing of 1,200 pixels: subnets by zone, an arrow for each path with what decided on its way, then tables, groups and gateways. */
export const networkSvg = (picture: NetworkPicture, { style }: SvgOptions): string => {
  const frame = frameOf(picture);
  const zones = placeZones(picture, frame, HEAD + COLUMN_HEADS);
  const below = zones.at(-1);
  const { drawing, bottom } = inventory(picture, below === undefined ? HEAD : below.y + below.height + 6);
  const height = Math.ceil(bottom + 4);
  const own = style === 'own' ? `<style>${NETWORK_STYLE}${OWN_COLOURS}</style><rect class="g" width="${WIDTH}" height="${height}"/>` : '';
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" class="network" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${markup(label(picture))}"`;
  const size = style === 'own' ? ` width="${WIDTH}" height="${height}"` : '';
  return `${opening}${size}>${own}${head(picture)}${columnHeads(frame)}${zones.map((zone) => zoneDrawing(zone, frame)).join('')}${drawing}</svg>\n`;
};

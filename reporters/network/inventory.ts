import type { NetworkPicture, PicturedGroup, PicturedRouteTable, PicturedWay } from '../../src/model/picture.ts';
import { visible } from '../text.ts';
import { charactersIn, fitted } from './fit.ts';
import type { Box, TextLine } from './geometry.ts';
import { LINE, MARGIN, WIDTH } from './geometry.ts';
import { named, routeOf, WAY_KINDS } from './words.ts';

const COLUMNS = 4;
const GAP = 12;
const PADDING = 12;
const HEAD = 30;
const SHOWN = 8;
const CARD_WIDTH = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;

/** A thing of the VPC with what is in it. */
export interface Card extends Box {
  readonly lines: readonly TextLine[];
}

/** Things of one kind, under a heading. */
export interface Section {
  readonly head: string;
  readonly y: number;
  readonly cards: readonly Card[];
  readonly bottom: number;
}

const set = (text: string, face: TextLine['face'], verdict?: TextLine['verdict']): readonly TextLine[] =>
  fitted(text, { most: charactersIn(CARD_WIDTH - 2 * PADDING, face), lines: 2 }).map((line) => ({ text: line, face, ...(verdict && { verdict }) }));

const some = <T>(all: readonly T[], draw: (one: T) => readonly TextLine[]): readonly TextLine[] => [
  ...all.slice(0, SHOWN).flatMap(draw),
  ...(all.length > SHOWN ? set(`and ${all.length - SHOWN} more`, 'sans') : []),
];

const none = (words: string, all: readonly unknown[]): readonly TextLine[] => (all.length === 0 ? set(words, 'sans') : []);

const tableLines = ({ routes, main, ...table }: PicturedRouteTable): readonly TextLine[] => [
  ...set(named(table), 'mono'),
  ...(main ? set('the VPC’s main table', 'sans') : []),
  ...some(routes, (route) => set(routeOf(route), 'sans', route.state === 'active' ? undefined : 'stops')),
  ...none('no route that matters here', routes),
];

const groupLines = ({ egress, ingress, ...group }: PicturedGroup): readonly TextLine[] => [
  ...set(named(group), 'mono'),
  ...some(egress, (rule) => set(`out: ${visible(rule)}`, 'sans')),
  ...none('out: nothing', egress),
  ...some(ingress, (rule) => set(`in: ${visible(rule)}`, 'sans')),
  ...none('in: nothing', ingress),
];

const IN_USE = new Set(['available', 'active', 'attached']);

const wayLines = ({ id, kind, label, state }: PicturedWay): readonly TextLine[] => [
  ...set(visible(id), 'mono'),
  ...set(visible(label), 'sans'),
  ...set(`${WAY_KINDS[kind]}, ${visible(state)}`, 'sans', IN_USE.has(state) ? undefined : 'stops'),
];

const heightOf = (lines: readonly TextLine[]): number => lines.length * LINE + 2 * PADDING - 2;

const rowsOf = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / COLUMNS) }, (_, row) => all.slice(row * COLUMNS, (row + 1) * COLUMNS));

const sectionOf = (head: string, contents: readonly (readonly TextLine[])[], y: number): Section => {
  const cards: Card[] = [];
  let top = y + HEAD;
  for (const row of rowsOf(contents)) {
    const height = Math.max(...row.map(heightOf));
    cards.push(...row.map((lines, index) => ({ lines, x: MARGIN + index * (CARD_WIDTH + GAP), y: top, width: CARD_WIDTH, height })));
    top += height + GAP;
  }
  return { head, y, cards, bottom: top };
};

/** Every table, group, endpoint and gateway with its content, below the paths. */
export const inventoryOf = ({ routeTables, groups, ways }: NetworkPicture, top: number): readonly Section[] => {
  const contents = [
    ['Route tables', routeTables.map(tableLines)],
    ['Security groups', groups.map(groupLines)],
    ['Endpoints and gateways', ways.map(wayLines)],
  ] as const;
  const sections: Section[] = [];
  for (const [head, lines] of contents) {
    if (lines.length > 0) sections.push(sectionOf(head, lines, sections.at(-1)?.bottom ?? top));
  }
  return sections;
};

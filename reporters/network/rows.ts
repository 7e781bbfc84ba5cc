import type { NetworkHop } from '../../src/model/trace.ts';
import { visible } from '../text.ts';
import type { Face } from './fit.ts';
import { charactersIn, fitted } from './fit.ts';
import type { Column, TextLine } from './geometry.ts';
import { ARROW, GOAL_WIDTH, INSET, LINE, MARK, ORIGIN_WIDTH } from './geometry.ts';
import type { Lane, Origin, Zone } from './lanes.ts';
import { worstOf } from './lanes.ts';
import { decisionOf, subnetFacts } from './words.ts';

const BELOW_ARROW = 13;
const NARROWEST_LANE = 28;
const DECISION_LINES = 6;
const ORIGIN_PADDING = 8;

const linesIn = (text: string, face: Face, { width, lines }: { readonly width: number; readonly lines: number }): readonly TextLine[] =>
  fitted(text, { most: charactersIn(width - 2 * INSET + 4, face), lines }).map((line) => ({ text: line, face }));

/** What is written of an origin. */
export const originLines = ({ id, subnet }: Origin): readonly TextLine[] => {
  const one = { width: ORIGIN_WIDTH, lines: 1 };
  return [
    ...linesIn(visible(id), 'mono', { ...one, lines: 2 }),
    ...(subnet?.name === undefined ? [] : linesIn(visible(subnet.name), 'sans', one)),
    ...(subnet === undefined ? [] : subnetFacts(subnet).flatMap((fact) => linesIn(fact, 'sans', one))),
  ];
};

/** What a lane leads to. */
export const goalLines = ({ path }: Lane): readonly string[] =>
  path === undefined ? [] : fitted(visible(path.to), { most: charactersIn(GOAL_WIDTH - 2 * MARK, 'sans'), lines: 3 });

const placeLines = (hops: readonly NetworkHop[], index: number, width: number): readonly TextLine[] =>
  hops[index - 1]?.from === hops[index]?.from ? [] : linesIn(visible(hops[index]?.from ?? ''), 'mono', { width, lines: 2 });

const decisionLines = (hop: NetworkHop, width: number): readonly TextLine[] =>
  linesIn(decisionOf(hop), 'sans', { width, lines: DECISION_LINES }).map((line) => ({ ...line, verdict: hop.verdict }));

/** A lane before it has a place. */
export interface Row {
  readonly origin: Origin;
  readonly lane: Lane;
  /** What is decided at each column; neighbours with the same key share a cell. */
  readonly keys: readonly string[];
  /** What is written at each column where a cell begins. */
  readonly lines: readonly (readonly TextLine[])[];
  readonly height: number;
}

const keyAt = ({ hops }: Lane, { station }: Column): string => {
  const here = hops[station];
  return here === undefined ? '' : JSON.stringify(here.map(({ stage, from, decidedBy, verdict }) => [stage, from, decidedBy, verdict]));
};

/** A decision that lets packets pass is written once in a zone; after that its place is enough. */
const linesAt = ({ hops }: Lane, { station, width }: Column, told: ReadonlySet<string>): readonly TextLine[] => {
  const here = hops[station] ?? [];
  const brief = worstOf(here) === 'passes' && told.has(JSON.stringify(here));
  return here.flatMap((hop, index) => [...placeLines(here, index, width), ...(brief ? [] : decisionLines(hop, width))]);
};

const heightOf = (lane: Lane, lines: Row['lines']): number =>
  Math.max(NARROWEST_LANE, ARROW + goalLines(lane).length * LINE, ...lines.map(({ length }) => (length === 0 ? 0 : ARROW + BELOW_ARROW + length * LINE)));

/** Whether an origin has no further lane. */
export const isLast = (origin: Origin, lane: Lane): boolean => origin.lanes.at(-1) === lane;

interface Written {
  readonly columns: readonly Column[];
  readonly told: Set<string>;
  readonly above: readonly string[];
}

const writeLane = (lane: Lane, { columns, told, above }: Written): Pick<Row, 'keys' | 'lines'> => {
  const keys = columns.map((column) => keyAt(lane, column));
  const lines = columns.map((column, index) => (keys[index] === above[index] ? [] : linesAt(lane, column, told)));
  for (const { station } of columns) told.add(JSON.stringify(lane.hops[station]));
  return { keys, lines };
};

/** The lanes of a zone with their heights; an origin's last one makes room for the origin's own words. */
export const rowsOf = (zone: Zone, columns: readonly Column[]): readonly Row[] => {
  const rows: Row[] = [];
  const told = new Set<string>();
  for (const origin of zone.origins) {
    let room = originLines(origin).length * LINE + 2 * ORIGIN_PADDING;
    for (const lane of origin.lanes) {
      const written = writeLane(lane, { columns, told, above: rows.at(-1)?.keys ?? [] });
      const wanted = heightOf(lane, written.lines);
      const height = isLast(origin, lane) ? Math.max(wanted, room) : wanted;
      rows.push({ origin, lane, ...written, height });
      room -= height;
    }
  }
  return rows;
};

import type { NetworkPicture } from '../../src/model/picture.ts';
import type { NetworkHop } from '../../src/model/trace.ts';
import type { Box, Column, Frame, TextLine } from './geometry.ts';
import { ARROW, INSET, MARGIN, WIDTH } from './geometry.ts';
import type { Lane, Origin, Station, Zone } from './lanes.ts';
import { worstOf, zonesOf } from './lanes.ts';
import type { Row } from './rows.ts';
import { goalLines, isLast, originLines, rowsOf } from './rows.ts';

const ZONE_HEAD = 26;
const BETWEEN_ORIGINS = 10;
const BETWEEN_CELLS = 4;

/** A place that decides, over one or several lanes that it decides alike. */
export interface Cell extends Box {
  readonly station: Station;
  readonly hops: readonly NetworkHop[];
  readonly verdict: NetworkHop['verdict'];
  readonly lines: readonly TextLine[];
}

/** A lane where it is drawn. */
export interface PlacedLane {
  readonly lane: Lane;
  readonly y: number;
  readonly goal: readonly string[];
}

/** A subnet, or another origin, where it is drawn. */
export interface PlacedOrigin extends Box {
  readonly origin: Origin;
  readonly lines: readonly TextLine[];
  readonly lanes: readonly PlacedLane[];
}

/** A zone where it is drawn. */
export interface PlacedZone extends Box {
  readonly name: string | undefined;
  readonly origins: readonly PlacedOrigin[];
  readonly cells: readonly Cell[];
}

const topsOf = (rows: readonly Row[], top: number): readonly number[] => {
  let y = top;
  return rows.map(({ origin, lane, height }) => {
    const here = y;
    y += height + (isLast(origin, lane) ? BETWEEN_ORIGINS : 0);
    return here;
  });
};

/** The rows that one cell spans, from the row where it begins: its decision holds for all of them. */
const spanOf = (rows: readonly Row[], column: number, first: number): readonly Row[] => {
  const key = rows[first]?.keys[column];
  const end = rows.findIndex((row, index) => index > first && row.keys[column] !== key);
  return rows.slice(first, end < 0 ? rows.length : end);
};

const cellsAt = (rows: readonly Row[], tops: readonly number[], { column, index }: { readonly column: Column; readonly index: number }): readonly Cell[] =>
  rows.flatMap((row, first) => {
    const hops = row.lane.hops[column.station];
    if (hops === undefined || row.keys[index] === rows[first - 1]?.keys[index]) return [];
    const span = spanOf(rows, index, first);
    const y = tops[first] ?? 0;
    const last = first + span.length - 1;
    const height = (tops[last] ?? 0) + (rows[last]?.height ?? 0) - y - BETWEEN_CELLS;
    return [{ station: column.station, hops, verdict: worstOf(hops), lines: row.lines[index] ?? [], x: column.x, width: column.width, y, height }];
  });

const placeOrigin = (origin: Origin, rows: readonly (Row & { readonly top: number })[], { origin: { x, width } }: Frame): PlacedOrigin => {
  const own = rows.filter((row) => row.origin === origin);
  const y = own[0]?.top ?? 0;
  const height = (own.at(-1)?.top ?? 0) + (own.at(-1)?.height ?? 0) - y - BETWEEN_CELLS;
  return { origin, x, width, y, height, lines: originLines(origin), lanes: own.map(({ lane, top }) => ({ lane, y: top + ARROW, goal: goalLines(lane) })) };
};

const placeZone = (zone: Zone, frame: Frame, y: number): PlacedZone => {
  const rows = rowsOf(zone, frame.columns);
  const tops = topsOf(rows, y + ZONE_HEAD);
  const placed = rows.map((row, index) => ({ ...row, top: tops[index] ?? 0 }));
  const bottom = (tops.at(-1) ?? y) + (rows.at(-1)?.height ?? 0) + INSET;
  return {
    name: zone.name,
    origins: zone.origins.map((origin) => placeOrigin(origin, placed, frame)),
    cells: frame.columns.flatMap((column, index) => cellsAt(rows, tops, { column, index })),
    ...{ x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: bottom - y },
  };
};

const BETWEEN_ZONES = 10;

/** Puts the zones of a picture below each other, from a height on. */
export const placeZones = (picture: NetworkPicture, frame: Frame, top: number): readonly PlacedZone[] => {
  const zones: PlacedZone[] = [];
  for (const zone of zonesOf(picture)) {
    const above = zones.at(-1);
    zones.push(placeZone(zone, frame, above === undefined ? top : above.y + above.height + BETWEEN_ZONES));
  }
  return zones;
};

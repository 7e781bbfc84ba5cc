import type { NetworkPicture } from '../../src/model/picture.ts';
import type { NetworkHop } from '../../src/model/trace.ts';
import type { Face } from './fit.ts';
import type { Station } from './lanes.ts';
import { stationsOf } from './lanes.ts';

/** Pixels of the drawing; readable as they are. */
export const WIDTH = 1200;
export const MARGIN = 16;
/** From line to line of a text. */
export const LINE = 14;
/** Between a box and what stands in it. */
export const INSET = 12;
const GAP = 20;
export const ORIGIN_WIDTH = 192;
export const GOAL_WIDTH = 150;
/** From the top of a lane to its arrow. */
export const ARROW = 14;
/** From a cell's left edge to its mark. */
export const MARK = 14;

/** A line of text as it is drawn. */
export interface TextLine {
  readonly text: string;
  readonly face: Face;
  readonly verdict?: NetworkHop['verdict'];
}

/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A station's column. */
export interface Column {
  readonly station: Station;
  readonly x: number;
  readonly width: number;
}

/** Columns and the x of everything that stands in no station. */
export interface Frame {
  readonly columns: readonly Column[];
  readonly origin: { readonly x: number; readonly width: number };
  readonly goal: { readonly x: number; readonly width: number };
}

/** Shares the width out among the stations that are used. */
export const frameOf = (picture: NetworkPicture): Frame => {
  const stations = stationsOf(picture);
  const origin = { x: MARGIN + INSET, width: ORIGIN_WIDTH };
  const goal = { x: WIDTH - MARGIN - INSET - GOAL_WIDTH, width: GOAL_WIDTH };
  const left = origin.x + origin.width + GAP;
  const width = (goal.x - left - GAP * stations.length) / Math.max(1, stations.length);
  return { origin, goal, columns: stations.map((station, index) => ({ station, x: Math.round(left + index * (width + GAP)), width: Math.round(width) })) };
};

import type { NetworkPicture, PicturedPath, PicturedSubnet } from '../../src/model/picture.ts';
import type { NetworkHop, NetworkTrace } from '../../src/model/trace.ts';
import { columnsOf, padEnd, visible, wrap } from '../text.ts';
import type { Page } from './page.ts';
import { hanging, indented, labelled, labelledLines, roomBesideLabel, tableRoomBesideLabel, tableWidth } from './page.ts';
import type { Look } from './words.ts';
import { PACKETS, STAGES } from './words.ts';

const NOT_TRACED: Look = { symbol: '·', word: 'not traced', tone: 'quiet' };
const SYMBOL = 2;
const GAP = 2;
/** Below this many columns the words of a decision stand on a line of their own. */
const NARROWEST_DECISION = 28;
const NARROWEST_REACH = 50;

interface HopCells {
  readonly hop: NetworkHop;
  readonly stage: string;
  readonly place: string;
}

const cellsOf = (hop: NetworkHop): HopCells => ({
  hop,
  stage: STAGES[hop.stage],
  place: hop.to === undefined ? visible(hop.from) : `${visible(hop.from)} → ${visible(hop.to)}`,
});

interface HopColumns {
  readonly stage: number;
  readonly place: number;
  /** Columns of the words of a decision beside stage and place; too few: they stand below. */
  readonly decision: number;
  /** Columns of words that stand below. */
  readonly below: number;
}

const columnsFor = (page: Page, cells: readonly HopCells[]): HopColumns => {
  const stage = Math.max(...cells.map((cell) => columnsOf(cell.stage)));
  const place = Math.max(...cells.map((cell) => columnsOf(cell.place)));
  const decision = tableRoomBesideLabel(page) - SYMBOL - stage - place - 2 * GAP;
  return { stage, place, decision: Math.min(decision, page.measure), below: roomBesideLabel(page) - SYMBOL };
};

const besideStage = ({ paint }: Page, { hop, stage, place }: HopCells, columns: HopColumns): readonly string[] => {
  const { symbol, tone } = PACKETS[hop.verdict];
  const lead = `${symbol} ${paint.quiet(padEnd(stage, columns.stage))}  ${padEnd(place, columns.place)}  `;
  const [first = '', ...rest] = hanging('', visible(hop.decidedBy), { width: columns.decision });
  return [paint[tone](lead.slice(0, 1)) + lead.slice(1) + first, ...indented(rest, SYMBOL + columns.stage + columns.place + 2 * GAP)];
};

const belowStage = ({ paint }: Page, { hop, stage, place }: HopCells, { below }: HopColumns): readonly string[] => {
  const { symbol, tone } = PACKETS[hop.verdict];
  const beside = columnsOf(stage) + GAP + columnsOf(place) <= below;
  const head = beside ? [`${paint.quiet(stage)}  ${place}`] : [paint.quiet(stage), ...wrap(place, below)];
  const [first = '', ...rest] = [...head, ...wrap(visible(hop.decidedBy), below)];
  return [`${paint[tone](symbol)} ${first}`, ...indented(rest, SYMBOL)];
};

const hopsLines = (page: Page, hops: readonly NetworkHop[]): readonly string[] => {
  const cells = hops.map(cellsOf);
  const columns = columnsFor(page, cells);
  const lines = columns.decision < NARROWEST_DECISION ? belowStage : besideStage;
  return cells.flatMap((cell) => lines(page, cell, columns));
};

/** A path through the network, hop by hop, to the one that stops it. */
export const networkLines = (page: Page, { question, verdict, hops, notes }: NetworkTrace): readonly string[] => [
  ...labelled(page, 'network', `${visible(question)} — ${PACKETS[verdict].word}`),
  ...labelledLines(page, '', hopsLines(page, hops)),
  ...notes.flatMap((note) => labelled(page, 'note', visible(note))),
];

const VERBS: Readonly<Record<PicturedPath['verdict'], string>> = { passes: 'reaches', stops: 'does not reach', unknown: 'may or may not reach' };

const decidedAt = ({ verdict, hops }: PicturedPath): string => {
  const last = hops.at(-1);
  return verdict === 'passes' || last === undefined ? '' : `: ${STAGES[last.stage]} ${visible(last.from)}, ${visible(last.decidedBy)}`;
};

const WORST: readonly PicturedPath['verdict'][] = ['stops', 'unknown', 'passes'];

/** What a subnet reaches: what it does not reach first, with what decides; destinations that pass share a sentence. */
const reachedFrom = (paths: readonly PicturedPath[]): string => {
  const passing = paths.filter(({ verdict }) => verdict === 'passes').map(({ to }) => visible(to));
  const others = paths.filter(({ verdict }) => verdict !== 'passes').map((path) => `${VERBS[path.verdict]} ${visible(path.to)}${decidedAt(path)}`);
  const sentences = [...others, ...(passing.length > 0 ? [`${VERBS.passes} ${passing.join(', ')}`] : [])];
  return sentences.length === 0 ? 'no path was traced' : sentences.join('; ');
};

interface SubnetRow {
  readonly cells: readonly string[];
  readonly look: Look;
  readonly reached: string;
}

const rowOf = ({ id, name, zone, cidr, freeAddresses }: PicturedSubnet, paths: readonly PicturedPath[]): SubnetRow => {
  const own = paths.filter(({ from }) => from === id);
  const worst = WORST.find((verdict) => own.some((path) => path.verdict === verdict));
  return {
    cells: [
      name === undefined ? visible(id) : `${visible(id)} ${visible(name)}`,
      visible(zone),
      visible(cidr),
      freeAddresses === undefined ? '' : `${freeAddresses} free`,
    ],
    look: worst === undefined ? NOT_TRACED : PACKETS[worst],
    reached: reachedFrom(own),
  };
};

const subnetLines = (page: Page, { cells, look, reached }: SubnetRow, widths: readonly number[]): readonly string[] => {
  const symbol = `${page.paint[look.tone](look.symbol)} `;
  const lead = cells.map((cell, index) => padEnd(cell, widths[index] ?? 0) + ' '.repeat(GAP)).join('');
  const room = tableWidth(page) - SYMBOL - columnsOf(lead);
  if (room >= NARROWEST_REACH) {
    const [first = '', ...rest] = wrap(reached, Math.min(room, page.measure));
    return [symbol + page.paint.quiet(lead) + first, ...indented(rest, SYMBOL + columnsOf(lead))];
  }
  const below = page.measure - SYMBOL;
  const [first = '', ...rest] = wrap(cells.filter((cell) => cell !== '').join(', '), below);
  return [symbol + page.paint.quiet(first), ...indented([...rest.map(page.paint.quiet), ...wrap(reached, below)], SYMBOL)];
};

/** The target's network in brief: a line for each subnet with what it reaches. */
export const pictureLines = (page: Page, { vpc, subnets, paths }: NetworkPicture): readonly string[] => {
  const name = vpc.name === undefined ? '' : ` ${visible(vpc.name)}`;
  const rows = subnets.map((subnet) => rowOf(subnet, paths));
  const widths = [0, 1, 2, 3].map((index) => Math.max(0, ...rows.map(({ cells }) => columnsOf(cells[index] ?? ''))));
  return [
    ...hanging('', `network ${visible(vpc.id)}${name}, ${vpc.cidrs.map(visible).join(' ')}`, { width: page.measure }).map(page.paint.quiet),
    ...rows.flatMap((row) => subnetLines(page, row, widths)),
  ];
};

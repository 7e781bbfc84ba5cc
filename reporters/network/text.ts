import type { NetworkPicture, PicturedPath, PicturedSubnet } from '../../src/model/picture.ts';
import type { NetworkHop } from '../../src/model/trace.ts';
import { count, visible, wrap } from '../text.ts';
import type { Origin, Zone } from './lanes.ts';
import { zonesOf } from './lanes.ts';
import { decisionOf, named, routeOf, subnetFacts, tallyOf, VERBS, WAY_KINDS } from './words.ts';

const SIGNS: Readonly<Record<NetworkHop['verdict'], string>> = { passes: '✔', stops: '✘', unknown: '?' };
const STEP = 2;

/** A line and how far it is indented, in steps. */
type Entry = readonly [number, string];

const hanging = ([steps, text]: Entry, width: number): readonly string[] => {
  const margin = ' '.repeat(steps * STEP);
  const behind = /^[✔✘?] /.test(text) ? '  ' : '';
  return wrap(text, width - margin.length - STEP).map((line, index) => `${margin}${index === 0 ? '' : behind}${line}`);
};

const hopEntry = (hop: NetworkHop): Entry => [3, `${SIGNS[hop.verdict]} ${visible(hop.from)}: ${decisionOf(hop)}`];

const pathEntries = ({ to, verdict, hops }: PicturedPath): readonly Entry[] => [
  [2, `${SIGNS[verdict]} ${VERBS[verdict]} ${visible(to)}`],
  ...hops.map(hopEntry),
];

const subnetEntry = (subnet: PicturedSubnet): Entry => [1, [named(subnet), ...subnetFacts(subnet)].join(' · ')];

const originEntries = ({ id, subnet, lanes }: Origin): readonly Entry[] => [
  subnet === undefined ? [1, visible(id)] : subnetEntry(subnet),
  ...lanes.flatMap(({ path }): readonly Entry[] => (path === undefined ? [[2, 'no path was traced from here']] : pathEntries(path))),
];

const zoneEntries = ({ name, origins }: Zone): readonly Entry[] => [
  [0, name === undefined ? 'Other places' : visible(name)],
  ...origins.flatMap(originEntries),
];

const tableEntries = ({ routeTables }: NetworkPicture): readonly Entry[] =>
  routeTables.flatMap((table): readonly Entry[] => [
    [1, `${named(table)}${table.main ? ', main' : ''}`],
    ...table.routes.map((route): Entry => [2, routeOf(route)]),
  ]);

const groupEntries = ({ groups }: NetworkPicture): readonly Entry[] =>
  groups.flatMap((group): readonly Entry[] => [
    [1, named(group)],
    ...group.egress.map((rule): Entry => [2, `out: ${visible(rule)}`]),
    ...group.ingress.map((rule): Entry => [2, `in: ${visible(rule)}`]),
  ]);

const wayEntries = ({ ways }: NetworkPicture): readonly Entry[] =>
  ways.map(({ id, kind, label, state }): Entry => [1, `${visible(id)}: ${visible(label)}, ${WAY_KINDS[kind]}, ${visible(state)}`]);

const section = (head: string, entries: readonly Entry[]): readonly (readonly Entry[])[] => (entries.length === 0 ? [] : [[[0, head], ...entries]]);

/** A network in words, for a terminal of so many columns: subnets by zone with the hops of each path, then what is in the VPC. Ends in a line break. */
export const networkText = (picture: NetworkPicture, width: number): string => {
  const { vpc, subnets, paths } = picture;
  const head: readonly Entry[] = [
    [0, `VPC ${named(vpc)}, ${vpc.cidrs.map(visible).join(', ')}`],
    [0, `${count(subnets.length, 'subnet')}; ${tallyOf(paths)}`],
  ];
  const blocks = [
    head,
    ...zonesOf(picture).map(zoneEntries),
    ...section('Route tables', tableEntries(picture)),
    ...section('Security groups', groupEntries(picture)),
    ...section('Endpoints and gateways', wayEntries(picture)),
  ];
  return `${blocks.map((entries) => entries.flatMap((entry) => hanging(entry, width)).join('\n')).join('\n\n')}\n`;
};

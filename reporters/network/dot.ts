import type { NetworkPicture, PicturedPath } from '../../src/model/picture.ts';
import type { NetworkHop } from '../../src/model/trace.ts';
import { unique, visible } from '../text.ts';
import { zonesOf } from './lanes.ts';
import { decisionOf, named, routeOf, subnetFacts, WAY_KINDS } from './words.ts';

// In a quoted string only the quotation mark and the backslash mean anything. https://graphviz.org/doc/info/lang.html
const quoted = (lines: readonly string[]): string => `"${lines.map((line) => line.replaceAll('\\', '\\\\').replaceAll('"', '\\"')).join('\\n')}"`;

const nodeName = (id: string): string => quoted([visible(id)]);

const node = (id: string, lines: readonly string[]): string => `${nodeName(id)} [label=${quoted(lines)}];`;

const LOOKS: Readonly<Record<NetworkHop['verdict'], { readonly sign: string; readonly colour: string; readonly style: string }>> = {
  passes: { sign: '✔', colour: '#0f7b4f', style: 'solid' },
  stops: { sign: '✘', colour: '#c2281d', style: 'bold' },
  unknown: { sign: '?', colour: '#8a5a00', style: 'dashed' },
};

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly verdict: NetworkHop['verdict'];
}

/** From place to place, each edge labelled with what decides where it arrives; the goal is an end only of a path that passes. */
const edgesOf = ({ from, to, verdict, hops }: PicturedPath): readonly Edge[] => {
  const within = hops.map((hop, index) => ({ from: hops[index - 1]?.from ?? from, to: hop.from, label: decisionOf(hop), verdict: hop.verdict }));
  const last = { from: hops.at(-1)?.from ?? from, to, label: '', verdict };
  return verdict === 'passes' || hops.length === 0 ? [...within, last] : within;
};

const edge = ({ from, to, label, verdict }: Edge): string => {
  const { sign, colour, style } = LOOKS[verdict];
  const words = label === '' ? sign : `${sign} ${label}`;
  return `${nodeName(from)} -> ${nodeName(to)} [label=${quoted([words])}, color="${colour}", fontcolor="${colour}", style=${style}];`;
};

const zones = (picture: NetworkPicture): readonly string[] =>
  zonesOf(picture).flatMap(({ name, origins }, index) => {
    const nodes = origins.flatMap(({ subnet }) => (subnet === undefined ? [] : [`    ${node(subnet.id, [named(subnet), ...subnetFacts(subnet)])}`]));
    return name === undefined ? [] : [`  subgraph cluster_${index} {`, `    label=${quoted([visible(name)])};`, ...nodes, '  }'];
  });

const places = ({ routeTables, groups, ways }: NetworkPicture): readonly string[] => [
  ...groups.map((group) =>
    node(group.id, [named(group), ...group.egress.map((rule) => `out: ${visible(rule)}`), ...group.ingress.map((rule) => `in: ${visible(rule)}`)]),
  ),
  ...routeTables.map((table) => node(table.id, [named(table), ...(table.main ? ['main'] : []), ...table.routes.map(routeOf)])),
  ...ways.map(({ id, kind, label, state }) => node(id, [visible(id), visible(label), `${WAY_KINDS[kind]}, ${visible(state)}`])),
];

/** A network for Graphviz: places as nodes, subnets in clusters by zone, an edge for each hop. Ends in a line break. */
export const networkDot = (picture: NetworkPicture): string => {
  const { vpc, paths } = picture;
  const edges = unique(paths.flatMap(edgesOf).map(edge));
  const body = [...places(picture), ...edges].map((line) => `  ${line}`);
  const title = quoted([`VPC ${named(vpc)}`, vpc.cidrs.map(visible).join(', ')]);
  return [
    'digraph network {',
    `  label=${title}; labelloc=t; rankdir=LR; fontname="sans-serif";`,
    '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=10];',
    '  edge [fontname="sans-serif", fontsize=9];',
    ...zones(picture),
    ...body,
    '}',
    '',
  ].join('\n');
};

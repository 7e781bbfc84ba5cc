import type { NetworkPicture, PicturedPath, PicturedSubnet } from '../../src/model/picture.ts';
import type { NetworkHop, NetworkStage } from '../../src/model/trace.ts';
import { unique } from '../text.ts';

/** What a lane passes on its way, from left to right. */
export type Station = 'group' | 'network-acl' | 'table' | 'way';

/** The stations by what decides there. Name resolution and policies stand with the endpoint that they belong to. */
const STATION_OF_STAGE: Readonly<Record<NetworkStage, Station>> = {
  'name-resolution': 'way',
  'security-group-egress': 'group',
  'network-acl-out': 'network-acl',
  route: 'table',
  gateway: 'way',
  endpoint: 'way',
  'endpoint-policy': 'way',
  'bucket-policy': 'way',
  'network-acl-in': 'network-acl',
  'security-group-ingress': 'group',
  'network-acl-return': 'network-acl',
};

const STATIONS: readonly Station[] = ['group', 'network-acl', 'table', 'way'];

/** One path, or a subnet from which none was traced. */
export interface Lane {
  readonly path?: PicturedPath;
  /** The hops at each station, in the order of the path. */
  readonly hops: Readonly<Partial<Record<Station, readonly NetworkHop[]>>>;
}

/** Where paths begin: a subnet, or another place that the picture names. */
export interface Origin {
  readonly id: string;
  readonly subnet?: PicturedSubnet;
  readonly lanes: readonly Lane[];
}

/** The origins of an Availability Zone; those without one stand last. */
export interface Zone {
  readonly name: string | undefined;
  readonly origins: readonly Origin[];
}

const hopsAt = ({ hops }: PicturedPath, station: Station): readonly NetworkHop[] => hops.filter(({ stage }) => STATION_OF_STAGE[stage] === station);

const laneOf = (path: PicturedPath): Lane => ({
  path,
  hops: Object.fromEntries(STATIONS.map((station) => [station, hopsAt(path, station)]).filter(([, hops]) => hops?.length)),
});

const lanesFrom = (paths: readonly PicturedPath[], id: string): readonly Lane[] => {
  const own = paths.filter(({ from }) => from === id);
  return own.length === 0 ? [{ hops: {} }] : own.map(laneOf);
};

/** Subnets by zone with the paths that begin there; then whatever else a path begins at. */
export const zonesOf = ({ subnets, paths }: NetworkPicture): readonly Zone[] => {
  const names = unique(subnets.map(({ zone }) => zone)).toSorted();
  const known = new Set(subnets.map(({ id }) => id));
  const others = unique(paths.map(({ from }) => from)).filter((from) => !known.has(from));
  const zones = names.map((name) => ({
    name,
    origins: subnets.filter(({ zone }) => zone === name).map((subnet) => ({ id: subnet.id, subnet, lanes: lanesFrom(paths, subnet.id) })),
  }));
  return others.length === 0 ? zones : [...zones, { name: undefined, origins: others.map((id) => ({ id, lanes: lanesFrom(paths, id) })) }];
};

/** The stations at which any path is decided, from left to right. */
export const stationsOf = ({ paths }: NetworkPicture): readonly Station[] => {
  const used = new Set(paths.flatMap(({ hops }) => hops.map(({ stage }) => STATION_OF_STAGE[stage])));
  return STATIONS.filter((station) => used.has(station));
};

const WORST: readonly NetworkHop['verdict'][] = ['stops', 'unknown', 'passes'];

/** The verdict of several hops together: one that stops, else one that is not known. */
export const worstOf = (hops: readonly Pick<NetworkHop, 'verdict'>[]): NetworkHop['verdict'] =>
  WORST.find((verdict) => hops.some((hop) => hop.verdict === verdict)) ?? 'passes';

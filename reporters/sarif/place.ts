import type { TargetReport } from '../../src/model/report.ts';
import type { Position } from '../../src/model/target.ts';
import { positionOf } from '../console/evidence.ts';
import { subjectText } from '../found/identity.ts';
import type { Entry } from './entry.ts';
import type { ArtifactLocation } from './uri.ts';
import { artifactLocation } from './uri.ts';

type Target = TargetReport['target'];

/** Lines of a file; a column where a value begins there. */
export interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine: number;
}

/** A place in a file. */
export interface PhysicalLocation {
  readonly artifactLocation: ArtifactLocation;
  readonly region: Region;
}

/** The name that a description usually has: what nothing else has a place in points there. */
const DESCRIPTION = 'sageready.yaml';

interface Spot {
  readonly file: string;
  readonly position: Position;
}

/** Where the description says what was judged: the field of an observation. */
const ownSpot = ({ target: { origin }, failed }: Entry): Spot | undefined => {
  if (origin === undefined) return undefined;
  for (const { field } of failed?.evidence ?? []) {
    const position = field && positionOf(origin, field);
    if (position !== undefined) return { file: position.file, position };
  }
  return undefined;
};

const beginOf = ({ origin }: Target): Spot | undefined => {
  const position = origin?.positions[''];
  return origin && position && { file: origin.file, position };
};

/** Where results and notifications point to. */
export interface Places {
  readonly placeOf: (entry: Entry) => PhysicalLocation;
  readonly targetPlace: (target: Target) => { readonly artifactLocation: ArtifactLocation; readonly region?: Region };
  /** The file of what has no line of its own. */
  readonly anchor: ArtifactLocation;
}

const rankedSubjects = (entries: readonly Entry[]): ReadonlyMap<string, number> =>
  new Map([...new Set(entries.map(({ subject }) => subjectText(subject)))].toSorted().map((subject, index) => [subject, index + 1]));

const located = (artifact: ArtifactLocation, { line, column }: Position): PhysicalLocation => ({
  artifactLocation: artifact,
  region: { startLine: line, startColumn: column, endLine: line },
});

// GitLab takes results of one rule in the same lines of a file for one, and keeps that: each further one reaches a line further.
// https://docs.gitlab.com/user/application_security/
const apart = () => {
  const taken = new Map<string, number>();
  return (rule: string, place: PhysicalLocation): PhysicalLocation => {
    const { startLine } = place.region;
    const key = [rule, place.artifactLocation.uri, startLine].join('\n');
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    return { ...place, region: { ...place.region, endLine: startLine + before } };
  };
};

/**
 * Finds a place for each result, no two of a rule in the same lines: the line of the field, else a line of the anchor for each subject.
 * Without an anchor that is where the description begins the target.
 */
export const placesFor = (entries: readonly Entry[], targets: readonly TargetReport[], anchor: string | undefined): Places => {
  const described = targets.find(({ target }) => target.origin !== undefined)?.target.origin?.file;
  const file = artifactLocation(anchor ?? described ?? DESCRIPTION);
  const locations = new Map<string, ArtifactLocation>();
  const artifactOf = (name: string): ArtifactLocation => {
    const known = locations.get(name) ?? artifactLocation(name);
    locations.set(name, known);
    return known;
  };
  const spotOf = (entry: Entry): Spot | undefined => ownSpot(entry) ?? (anchor === undefined ? beginOf(entry.target) : undefined);
  const ranks = rankedSubjects(entries.filter((entry) => spotOf(entry) === undefined));
  const keepApart = apart();
  const anchored = (entry: Entry): PhysicalLocation => {
    const line = ranks.get(subjectText(entry.subject)) ?? 1;
    return { artifactLocation: file, region: { startLine: line, endLine: line } };
  };
  return {
    anchor: file,
    placeOf: (entry) => {
      const spot = spotOf(entry);
      return keepApart(entry.words.id, spot === undefined ? anchored(entry) : located(artifactOf(spot.file), spot.position));
    },
    targetPlace: (target) => {
      const begin = beginOf(target);
      return begin === undefined ? { artifactLocation: file } : located(artifactOf(begin.file), begin.position);
    },
  };
};

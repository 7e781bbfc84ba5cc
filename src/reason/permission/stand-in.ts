import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { LocalArn, PermissionResource } from '../../model/permission.ts';
import type { PolicyStatement } from '../../model/policy.ts';
import type { Target } from '../../model/target.ts';
import { partitionOf } from '../arn.ts';
import { compileGlob } from '../iam/glob.ts';
import type { Readable } from '../iam/types.ts';
import { remembered } from '../network/remembered.ts';

/** A name that no policy lists: what a pattern must match to hold for any resource of its type. */
export const ANY_NAME = 'a-name-that-is-not-known-yet';

/** The same of a thing below another: names that SageMaker gives to log streams hold a slash. */
const ANY_BELOW = `${ANY_NAME}/${ANY_NAME}`;

/** An ARN with a gap where the name belongs. */
export interface NamedPlace {
  readonly before: string;
  readonly after: string;
}

type Named = Extract<PermissionResource, { readonly kind: 'named' }>;

/** ARNs of a target's own account and Region. */
export const localArn =
  ({ region, account }: Target): LocalArn =>
  (service, resource) =>
    `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;

/** Where a named thing of a target's account and Region lies. */
export const placeOf = ({ service, before, after = '', below }: Named, target: Target): NamedPlace => ({
  before: localArn(target)(service, before),
  after: `${after}${below === undefined ? '' : (below.name ?? ANY_BELOW)}`,
});

/** The ARN of a thing under some name. */
export const namedArn = ({ before, after }: NamedPlace, name: string): string => `${before}${name}${after}`;

/** The ARN of whatever name, where one stood in for any. */
export const ofAnyName = (arn: string): string => arn.replaceAll(ANY_BELOW, '*').replaceAll(ANY_NAME, '*');

/** The statement with any name where one stood in; of a log group, for any stream: calls that write or read events are checked with the stream's name. */
export const withoutStandIn = (statement: PolicyStatement, standIn: string | undefined): PolicyStatement => {
  if (typeof statement.Resource !== 'string') return statement;
  const resource = ofAnyName(statement.Resource);
  const at = standIn === undefined ? -1 : resource.lastIndexOf(standIn);
  const open = standIn === undefined || at < 0 ? resource : `${resource.slice(0, at)}*${resource.slice(at + standIn.length)}`;
  return { ...statement, Resource: open.includes(':log-stream:') && !open.endsWith('*') ? `${open}*` : open };
};

/** More names than this are not tried: the answer then stays open. */
const MOST_NAMES = 64;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

const resourcesIn = remembered((document: Readable): readonly string[] => {
  if ('state' in document) return [];
  const { Statement } = (parsed(document.text) ?? {}) as { readonly Statement?: unknown };
  return [Statement].flat().flatMap((statement) => {
    const { Resource, NotResource } = (statement ?? {}) as { readonly Resource?: unknown; readonly NotResource?: unknown };
    return [...textsOf(Resource), ...textsOf(NotResource)];
  });
});

const HEAD_FIELDS = 5;

/** The fields of an ARN or a pattern of one; the colon of a policy variable parts none. */
const fieldsOf = (pattern: string): readonly string[] => pattern.split(/:(?![^{}]*\})/);

/** Whether the fields before the resource's own let a pattern match. */
const isOfSameKind = (pattern: string, { before }: NamedPlace): boolean => {
  const own = before.split(':');
  const fields = fieldsOf(pattern);
  return fields.length > HEAD_FIELDS && fields.slice(0, HEAD_FIELDS).every((field, index) => compileGlob(field).matches(own[index] ?? ''));
};

/** The resource's own fields of a pattern: those up to the name of the thing, and those of what lies below it. */
const resourceFields = (pattern: string, { before }: NamedPlace) => {
  const own = fieldsOf(before).slice(HEAD_FIELDS);
  const fields = fieldsOf(pattern).slice(HEAD_FIELDS);
  return { own, upToName: fields.slice(0, own.length), below: fields.slice(own.length) };
};

/** What follows the type in a pattern, up to the colon of a part below it; where wildcards take the place of the type, all that may be of the name. */
const namePatterns = (pattern: string, place: NamedPlace): readonly string[] => {
  const { own, upToName } = resourceFields(pattern, place);
  const [type, resource] = [own.join(':'), upToName.join(':')];
  if (resource.startsWith(type)) return [resource.slice(type.length)];
  return upToName.filter((field, index) => field !== own[index]).map((field) => field.slice(field.lastIndexOf('/') + 1));
};

/** What follows `after` in a pattern, or may follow it where a wildcard takes its place. */
const endPatterns = (pattern: string, place: NamedPlace, after: string): readonly string[] => {
  const at = pattern.indexOf(after);
  if (at >= 0) return [pattern.slice(at + after.length)];
  const below = resourceFields(pattern, place).below.join(':');
  return [...below.matchAll(/[*?]/g)].map(({ index }) => fieldsOf(below.slice(index + 1)).at(-1) ?? '');
};

const filled = (pattern: string): string => pattern.replaceAll('*', 'x').replaceAll('?', 'x');

/** Names that match one pattern, or the beginning of one and the end of another: documents limit each other. */
const namesFor = (patterns: readonly string[]): readonly string[] => {
  const beginnings = patterns.filter((pattern) => pattern.endsWith('*')).map((pattern) => filled(pattern.slice(0, -1)));
  const endings = patterns.filter((pattern) => pattern.startsWith('*')).map((pattern) => filled(pattern.slice(1)));
  return [...patterns.map(filled), ...beginnings.flatMap((beginning) => endings.map((ending) => `${beginning}${ending}`))];
};

/** The names that patterns ask for; undefined: they cannot be listed. */
const namesIn = (found: readonly string[]): readonly string[] | undefined => {
  const patterns = new Set(found);
  patterns.delete('');
  patterns.delete('*');
  if ([...patterns].some((pattern) => pattern.includes('${'))) return undefined;
  const names = [...new Set(namesFor([...patterns]))];
  return names.length > MOST_NAMES ? undefined : names;
};

// Places without their names are few: one a kind of resource, account and Region.
const patternsByPlace = remembered((_: Readable): Map<string, readonly string[]> => new Map());

const patternsIn = (document: Readable, place: NamedPlace): readonly string[] => {
  const known = patternsByPlace(document);
  const patterns = known.get(place.before) ?? resourcesIn(document).filter((pattern) => isOfSameKind(pattern, place));
  known.set(place.before, patterns);
  return patterns;
};

const patternsFor = (documents: readonly Readable[], place: NamedPlace): readonly string[] => documents.flatMap((document) => patternsIn(document, place));

/**
 * Names on which documents may decide differently from any other name, so that a question about a resource without a name can be tried with each;
 * undefined: they cannot be listed, since a name is made of a policy variable or there are too many.
 */
export const namesDecidedOn = (documents: readonly Readable[], place: NamedPlace): readonly string[] | undefined =>
  namesIn(patternsFor(documents, place).flatMap((pattern) => namePatterns(pattern, place)));

/** The same for the name below, which follows `after` in a pattern. */
const endsDecidedOn = (documents: readonly Readable[], place: NamedPlace, after: string): readonly string[] | undefined =>
  namesIn(patternsFor(documents, place).flatMap((pattern) => endPatterns(pattern, place, after)));

/** Whether a name of the thing, or of what lies below it, is open. */
export const hasOpenName = ({ name, below }: Named): boolean => name === undefined || (below !== undefined && below.name === undefined);

/** The ARNs on which documents may decide differently, that of any name first; undefined: they cannot be listed. */
export const arnsDecidedOn = (documents: readonly Readable[], resource: Named, target: Target): readonly string[] | undefined => {
  const place = placeOf(resource, target);
  const { name, after = '', below } = resource;
  const names = name === undefined ? namesDecidedOn(documents, place) : [];
  const ends = below !== undefined && below.name === undefined ? endsDecidedOn(documents, place, after) : [];
  if (names === undefined || ends === undefined) return undefined;
  const afters = [place.after, ...ends.map((end) => `${after}${end}`)];
  return [name ?? ANY_NAME, ...names].flatMap((one) => afters.map((end) => namedArn({ ...place, after: end }, one)));
};

/** The beginning that the objects below a prefix have in common, where the end of this ARN stands in for any; it ends in a slash. */
export const beginningOf = (arn: string, standIn: string): string => `${arn.slice(0, -standIn.length)}${standIn.startsWith('/') ? '/' : ''}`;

/** One file beside others, or a folder of them: naming it is no grant of all that lies there. */
const isApart = (end: string): boolean => end.includes('/') || !/[*?]/.test(end);

/** What documents name of the objects that begin so, each as the end of one; all of them is no name. `files`: only where a wildcard may stand for all files there. */
export const endsNamed = (documents: readonly Readable[], beginning: string, which: 'all' | 'files'): readonly string[] => {
  const ends = documents.flatMap(resourcesIn).flatMap((pattern) => (pattern.startsWith(beginning) ? [pattern.slice(beginning.length)] : []));
  return [...new Set(ends.filter((end) => end !== '' && !/^\*+$|\$\{/.test(end) && (which === 'all' || !isApart(end))).map(filled))];
};

/** Why a question about all objects below a prefix stays open. */
export const dependsOnEnd = (action: string, beginning: string): Unknown =>
  unknown(
    'context',
    `policies let ${action} through on some objects that begin with ${beginning} and refuse others — allow all, or see that none lies there that they refuse`,
  );

/** Why a question about a thing without a name stays open. */
export const dependsOnName = (action: string, arn: string, { name, field }: Named): Unknown =>
  name === undefined
    ? unknown('context', `policies decide about ${action} by the name in ${arn}, which the plan leaves out — name ${field}`)
    : unknown('context', `policies decide about ${action} by the end of ${arn}, which AWS gives when it is made — allow every name there`);

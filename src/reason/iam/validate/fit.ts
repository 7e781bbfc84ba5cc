import { ACTIONS_WITHOUT_RESOURCE, ARN_SERVICES_OF_ACTIONS, KMS_ALIAS_ACTIONS } from '../../../data/arn-grammar.ts';
import { type ArnPattern, isLiteral, readArn } from './arn-pattern.ts';
import type { TextPlace } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import { type Statement, type StatementCheck, textsIn } from './statement.ts';

/** A resource of a statement, by the service that it belongs to; undefined: it may be any, or cannot be told. */
export interface Candidate {
  readonly place: TextPlace;
  readonly service?: string;
  readonly arn?: ArnPattern;
}

const candidateOf = (place: TextPlace): Candidate => {
  const read = readArn(place.text);
  if (read.form === 'short') return isLiteral(read.fields[2] ?? '*') ? { place, service: read.fields[2] ?? '' } : { place };
  if (read.form !== 'arn') return { place };
  return isLiteral(read.arn.service) ? { place, service: read.arn.service, arn: read.arn } : { place };
};

const prefixOf = ({ text }: TextPlace): string => text.slice(0, Math.max(0, text.indexOf(':'))).toLowerCase();

/** The ARN services that an action is checked against; undefined where we do not know them all. */
const servicesOf = (action: TextPlace): readonly string[] | undefined => {
  const prefix = prefixOf(action);
  return Object.hasOwn(ARN_SERVICES_OF_ACTIONS, prefix) ? ARN_SERVICES_OF_ACTIONS[prefix] : undefined;
};

const isOneOf = (action: TextPlace, names: readonly string[]): boolean => names.some((name) => name.toLowerCase() === action.text.toLowerCase());

/** The services of a statement's resources; `undefined` among them: some resource may be of any. */
type Services = ReadonlySet<string | undefined>;

const neverApplies = (action: TextPlace, present: Services): Finding | undefined => {
  if (isOneOf(action, ACTIONS_WITHOUT_RESOURCE)) {
    const message = `${quote(action.text)} is about no single resource: only Resource "*" grants it`;
    return present.has(undefined) ? undefined : finding('action-needs-any-resource', action, { message, suggestion: '*' });
  }
  const services = servicesOf(action);
  if (services === undefined || present.has(undefined) || services.some((service) => present.has(service))) return undefined;
  return finding('action-on-other-service', action, {
    message: `${quote(action.text)} never applies here: no resource of the statement is of service ${services.join(' or ')}`,
  });
};

/** Resources of a service that no action is about, next to others that are of use. */
const orphans = (actions: readonly TextPlace[], candidates: readonly Candidate[]): readonly Finding[] => {
  const byAction = actions.map(servicesOf);
  if (byAction.includes(undefined)) return [];
  const wanted: Services = new Set<string | undefined>([undefined, ...byAction.flatMap((services) => services ?? [])]);
  const idle = candidates.filter(({ service }) => !wanted.has(service));
  if (idle.length === candidates.length) return [];
  return idle.map(({ place }) => finding('resource-without-action', place, { message: `no action of the statement applies to ${quote(place.text)}` }));
};

const isAlias = ({ arn }: Candidate): boolean => arn?.service === 'kms' && arn.resource.startsWith('alias/');

const keyActionsOnAliases = (actions: readonly TextPlace[], candidates: readonly Candidate[]): readonly Finding[] => {
  const keys = candidates.filter(({ service }) => service === undefined || service === 'kms');
  if (keys.length === 0 || !keys.every(isAlias)) return [];
  return actions
    .filter(
      (action) => prefixOf(action) === 'kms' && isLiteral(action.text) && !isOneOf(action, KMS_ALIAS_ACTIONS) && !isOneOf(action, ACTIONS_WITHOUT_RESOURCE),
    )
    .map((action) =>
      finding('key-action-on-alias', action, {
        message: `${quote(action.text)} is checked against the key, never against its alias: name the key's ARN, or a condition on kms:ResourceAliases`,
      }),
    );
};

/** The actions and the resources of a statement that names both positively. */
export const pairsOf = (statement: Statement): { readonly actions: readonly TextPlace[]; readonly candidates: readonly Candidate[] } | undefined => {
  const actions = textsIn(statement, 'Action');
  const candidates = textsIn(statement, 'Resource').map(candidateOf);
  return actions.length === 0 || candidates.length === 0 ? undefined : { actions, candidates };
};

/** Actions and resources of one statement that can never meet. */
export const fit: StatementCheck = (statement) => {
  const pairs = pairsOf(statement);
  if (pairs === undefined) return [];
  const { actions, candidates } = pairs;
  const present: Services = new Set(candidates.map(({ service }) => service));
  return [...actions.flatMap((action) => neverApplies(action, present) ?? []), ...keyActionsOnAliases(actions, candidates), ...orphans(actions, candidates)];
};

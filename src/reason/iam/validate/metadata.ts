import { ENDED_SERVICES } from '../../../data/arn-grammar.ts';
import { nearest } from '../../nearest.ts';
import { type ActionMetadata, actionsMeant, type IamMetadata, keyMatcher, serviceIn, splitAction } from '../metadata.ts';
import { mayMeet } from '../resource-types.ts';
import { pairsOf } from './fit.ts';
import { mask, PLACEHOLDER } from './mask.ts';
import { type MemberPlace, membersOf, type TextPlace } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import { actionsIn, type Statement, type StatementCheck } from './statement.ts';

const WELL_FORMED = /^[A-Za-z0-9-]+:[A-Za-z0-9*?_-]+$/;

const judgeable = (action: TextPlace): boolean => WELL_FORMED.test(action.text) && !mask(action.text).text.includes(PLACEHOLDER);

const didYouMean = (meant: string | undefined): string => (meant === undefined ? '' : `; did you mean ${meant}?`);

const unknownService = (metadata: IamMetadata, action: TextPlace, prefix: string): Finding | undefined => {
  const prefixes = metadata.prefixes.split(' ');
  if (prefixes.includes(prefix.toLowerCase())) return undefined;
  if (ENDED_SERVICES.includes(prefix.toLowerCase())) {
    return finding('unknown-action', action, { message: `the service of ${quote(action.text)} has ended: the permission is for nothing, and can go` });
  }
  const near = nearest(prefix, prefixes);
  const meant = near !== undefined && Math.abs(near.length - prefix.length) < 2 ? near : undefined;
  const suggestion = meant === undefined ? undefined : `${meant}${action.text.slice(prefix.length)}`;
  return finding('unknown-action', action, { message: `no service is named ${quote(prefix)} in the data of ${metadata.date}${didYouMean(meant)}`, suggestion });
};

const unknownAction = (metadata: IamMetadata, action: TextPlace): Finding | undefined => {
  const [prefix = '', name = ''] = splitAction(action.text) ?? [];
  const service = serviceIn(metadata, prefix);
  if (service === undefined) return unknownService(metadata, action, prefix);
  if (actionsMeant(metadata, action.text)?.length !== 0) return undefined;
  const meant = nearest(
    name,
    Array.from(service.actions.values(), (known) => known.name),
  );
  const suggestion = meant === undefined ? undefined : `${prefix}:${meant}`;
  return finding('unknown-action', action, {
    message: `${quote(action.text)} is no action in the data of ${metadata.date}${didYouMean(suggestion)}`,
    suggestion,
  });
};

/** The one action that a text names; undefined for wildcards and for what the table does not hold. */
const namedAction = (metadata: IamMetadata, { text }: TextPlace): ActionMetadata | undefined =>
  /[*?]/.test(text) ? undefined : actionsMeant(metadata, text)?.[0];

const withoutType = (metadata: IamMetadata, statement: Statement): readonly Finding[] => {
  const pairs = pairsOf(statement);
  if (pairs === undefined || pairs.candidates.some(({ arn }) => arn === undefined)) return [];
  return pairs.actions.flatMap((action) => {
    const [prefix = ''] = splitAction(action.text) ?? [];
    const own = pairs.candidates.filter(({ service }) => service === prefix.toLowerCase());
    const known = namedAction(metadata, action);
    // Resources of other services are another check's; a service that the ARN does not name (elasticloadbalancing, sts) is not judged.
    if (known === undefined || own.length === 0) return [];
    if (own.some(({ place }) => known.types.some(({ type }) => mayMeet(mask(place.text).text, type)))) return [];
    const types = known.types.map(({ type }) => type.name);
    const message =
      types.length === 0
        ? `${quote(action.text)} is about no single resource: only Resource "*" grants it`
        : `${quote(action.text)} is asked about ${types.join(' or ')}, and no resource of the statement is one`;
    return [finding('action-on-other-type', action, { message, suggestion: types.length === 0 ? '*' : undefined })];
  });
};

/** Operators that hold although the key is missing, or ask for just that. */
const HOLDS_WITHOUT = /Not|IfExists$|^Null$|^ForAllValues:/i;

interface Use {
  readonly operator: string;
  readonly key: MemberPlace;
}

const usesIn = ({ elements }: Statement): readonly Use[] =>
  membersOf(elements.get('Condition')).flatMap((operator) => membersOf(operator).map((key) => ({ operator: operator.key, key })));

const isGlobal = (metadata: IamMetadata, key: string): boolean => metadata.globalKeys.some((known) => keyMatcher(known.replace('[]', ''))(key));

const carries = (action: ActionMetadata, key: string): boolean => action.keys.some((known) => keyMatcher(known)(key));

const keyOfOthers = (metadata: IamMetadata, { key, operator }: Use, actions: readonly TextPlace[]): Finding | undefined => {
  const [prefix = ''] = splitAction(key.key) ?? [];
  const service = serviceIn(metadata, prefix);
  const meant = actions.map((action) => actionsMeant(metadata, action.text));
  if (HOLDS_WITHOUT.test(operator) || service === undefined || isGlobal(metadata, key.key) || meant.includes(undefined)) return undefined;
  const without = actions.filter((_, index) => meant[index]?.length !== 0 && !meant[index]?.some((action) => carries(action, key.key)));
  if (without.length === 0) return undefined;
  const spelling = service.keys.some((known) => keyMatcher(known.key)(key.key))
    ? undefined
    : nearest(
        key.key,
        service.keys.map((known) => known.key),
      );
  const message = `AWS documents no ${quote(key.key)} for ${without.map(({ text }) => text).join(', ')}, so the condition never holds there${didYouMean(spelling)}`;
  return finding('key-not-of-action', key.keySpot, { message, suggestion: spelling });
};

const misspeltGlobal = (metadata: IamMetadata, { key }: Use): Finding | undefined => {
  if (!/^aws:/i.test(key.key) || isGlobal(metadata, key.key)) return undefined;
  const meant = nearest(
    key.key,
    metadata.globalKeys.map((known) => known.replace('[]', '')),
  );
  return finding('key-not-of-action', key.keySpot, {
    message: `${quote(key.key)} is no global condition key in the data of ${metadata.date}${didYouMean(meant)}`,
    suggestion: meant,
  });
};

const holdsSeveral = (metadata: IamMetadata, key: string): boolean => {
  const own = serviceIn(metadata, splitAction(key)?.[0] ?? '')?.keys.find((known) => keyMatcher(known.key)(key));
  return own === undefined ? metadata.globalKeys.some((known) => known.toLowerCase() === `${key.toLowerCase()}[]`) : own.values === 'several';
};

const withoutSetOperator = (metadata: IamMetadata, { key, operator }: Use): Finding | undefined =>
  /^For(?:All|Any)Values?:|^Null$/i.test(operator) || !holdsSeveral(metadata, key.key)
    ? undefined
    : finding('set-operator-missing', key.keySpot, {
        message: `${quote(key.key)} may hold several values: without ForAnyValue: or ForAllValues: the condition does not hold as soon as there are two`,
      });

/** The checks that need to know AWS's services; what the table does not hold is never judged. */
export const metadataChecks = (metadata: IamMetadata): readonly StatementCheck[] => [
  (statement) =>
    actionsIn(statement)
      .filter(judgeable)
      .flatMap((action) => unknownAction(metadata, action) ?? []),
  (statement) => withoutType(metadata, statement),
  (statement) => {
    const actions = actionsIn(statement);
    return usesIn(statement)
      .flatMap((use) => [
        ...(actions.every(judgeable) ? [keyOfOthers(metadata, use, actions)] : []),
        misspeltGlobal(metadata, use),
        withoutSetOperator(metadata, use),
      ])
      .filter((found) => found !== undefined);
  },
];

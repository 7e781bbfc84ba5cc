import { nearest } from '../../nearest.ts';
import { mask } from './mask.ts';
import { itemsOf, membersOf, type Place, repeatedMembersOf, textOf } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import type { Statement, StatementCheck } from './statement.ts';

/** Elements that AWS's grammar does not know. */
const unknownElements: StatementCheck = ({ misspelt }) =>
  misspelt.map(({ member, meant }) =>
    finding('unknown-element', member.keySpot, {
      message: `a statement has no element ${quote(member.key)}${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
      suggestion: meant,
    }),
  );

/** Keys that stand twice in one object: only the last counts, and AWS refuses the document. */
export const duplicateKeys = (place: Place): readonly Finding[] =>
  repeatedMembersOf(place).map(({ key, keySpot }) =>
    finding('duplicate-key', keySpot, { message: `${quote(key)} stands twice; only the last one would count` }),
  );

const duplicateElements: StatementCheck = ({ place }) => duplicateKeys(place);

const effectProblem = ({ elements, grammar, place }: Statement): Finding | undefined => {
  const effect = elements.get('Effect');
  if (effect === undefined) return finding('missing-effect', place, { message: 'the statement has no Effect' });
  const text = textOf(effect);
  if (text !== 'Allow' && text !== 'Deny') {
    return finding('invalid-effect', effect, { message: 'Effect must be "Allow" or "Deny", spelt so', suggestion: nearest(text ?? '', ['Allow', 'Deny']) });
  }
  const wrong = grammar.effect !== undefined && text !== grammar.effect;
  return wrong ? finding('effect-not-allowed', effect, { message: 'a resource control policy of your own may only deny', suggestion: 'Deny' }) : undefined;
};

const bothOrNeither = (statement: Statement): readonly (Finding | undefined)[] => {
  const { elements, place, grammar } = statement;
  const [action, notAction, resource, notResource] = [elements.get('Action'), elements.get('NotAction'), elements.get('Resource'), elements.get('NotResource')];
  const anyResource = resource ?? notResource;
  return [
    action && notAction && finding('action-and-not-action', notAction.keySpot, { message: 'a statement has either Action or NotAction, not both' }),
    action || notAction ? undefined : finding('missing-action', place, { message: 'the statement has neither Action nor NotAction' }),
    resource &&
      notResource &&
      finding('resource-and-not-resource', notResource.keySpot, { message: 'a statement has either Resource or NotResource, not both' }),
    anyResource === undefined && grammar.resource === 'required'
      ? finding('missing-resource', place, { message: 'the statement has neither Resource nor NotResource' })
      : undefined,
    anyResource !== undefined && grammar.resource === 'forbidden'
      ? finding('resource-not-allowed', anyResource.keySpot, { message: 'a trust policy has no Resource: it is about its own role' })
      : undefined,
  ];
};

const principalProblem = ({ elements, grammar, place, source }: Statement): Finding | undefined => {
  const [principal, notPrincipal] = [elements.get('Principal'), elements.get('NotPrincipal')];
  const named = principal ?? notPrincipal;
  if (named === undefined) {
    return grammar.principal === 'required'
      ? finding('missing-principal', place, { message: `a ${source.kind} policy must name a Principal; without one the statement never matches` })
      : undefined;
  }
  if (grammar.principal === 'forbidden') {
    return finding('principal-not-allowed', named.keySpot, { message: 'an identity policy, boundary, session or service control policy has no Principal' });
  }
  if (principal && notPrincipal)
    return finding('principal-and-not-principal', notPrincipal.keySpot, { message: 'a statement has either Principal or NotPrincipal, not both' });
  const forbidden = notPrincipal !== undefined && (grammar.notPrincipal === 'forbidden' || textOf(elements.get('Effect')) === 'Allow');
  return forbidden
    ? finding('not-principal-not-allowed', named.keySpot, { message: 'NotPrincipal is for Deny statements of resource policies only' })
    : undefined;
};

/** What a statement must and must not have. */
const requiredElements: StatementCheck = (statement) =>
  [effectProblem(statement), ...bothOrNeither(statement), principalProblem(statement)].filter((problem) => problem !== undefined);

const isTemplateFunction = (place: Place): boolean => membersOf(place).some(({ key }) => key === 'Ref' || key.startsWith('Fn::'));

const listProblem = (element: Place & { readonly key: string }): readonly Finding[] => {
  const items = itemsOf(element);
  if (items.length === 0) return [finding('wrong-type', element, { message: `${element.key} is an empty list` })];
  return items
    .filter((item) => textOf(item) === undefined)
    .map((item) =>
      isTemplateFunction(item)
        ? finding('placeholder', item, { message: 'a template function stands here: the template has not been filled in' })
        : finding('wrong-type', item, { message: `${element.key} holds strings only` }),
    );
};

/** Elements whose values are not of the type that the grammar wants. */
const elementTypes: StatementCheck = ({ elements }) => {
  const lists = (['Action', 'NotAction', 'Resource', 'NotResource'] as const).flatMap((name) => elements.get(name) ?? []);
  const condition = elements.get('Condition');
  const sid = elements.get('Sid');
  return [
    ...lists.flatMap(listProblem),
    ...(condition !== undefined && condition.node.kind !== 'object' ? [finding('wrong-type', condition, { message: 'Condition must be an object' })] : []),
    ...(sid !== undefined && textOf(sid) === undefined ? [finding('wrong-type', sid, { message: 'Sid must be a string' })] : []),
  ];
};

const ALPHANUMERIC = /^[0-9A-Za-z]*$/;

/** IAM takes letters and digits only; source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
const sidCharacters: StatementCheck = ({ elements, grammar }) => {
  const sid = elements.get('Sid');
  const text = textOf(sid);
  if (sid === undefined || text === undefined || grammar.keeper !== 'iam' || ALPHANUMERIC.test(mask(text).text)) return [];
  return [finding('invalid-sid', sid, { message: 'IAM takes only letters and digits in a Sid', suggestion: text.replace(/[^0-9A-Za-z]/g, '') })];
};

/** The checks of this file. */
export const ELEMENT_CHECKS: readonly StatementCheck[] = [unknownElements, duplicateElements, requiredElements, elementTypes, sidCharacters];

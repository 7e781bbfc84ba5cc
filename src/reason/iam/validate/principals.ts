import { nearest } from '../../nearest.ts';
import { type ArnPattern, isLiteral, readArn } from './arn-pattern.ts';
import { mask, PLACEHOLDER } from './mask.ts';
import { type MemberPlace, membersOf, type TextPlace, textOf, textsOf } from './place.ts';
import { isPlaceholderWord } from './placeholders.ts';
import { type Finding, finding, quote } from './problem.ts';
import type { Statement, StatementCheck } from './statement.ts';

const TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const ACCOUNT = /^\d{12}$/;
/** IAM shows the unique id of a user or role in place of its ARN once it has been deleted. */
const UNIQUE_ID = /^A(?:IDA|ROA)[A-Z0-9]{8,124}$/;
const PRINCIPAL_RESOURCES: Readonly<Record<string, RegExp>> = { iam: /^(?:root$|user\/|role\/)/, sts: /^(?:assumed-role\/[^/]+\/|federated-user\/)/ };

const invalid = (place: TextPlace, why: string, suggestion?: string): Finding =>
  finding('invalid-principal', place, { message: `${quote(place.text)} is no principal: ${why}`, suggestion });

const arnProblem = (place: TextPlace, arn: ArnPattern): Finding | undefined => {
  if (/[*?]/.test(place.text))
    return finding('principal-wildcard', place, {
      message: 'a principal takes no wildcard within its ARN: it matches nobody; use "*" with a condition on aws:PrincipalArn',
    });
  if (arn.resource.startsWith('group/')) return invalid(place, 'a group makes no requests');
  const allowed = Object.hasOwn(PRINCIPAL_RESOURCES, arn.service) ? PRINCIPAL_RESOURCES[arn.service] : undefined;
  if (allowed === undefined || (!allowed.test(arn.resource) && !arn.resource.startsWith(PLACEHOLDER)))
    return invalid(place, 'it names no account, user, role or session');
  if (arn.region !== '') return invalid(place, 'IAM ARNs carry no Region');
  const account = !isLiteral(arn.account) || isPlaceholderWord(arn.account) || ACCOUNT.test(arn.account) || arn.account === 'cloudfront';
  return account ? undefined : invalid(place, 'its account is not 12 digits');
};

const awsProblem = (place: TextPlace): Finding | undefined => {
  const { text } = place;
  if (text === '*' || ACCOUNT.test(text)) return undefined;
  if (UNIQUE_ID.test(text))
    return finding('dangling-principal', place, {
      message: `${text} is the id of a user or role that has been deleted: it matches nobody, not even a new one of the same name`,
    });
  const read = readArn(text);
  if (read.form === 'opaque') return undefined;
  if (read.form === 'arn') return arnProblem(place, read.arn);
  return invalid(place, 'an account, an ARN or "*" belongs here', /\.amazonaws\.com/.test(text) ? `{"Service": ${JSON.stringify(text)}}` : undefined);
};

const serviceProblem = (place: TextPlace): Finding | undefined => {
  const masked = mask(place.text).text;
  if (masked.includes(PLACEHOLDER) || masked.split('.').some(isPlaceholderWord)) return undefined;
  if (/[*?]/.test(masked)) return finding('principal-wildcard', place, { message: 'a service principal takes no wildcard' });
  if (!masked.includes('.')) return invalid(place, 'services are named like sagemaker.amazonaws.com', `${masked.toLowerCase()}.amazonaws.com`);
  const lower = place.text.toLowerCase();
  return lower === place.text
    ? undefined
    : finding('service-host-case', place, { message: 'service principals are lower case, and compared exactly', suggestion: lower });
};

const memberProblems = (member: MemberPlace): readonly Finding[] => {
  const texts = textsOf(member);
  if (member.key === 'AWS') return texts.flatMap((text) => awsProblem(text) ?? []);
  if (member.key === 'Service') return texts.flatMap((text) => serviceProblem(text) ?? []);
  if (TYPES.includes(member.key)) return [];
  const meant = nearest(member.key, TYPES);
  return [finding('invalid-principal', member.keySpot, { message: `principals are of type ${TYPES.join(', ')}, not ${quote(member.key)}`, suggestion: meant })];
};

const elementProblems = (element: MemberPlace | undefined): readonly Finding[] => {
  if (element === undefined) return [];
  if (element.node.kind === 'object') return membersOf(element).flatMap(memberProblems);
  const text = textOf(element);
  if (text === '*') return [];
  if (text === undefined) return [finding('wrong-type', element, { message: 'a principal is "*" or an object such as {"AWS": "…"}' })];
  if (mask(text).text.startsWith(PLACEHOLDER)) return [];
  return [invalid({ text, pointer: element.pointer, offset: element.offset }, 'only "*" stands without a type', `{"AWS": ${JSON.stringify(text)}}`)];
};

const onlyEverybody = ({ grammar, elements }: Statement): readonly Finding[] => {
  const principal = elements.get('Principal');
  const everybody =
    textOf(principal) === '*' || membersOf(principal).every(({ key, ...value }) => key === 'AWS' && textsOf(value).every(({ text }) => text === '*'));
  return grammar.effect === undefined || principal === undefined || everybody
    ? []
    : [finding('invalid-principal', principal, { message: 'a resource control policy names the Principal "*" only', suggestion: '*' })];
};

const accountOf = (text: string): string | undefined => {
  const read = readArn(text);
  return read.form === 'arn' && read.arn.resource !== 'root' ? read.arn.account : undefined;
};

/** A role or session that is excepted needs its account excepted too; source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
const incompleteExceptions = ({ elements }: Statement): readonly Finding[] => {
  const listed = membersOf(elements.get('NotPrincipal')).flatMap((member) => (member.key === 'AWS' ? textsOf(member) : []));
  const texts = new Set(listed.map(({ text }) => text));
  const hasAccount = (account: string): boolean => texts.has(account) || [...texts].some((text) => text.endsWith(`:iam::${account}:root`));
  return listed
    .filter(({ text }) => !hasAccount(accountOf(text) ?? '') && accountOf(text) !== undefined)
    .map((place) => finding('incomplete-not-principal', place, { message: 'its account is not excepted too, so it may still be denied' }));
};

/** Principals that match nobody, or cannot be named so. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const principals: StatementCheck = (statement) => [
  ...elementProblems(statement.elements.get('Principal')),
  ...elementProblems(statement.elements.get('NotPrincipal')),
  ...onlyEverybody(statement),
  ...incompleteExceptions(statement),
];

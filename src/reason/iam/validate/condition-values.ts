import { isLiteral, readArn } from './arn-pattern.ts';
import { mask, PLACEHOLDER, VARIABLE } from './mask.ts';
import type { OperatorType, ReadOperator } from './operators.ts';
import type { TextPlace } from './place.ts';
import { isPlaceholderWord, unfilled } from './placeholders.ts';
import { type Finding, finding, quote } from './problem.ts';
import type { Statement } from './statement.ts';
import { variableProblems } from './variables.ts';

/** One value of a condition, with the key and the operator that it stands under. */
export interface ConditionValue extends TextPlace {
  readonly key: string;
  readonly operator: Extract<ReadOperator, { known: true }>;
  readonly variables: Statement['variables'];
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}(?:/(?:3[0-2]|[12]?\\d))?$`);
const IPV6 = /^(?=.*:.*:)[0-9a-f:.]{2,45}(?:\/\d{1,3})?$/i;
const DATE = /^(?:\d{5,}|\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?)$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const fitsArn = (text: string): boolean => {
  const { form } = readArn(text);
  return form === 'arn' || form === 'any' || form === 'opaque' || /[*?]/.test(text);
};

/** Whether an operator can read a value, and what it reads. */
const READERS: Readonly<Record<OperatorType, { readonly fits: (text: string) => boolean; readonly wants: string }>> = {
  exact: { fits: () => true, wants: 'text' },
  'exact-ignoring-case': { fits: () => true, wants: 'text' },
  pattern: { fits: () => true, wants: 'text' },
  numeric: { fits: (text) => /^[+-]?\d+(?:\.\d+)?$/.test(text), wants: 'a number' },
  date: { fits: (text) => DATE.test(text), wants: 'an ISO 8601 date or seconds since 1970' },
  bool: { fits: (text) => /^(?:true|false)$/i.test(text), wants: 'true or false' },
  binary: { fits: (text) => BASE64.test(text), wants: 'base64' },
  ip: { fits: (text) => IPV4.test(text) || IPV6.test(text), wants: 'an IP address or CIDR block' },
  arn: { fits: fitsArn, wants: 'an ARN' },
  null: { fits: (text) => /^(?:true|false)$/i.test(text), wants: 'true or false' },
};

type ValueCheck = (value: ConditionValue) => readonly Finding[];

const hasMark = (masked: string): boolean => masked.includes(PLACEHOLDER) || masked.includes(VARIABLE);

const readable: ValueCheck = (value) => {
  const { fits, wants } = READERS[value.operator.type];
  if (hasMark(mask(value.text).text) || fits(value.text)) return [];
  return [
    finding('invalid-condition-value', value, { message: `${value.operator.name} compares ${wants}, which ${quote(value.text)} is not: it never matches` }),
  ];
};

const literalWildcards: ValueCheck = (value) => {
  if (value.operator.type !== 'exact' || !/[*?]/.test(mask(value.text).text)) return [];
  const like = value.operator.name.replace('Equals', 'Like');
  return [
    finding('wildcard-compared-literally', value, {
      message: `${value.operator.name} takes "*" and "?" literally; ${like} reads them as wildcards`,
      suggestion: like,
    }),
  ];
};

/** Keys whose value is the name of a service, always in lower case. Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
const HOST_KEYS = new Set([
  'kms:viaservice',
  'iam:passedtoservice',
  'iam:awsservicename',
  'aws:principalservicename',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'sts:awsservicename',
]);

const lowerCased = (host: string): string =>
  host
    .split(/(\.|<[^<>]*>|\$\{[^{}]*\}|\{\{[^{}]*\}\})/)
    .map((part) => (isPlaceholderWord(part) || /^[<${]/.test(part) ? part : part.toLowerCase()))
    .join('');

const hostCase: ValueCheck = (value) => {
  const caseSensitive = value.operator.type === 'exact' || value.operator.type === 'pattern';
  const lower = lowerCased(value.text);
  if (!caseSensitive || !HOST_KEYS.has(value.key.toLowerCase()) || lower === value.text) return [];
  return [
    finding('service-host-case', value, {
      message: `${value.key} is sent in lower case, and ${value.operator.name} compares case: ${quote(value.text)} never matches`,
      suggestion: lower,
    }),
  ];
};

const viaServiceShape: ValueCheck = (value) => {
  const { text } = mask(value.text);
  const isHost = /\.amazonaws\.com(?:\.cn)?$/i.test(text) && isLiteral(text);
  const labels = text.replace(/\.amazonaws\.com(?:\.cn)?$/i, '').split('.');
  if (value.key.toLowerCase() !== 'kms:viaservice' || !isHost || labels.length > 1) return [];
  return [
    finding('invalid-condition-value', value, {
      message: 'kms:ViaService holds service and Region, such as sagemaker.us-east-1.amazonaws.com; without Region it never matches',
    }),
  ];
};

const ACCOUNT_KEYS = new Set(['aws:sourceaccount', 'aws:principalaccount', 'aws:resourceaccount', 'kms:calleraccount', 's3:resourceaccount']);

const accountShape: ValueCheck = (value) => {
  const judged = ACCOUNT_KEYS.has(value.key.toLowerCase()) && value.operator.type.startsWith('exact') && isLiteral(mask(value.text).text);
  if (!judged || /^\d{12}$/.test(value.text)) return [];
  if (isPlaceholderWord(value.text)) return [unfilled(value, [value.text])];
  return [finding('invalid-condition-value', value, { message: `${value.key} holds 12 digits, which ${quote(value.text)} is not: it never matches` })];
};

/** Operators in whose values AWS fills in no variables; for Bool its pages disagree. */
const variableUse: ValueCheck = (value) => {
  const { type } = value.operator;
  if (type === 'bool') return variableProblems(value, 'doubtful', value.variables);
  const allowed = type === 'exact' || type === 'exact-ignoring-case' || type === 'pattern' || type === 'arn';
  return variableProblems(value, allowed ? 'allowed' : 'forbidden', value.variables);
};

const CHECKS: readonly ValueCheck[] = [readable, literalWildcards, hostCase, viaServiceShape, accountShape, variableUse];

/** What is wrong with one condition value. */
export const valueProblems: ValueCheck = (value) => CHECKS.flatMap((check) => check(value));

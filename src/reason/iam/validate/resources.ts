import { ARN_GRAMMARS, type ArnGrammar, SAGEMAKER_RESOURCE_TYPES } from '../../../data/arn-grammar.ts';
import { partitionOf } from '../../arn.ts';
import { type ArnPattern, isLiteral, readArn, writeArn } from './arn-pattern.ts';
import { unmask, VARIABLE } from './mask.ts';
import type { TextPlace } from './place.ts';
import { isPlaceholderWord } from './placeholders.ts';
import { type Finding, finding, quote } from './problem.ts';
import { actionsIn, resourcesIn, type Statement, type StatementCheck } from './statement.ts';

const PARTITION = /^aws(?:-[a-z]+)*$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}$/;
const ACCOUNT_DIGITS = /^\d{12}$/;
const OWNER_WORD = /^[a-z][a-z-]*$/;

/** The resource type that SageMaker actions are about: `CreateTrainingJob` → `training-job`; undefined unless they agree. */
const sagemakerTypeOf = (actions: readonly TextPlace[]): string | undefined => {
  const names = actions.filter(({ text }) => /^sagemaker:/i.test(text)).map(({ text }) => text.replace(/^[^:]*:[A-Z][a-z]+(?=[A-Z])/, ''));
  const types = [...new Set(names.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()))];
  return types.length === 1 ? SAGEMAKER_RESOURCE_TYPES.find((type) => type === types[0]) : undefined;
};

const withTypeFor = (statement: Statement, fields: readonly string[], pieces: readonly string[]): string | undefined => {
  const [, partition = '', service, region = '', rest] = fields;
  const type = service === 'sagemaker' ? sagemakerTypeOf(actionsIn(statement)) : undefined;
  const slash = rest?.indexOf('/') ?? -1;
  if (rest === undefined || slash < 0 || type === undefined) return undefined;
  return unmask(`arn:${partition}:sagemaker:${region}:${rest.slice(0, slash)}:${type}/${rest.slice(slash + 1)}`, pieces);
};

const shortArn = (statement: Statement, place: TextPlace, read: { readonly fields: readonly string[]; readonly pieces: readonly string[] }): Finding => {
  const runsTogether = read.fields.length === 5 && read.fields[4]?.includes('/');
  const why = runsTogether ? 'the account and the resource run together, so it matches nothing' : 'what it matches is not documented';
  return finding('short-arn', place, {
    message: `an ARN has six fields, separated by colons; this has ${read.fields.length}: ${why}`,
    suggestion: withTypeFor(statement, read.fields, read.pieces),
  });
};

const regionProblem = (place: TextPlace, { region, partition }: ArnPattern): Finding | undefined => {
  if (region === '' || !isLiteral(region) || isPlaceholderWord(region)) return undefined;
  if (!REGION.test(region)) return finding('malformed-arn', place, { message: `${quote(region)} stands where the Region belongs` });
  const wrong = isLiteral(partition) && PARTITION.test(partition) && partitionOf(region) !== partition;
  return wrong ? finding('mixed-partitions', place, { message: `Region ${region} belongs to partition ${partitionOf(region)}, not ${partition}` }) : undefined;
};

const accountProblem = (place: TextPlace, { account }: ArnPattern): Finding | undefined => {
  if (account === '' || !isLiteral(account) || isPlaceholderWord(account)) return undefined;
  const fits = ACCOUNT_DIGITS.test(account) || OWNER_WORD.test(account);
  return fits ? undefined : finding('malformed-arn', place, { message: `${quote(account)} stands where the 12-digit account belongs` });
};

const partitionProblem = (place: TextPlace, { partition }: ArnPattern): Finding | undefined =>
  !isLiteral(partition) || PARTITION.test(partition)
    ? undefined
    : finding('unknown-partition', place, { message: `${quote(partition)} is no partition`, suggestion: partition === '' ? undefined : 'aws' });

const variableProblem = (place: TextPlace, arn: ArnPattern): Finding | undefined =>
  [arn.partition, arn.service, arn.region, arn.account].some((field) => field.includes(VARIABLE))
    ? finding('variable-not-allowed', place, { message: 'policy variables are filled in only in the last field of an ARN' })
    : undefined;

/** Some pages write `bucket/name` where the bucket's name itself belongs. */
export const withoutTypeWord = (resource: string): string => (/^bucket\/(?=[^*?/])/.test(resource) ? resource.slice('bucket/'.length) : resource);

const mended = (arn: ArnPattern, grammar: ArnGrammar): ArnPattern => ({
  ...arn,
  region: grammar.region === 'never' ? '' : arn.region,
  account: grammar.account === 'never' ? '' : arn.account,
  resource: arn.service === 's3' ? withoutTypeWord(arn.resource) : arn.resource,
});

/** A lone `*` also matches the empty field. */
const isFilled = (field: string): boolean => !/^\**$/.test(field);

/** Judged only where the service is known, and the resource is not of a type that is an exception, or may be. */
const grammarOf = ({ service, resource }: ArnPattern): ArnGrammar | undefined => {
  const grammar = Object.hasOwn(ARN_GRAMMARS, service) ? ARN_GRAMMARS[service] : undefined;
  const [word = ''] = resource.split(/[/:*?]/, 1);
  return grammar?.exceptions?.some((exception) => exception === word || word === '') ? undefined : grammar;
};

const surplusFields = (place: TextPlace, arn: ArnPattern, pieces: readonly string[]): readonly Finding[] => {
  const grammar = grammarOf(arn);
  if (grammar === undefined) return [];
  const suggestion = writeArn(mended(arn, grammar), pieces);
  const surplus = (['region', 'account'] as const).filter((field) => grammar[field] === 'never' && isFilled(arn[field]));
  return surplus.map((field) =>
    finding(`arn-with-${field}`, place, { message: `this kind of ${arn.service} ARN carries no ${field}; with one it matches nothing`, suggestion }),
  );
};

const missingFields = (place: TextPlace, arn: ArnPattern): readonly Finding[] => {
  const grammar = grammarOf(arn);
  const missing = (['region', 'account'] as const).filter((field) => grammar?.[field] === 'always' && arn[field] === '');
  return missing.map((field) =>
    finding('arn-field-missing', place, {
      message: `${arn.service} ARNs carry ${field === 'region' ? 'a Region' : 'an account'}; without it this matches nothing`,
    }),
  );
};

const emptyFields = (place: TextPlace, arn: ArnPattern): readonly Finding[] =>
  (['service', 'resource'] as const)
    .filter((field) => arn[field] === '')
    .map((field) => finding('malformed-arn', place, { message: `the ${field} field of the ARN is empty` }));

const arnProblems = (place: TextPlace, arn: ArnPattern, pieces: readonly string[]): readonly Finding[] => [
  ...[partitionProblem, regionProblem, accountProblem, variableProblem].flatMap((check) => check(place, arn) ?? []),
  ...emptyFields(place, arn),
  ...surplusFields(place, arn, pieces),
  ...missingFields(place, arn),
];

const resourceProblems = (statement: Statement, place: TextPlace): readonly Finding[] => {
  const read = readArn(place.text);
  switch (read.form) {
    case 'any':
    case 'opaque':
      return [];
    case 'not-arn':
      return [finding('resource-not-arn', place, { message: `${quote(place.text)} is neither an ARN nor "*"` })];
    case 'short':
      return [shortArn(statement, place, read)];
    case 'arn':
      return arnProblems(place, read.arn, read.pieces);
    default:
      return read satisfies never;
  }
};

/** Resources that are no ARN, or an ARN that matches nothing. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const resources: StatementCheck = (statement) => resourcesIn(statement).flatMap((place) => resourceProblems(statement, place));

import { ANY_ONE, ANY_RUN, compileTokens, type Glob, type Token, type Tokens, tokenise } from './glob.ts';

/** `arn`, partition, service, Region, account, and the resource with its own colons. */
export const FIELDS = 6;

/** Splits at the first five colons; fewer fields when there are fewer colons. */
export const splitFields = (text: string): readonly string[] => {
  const fields: string[] = [];
  let from = 0;
  for (let at = text.indexOf(':'); at >= 0 && fields.length < FIELDS - 1; at = text.indexOf(':', from)) {
    fields.push(text.slice(from, at));
    from = at + 1;
  }
  fields.push(text.slice(from));
  return fields;
};

/** The fields of a well-formed ARN; undefined for any other text. */
export const arnFields = (text: string): readonly string[] | undefined => {
  if (!text.startsWith('arn:')) return undefined;
  const fields = splitFields(text);
  return fields.length === FIELDS ? fields : undefined;
};

/** Whether each field matches its own pattern: a wildcard never crosses one of the first five colons. */
export const fieldsMatch = (patterns: readonly Glob[], fields: readonly string[]): boolean => {
  for (let index = patterns.length - 1; index >= 0; index -= 1) {
    const pattern = patterns[index];
    if (pattern !== undefined && !pattern.everything && !pattern.matches(fields[index] ?? '')) return false;
  }
  return true;
};

const appendText = (fields: Token[][], text: string): void => {
  text.split(':').forEach((piece, index) => {
    if (index > 0 && fields.length < FIELDS) fields.push([]);
    else if (index > 0) fields.at(-1)?.push(':');
    fields.at(-1)?.push(piece);
  });
};

const fieldsOfTokens = (tokens: Tokens): readonly Tokens[] => {
  const fields: Token[][] = [[]];
  for (const token of tokens) {
    if (token === ANY_RUN || token === ANY_ONE) fields.at(-1)?.push(token);
    else appendText(fields, token);
  }
  return fields.map((field) => field.filter((token) => token !== ''));
};

/** Compiles an ARN pattern of exactly six fields whose variables are filled in; undefined for anything else. */
export const compileArnTokens = (tokens: Tokens): readonly Glob[] | undefined => {
  const fields = fieldsOfTokens(tokens);
  if (fields.length !== FIELDS || fields[0]?.join('') !== 'arn') return undefined;
  return fields.map(compileTokens);
};

/** Compiles one field of an ARN pattern. */
export const compileField = (text: string): Glob => compileTokens(tokenise(text));

import type { Asked } from './asked.ts';
import { ANY_RUN, type Token, type Tokens, tokenise } from './glob.ts';
import { type Unsettled, unsettledByKey } from './truth.ts';

/** A context key that stands in a policy's text. */
export interface Variable {
  /** Lower case. */
  readonly key: string;
  /** The key as the policy writes it. */
  readonly text: string;
  readonly fallback?: string;
}

/** Text of a policy with its policy variables. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export interface Template {
  readonly parts: readonly (Tokens | Variable)[];
  readonly variables: readonly Variable[];
}

/** The only version of the policy language that has variables. */
const VERSION_WITH_VARIABLES = '2012-10-17';

const PLACEHOLDER = /\$\{([^}]*)\}/;
const VARIABLE = /^\s*([^,']+?)\s*(?:,\s*'([^']*)'\s*)?$/;
const ESCAPED: ReadonlySet<string> = new Set(['*', '?', '$']);

const isVariable = (part: Tokens | Variable): part is Variable => 'key' in part;

const partOf = (piece: string, index: number): Tokens | Variable => {
  if (index % 2 === 0) return tokenise(piece);
  if (ESCAPED.has(piece)) return [piece];
  const [, text = '', fallback] = VARIABLE.exec(piece) ?? [];
  return { key: text.toLowerCase(), text, ...(fallback !== undefined && { fallback }) };
};

/** Reads the variables of a text; without variables in its version, `${…}` is text like any other. */
export const compileTemplate = (text: string, version: string): Template => {
  if (version !== VERSION_WITH_VARIABLES || !text.includes('${')) return { parts: [tokenise(text)], variables: [] };
  const parts = text.split(PLACEHOLDER).map(partOf);
  return { parts, variables: parts.filter(isVariable) };
};

/** The tokens of a template without variables; undefined when it has some. */
export const fixedTokens = (template: Template): Tokens | undefined =>
  template.variables.length === 0 ? template.parts.flatMap((part) => (isVariable(part) ? [] : part)) : undefined;

type Filled = string | undefined | Unsettled;

const valueOfVariable = (variable: Variable, asked: Asked): Filled => {
  const value = asked.value(variable.key);
  if (typeof value === 'string') return value;
  // A key that may hold several values is no variable, not even when it holds one.
  if (!('state' in value)) return undefined;
  return value.state === 'unknown' ? unsettledByKey(variable.text) : variable.fallback;
};

const unsettledAmong = (values: readonly (Tokens | Filled)[]): Unsettled | undefined => {
  const keys = values.flatMap((value) => (typeof value === 'object' && 'unread' in value ? value.keys : []));
  return keys.length === 0 ? undefined : { keys, unread: [] };
};

/** Fills in the variables. Undefined: a variable has no value, so the text matches nothing. What is filled in is literal. */
export const expand = (template: Template, asked: Asked): Tokens | undefined | Unsettled => {
  const values = template.parts.map((part) => (isVariable(part) ? valueOfVariable(part, asked) : part));
  if (values.includes(undefined)) return undefined;
  return unsettledAmong(values) ?? (values.flat() as readonly Token[]);
};

/** The widest that a template can become: any text in the place of each variable. */
export const widest = ({ parts }: Template): Tokens => parts.flatMap((part) => (isVariable(part) ? [ANY_RUN] : part));

/** Whether `expand` could fill in all variables. */
export const isExpanded = (expanded: Tokens | undefined | Unsettled): expanded is Tokens => Array.isArray(expanded);

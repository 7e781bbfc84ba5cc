import type { PolicyKind } from '../../model/policy.ts';
import type { Asked } from './asked.ts';
import { compileTokens, type Glob } from './glob.ts';
import { compileField, FIELDS, fieldsMatch, splitFields } from './six-fields.ts';
import { either, negated, type Truth } from './truth.ts';
import { compileTemplate, expand, fixedTokens, isExpanded, type Template, widest } from './variables.ts';

type ResourcePattern =
  | { readonly kind: 'everything' }
  /** No ARN: it matches nothing. */
  | { readonly kind: 'nothing' }
  /** `last` is the sixth field: compiled, or with variables still to fill in. */
  | { readonly kind: 'arn'; readonly head: readonly Glob[]; readonly last: Glob | Template };

/** The `Resource` or `NotResource` element of a statement; `attached`: neither, as in trust and repository policies. */
export type ResourceElement =
  | { readonly kind: 'attached' }
  | { readonly kind: 'listed'; readonly negated: boolean; readonly texts: readonly string[]; readonly patterns: readonly ResourcePattern[] };

const PADDED: ReadonlySet<PolicyKind> = new Set<PolicyKind>(['inline', 'managed', 'boundary', 'session']);

// No AWS page says what a short ARN matches; so it was observed to differ by the kind of policy.
const isPadded = (text: string, kind: PolicyKind): boolean => {
  if (PADDED.has(kind)) return true;
  if (kind === 'scp') return text.endsWith('*');
  return kind !== 'rcp' && text.includes('*');
};

/** What is odd about a resource pattern: it is no ARN, or one with fewer than six fields. */
export const resourceFault = (text: string): 'no-arn' | 'short-arn' | undefined => {
  if (text === '*') return undefined;
  if (!text.startsWith('arn:')) return 'no-arn';
  return splitFields(text).length < FIELDS ? 'short-arn' : undefined;
};

const sixFields = (text: string, kind: PolicyKind): readonly string[] | undefined => {
  const fields = splitFields(text);
  if (fields.length === FIELDS) return fields;
  return isPadded(text, kind) ? [...fields, ...Array.from({ length: FIELDS - fields.length }, () => '*')] : undefined;
};

const lastField = (text: string, version: string): Glob | Template => {
  const template = compileTemplate(text, version);
  const tokens = fixedTokens(template);
  return tokens === undefined ? template : compileTokens(tokens);
};

const compilePattern = (text: string, { kind, version }: { readonly kind: PolicyKind; readonly version: string }): ResourcePattern => {
  if (text === '*') return { kind: 'everything' };
  const fields = resourceFault(text) === 'no-arn' ? undefined : sixFields(text, kind);
  if (fields === undefined) return { kind: 'nothing' };
  return { kind: 'arn', head: fields.slice(0, -1).map(compileField), last: lastField(fields[FIELDS - 1] ?? '', version) };
};

/** Compiles the patterns of `Resource` or `NotResource`. */
export const compileResources = (
  texts: readonly string[],
  isNegated: boolean,
  source: { readonly kind: PolicyKind; readonly version: string },
): ResourceElement => ({
  kind: 'listed',
  negated: isNegated,
  texts,
  patterns: texts.map((text) => compilePattern(text, source)),
});

const lastMatches = (last: Glob | Template, field: string, asked: Asked): Truth => {
  if ('matches' in last) return last.matches(field);
  const tokens = expand(last, asked);
  if (isExpanded(tokens)) return compileTokens(tokens).matches(field);
  return tokens !== undefined && compileTokens(widest(last)).matches(field) ? tokens : false;
};

const patternMatches = (pattern: ResourcePattern, asked: Asked): Truth => {
  if (pattern.kind === 'everything') return true;
  // A request without resource is matched by `*` alone.
  if (pattern.kind === 'nothing' || asked.fields === undefined || asked.fields.length < FIELDS) return false;
  return fieldsMatch(pattern.head, asked.fields) && lastMatches(pattern.last, asked.fields[FIELDS - 1] ?? '', asked);
};

const isListed = (patterns: readonly ResourcePattern[], asked: Asked): Truth => {
  let listed: Truth = false;
  for (const pattern of patterns) {
    listed = either(listed, patternMatches(pattern, asked));
    if (listed === true) return true;
  }
  return listed;
};

/** Whether a statement is about the requested resource. */
export const resourceMatches = (element: ResourceElement, asked: Asked): Truth => {
  if (element.kind === 'attached') return true;
  const listed = isListed(element.patterns, asked);
  return element.negated ? negated(listed) : listed;
};

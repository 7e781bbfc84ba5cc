import type { Asked } from './asked.ts';
import { compileGlob, type Glob } from './glob.ts';

interface ActionPattern {
  /** Lower case. */
  readonly service: string;
  readonly name: Glob;
}

/** The `Action` or `NotAction` element of a statement. */
export interface ActionElement {
  readonly negated: boolean;
  readonly texts: readonly string[];
  readonly everything: boolean;
  /** Whole actions without wildcard, lower case. */
  readonly exact: ReadonlySet<string>;
  readonly patterns: readonly ActionPattern[];
}

const PATTERN = /^[^:*?\s,]+:[^:\s,]+$/;
const WILDCARD = /[*?]/;

const isEverything = (text: string): boolean => text === '*' || text === '*:*';

/** Why an action pattern matches nothing; undefined: it is well-formed. */
export const actionFault = (text: string): string | undefined => {
  if (isEverything(text) || PATTERN.test(text)) return undefined;
  if (!text.includes(':')) return `the action ${JSON.stringify(text)} names no service`;
  return `the action ${JSON.stringify(text)} is no "service:Name", so it matches nothing`;
};

const patternOf = (text: string): ActionPattern => {
  const colon = text.indexOf(':');
  return { service: text.slice(0, colon), name: compileGlob(text.slice(colon + 1)) };
};

/** Compiles the patterns of `Action` or `NotAction`; malformed ones match nothing. */
export const compileActions = (texts: readonly string[], negated: boolean): ActionElement => {
  const wellFormed = texts.filter((text) => PATTERN.test(text)).map((text) => text.toLowerCase());
  return {
    negated,
    texts,
    everything: texts.some(isEverything),
    exact: new Set(wellFormed.filter((text) => !WILDCARD.test(text))),
    patterns: wellFormed.filter((text) => WILDCARD.test(text)).map(patternOf),
  };
};

const isListed = (element: ActionElement, { action, service, name }: Asked): boolean => {
  if (element.everything || element.exact.has(action)) return true;
  for (const pattern of element.patterns) {
    if (pattern.service === service && pattern.name.matches(name)) return true;
  }
  return false;
};

/** Whether a statement is about the requested action. Case does not matter. */
export const actionMatches = (element: ActionElement, asked: Asked): boolean => isListed(element, asked) !== element.negated;

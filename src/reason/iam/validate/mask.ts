/** Stands for one unfilled placeholder in masked text. */
export const PLACEHOLDER = '\ue000';
/** Stands for one policy variable in masked text. */
export const VARIABLE = '\ue001';

/** A text whose placeholders and variables are each one mark, so that their own colons, slashes and stars do not count. */
export interface Masked {
  readonly text: string;
  /** What each mark stands for, in order. */
  readonly pieces: readonly string[];
}

/** `${*}`, `${?}` and `${$}` are those characters themselves. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const ESCAPES = new Set(['*', '?', '$']);

// Bounded, and never across another brace: linear in hostile text.
const BRACKETED = /<[^<>\n]{1,128}>|\{\{[^{}\n]{1,128}\}\}|\$\{[^{}]{0,256}\}|\\?%\{[^{}\n]{1,128}\}/g;

/** Variable names carry a prefix (`aws:username`); `${Name}`, `${AWS::Region}` and `${var.name}` are a template's. */
const isTemplateName = (name: string): boolean => name.includes('::') || !name.includes(':');

const markOf = (piece: string): string => {
  if (!piece.startsWith('${')) return PLACEHOLDER;
  const name = piece.slice(2, -1);
  return !ESCAPES.has(name.trim()) && isTemplateName(name) ? PLACEHOLDER : VARIABLE;
};

/** Masks placeholders and variables. */
export const mask = (text: string): Masked => {
  const pieces: string[] = [];
  const masked = text.replace(BRACKETED, (piece) => {
    pieces.push(piece);
    return markOf(piece);
  });
  return { text: masked, pieces };
};

/** Writes the pieces back in place of the marks, in order. */
export const unmask = (text: string, pieces: readonly string[]): string => {
  const rest = pieces[Symbol.iterator]();
  return text.replace(/[\ue000\ue001]/g, (mark) => rest.next().value ?? mark);
};

/** The placeholders written in brackets or braces: `<REGION>`, `{{region}}`, `${AWS::Region}`, `${Region}`. */
export const placeholdersIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(BRACKETED), ([piece]) => piece).filter((piece) => markOf(piece) === PLACEHOLDER);

/** The policy variables, as written. */
export const variablesIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(BRACKETED), ([piece]) => piece).filter((piece) => markOf(piece) === VARIABLE);

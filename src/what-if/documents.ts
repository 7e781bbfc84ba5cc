import type { PolicySource, PolicyStatement } from '../model/policy.ts';
import { validatePolicy } from '../reason/iam/validate/validate-policy.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A document that was changed, or why it cannot be. */
export type Edited = { readonly source: PolicySource } | { readonly problem: string };

const parsed = ({ text }: PolicySource): Raw | undefined => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined;
  } catch {
    return undefined;
  }
};

const statementsOf = ({ Statement }: Raw): readonly Raw[] => (Array.isArray(Statement) ? Statement : Statement === undefined ? [] : [Statement as Raw]);

const written = (source: PolicySource, document: Raw, Statement: readonly unknown[]): PolicySource => ({
  ...source,
  text: JSON.stringify({ ...document, Statement }, null, 2),
});

const notJson = ({ name }: PolicySource): Edited => ({ problem: `the document of ${name} is not JSON, so no statement of it can be changed` });

const documentFor = (place: Omit<PolicySource, 'text'>, statement: PolicyStatement): PolicySource => ({
  ...place,
  text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2),
});

/** What keeps AWS from taking a document as it is written; undefined: nothing. */
export const refusalOf = (source: PolicySource): string | undefined => validatePolicy(source, 'authored').find(({ severity }) => severity === 'error')?.message;

/** A new document of one statement. */
export const beginWith = (place: Omit<PolicySource, 'text'>, statement: PolicyStatement): Edited => {
  const source = documentFor(place, statement);
  const refusal = refusalOf(source);
  return refusal === undefined ? { source } : { problem: `AWS would refuse this statement: ${refusal}` };
};

/** A document with one statement more. What else it holds AWS has taken before, and is not judged here. */
export const withStatement = (source: PolicySource, statement: PolicyStatement): Edited => {
  const document = parsed(source);
  if (document === undefined) return notJson(source);
  const alone = beginWith(source, statement);
  return 'problem' in alone ? alone : { source: written(source, document, [...statementsOf(document), statement]) };
};

const nameOf = ({ Sid }: Raw, index: number): string => (typeof Sid === 'string' ? `"${Sid}"` : String(index + 1));

/** A document without one statement: by its Sid, or by its place (1-based). */
export const withoutStatement = (source: PolicySource, { sid, position }: { readonly sid?: string; readonly position?: number }): Edited => {
  const document = parsed(source);
  if (document === undefined) return notJson(source);
  const statements = statementsOf(document);
  const kept = statements.filter((statement, index) => (sid === undefined ? index + 1 !== position : statement['Sid'] !== sid));
  if (kept.length < statements.length) return { source: written(source, document, kept) };
  const there = statements.map(nameOf).join(', ') || 'none';
  return { problem: `${source.name} has no statement ${sid === undefined ? position : `"${sid}"`}; it has ${there}` };
};

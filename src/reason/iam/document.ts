import { type Unknown, unknown } from '../../model/fact.ts';
import type { PolicySource } from '../../model/policy.ts';
import { type JsonLocator, locatorOf } from '../json-position.ts';
import { compileStatement } from './statement.ts';
import type { Statement } from './statement-shape.ts';

/** A policy document, compiled once. */
export interface Document {
  readonly source: PolicySource;
  readonly statements: readonly Statement[];
  /** The text is no policy that IAM could have stored, so what AWS holds is not known. */
  readonly unreadable?: Unknown;
  readonly notes: readonly string[];
  /** Finds lines and columns; reads the text when first used. */
  readonly locator: () => JsonLocator;
}

const VERSIONS: ReadonlySet<unknown> = new Set([undefined, '2012-10-17', '2008-10-17']);
const ELEMENTS: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const faultOf = (content: unknown): string | undefined => {
  if (content === undefined) return 'it is not JSON';
  if (!isObject(content)) return 'it is not a JSON object';
  const statement = Object.hasOwn(content, 'Statement') ? content['Statement'] : undefined;
  if (statement === undefined) return Object.keys(content).every((key) => ELEMENTS.has(key)) ? undefined : 'it has no Statement';
  return isObject(statement) || Array.isArray(statement) ? undefined : 'its Statement is neither an object nor a list';
};

const itemsOf = (statement: unknown): readonly unknown[] => {
  if (statement === undefined) return [];
  return Array.isArray(statement) ? statement : [statement];
};

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const documentNotes = (content: JsonObject, name: string): readonly string[] => {
  const notes: string[] = [];
  if (!VERSIONS.has(content['Version'])) notes.push(`${name}: its Version is not one that IAM knows, so policy variables are read as text`);
  if (content['Statement'] === undefined) notes.push(`${name}: it has no Statement, so it says nothing`);
  return notes;
};

const readable = (source: PolicySource, content: JsonObject): Omit<Document, 'locator'> => {
  const version = content['Version'] === '2012-10-17' ? '2012-10-17' : '2008-10-17';
  const statement = content['Statement'];
  const pointerOf = (index: number): string => (Array.isArray(statement) ? `/Statement/${index}` : '/Statement');
  const statements = itemsOf(statement).map((item, index) => compileStatement(item, { source, version, index, pointer: pointerOf(index) }));
  return { source, statements, notes: [...documentNotes(content, source.name), ...statements.flatMap(({ notes }) => notes)] };
};

const compile = (source: PolicySource): Document => {
  const content = parse(source.text);
  const fault = faultOf(content);
  const locator = lazily(() => locatorOf(source.text));
  if (fault === undefined) return { ...readable(source, content as JsonObject), locator };
  const message = `The policy ${source.name} cannot be read: ${fault}. Fetch it anew, or correct it.`;
  return { source, statements: [], notes: [message], unreadable: unknown('unsupported', message), locator };
};

const compiled = new WeakMap<PolicySource, Document>();

/** Compiles a policy document; never throws. Remembered by the source object as long as its text stays the same. */
export const documentOf = (source: PolicySource): Document => {
  const kept = compiled.get(source);
  if (kept !== undefined && kept.source.text === source.text && kept.source.kind === source.kind) return kept;
  const document = compile(Object.isFrozen(source) ? source : { ...source });
  compiled.set(source, document);
  return document;
};

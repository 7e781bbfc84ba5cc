import { readFile } from 'node:fs/promises';
import { factsOf } from '../engine/facts.ts';
import type { Facts, SavedFact } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import { stop } from './stop.ts';

const SCHEMA = 'sageready/facts/1';

/** The content of a facts file: what was read, and the targets it was read for. */
export interface FactsFile {
  readonly facts: Facts;
  readonly targets: readonly Target[];
  /** The version that collected them. */
  readonly tool: string;
}

interface RawFile {
  readonly schema?: unknown;
  readonly tool?: unknown;
  readonly facts?: unknown;
  readonly targets?: unknown;
}

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw stop(`${path} could not be read: ${(error as Error).message} — sageready collect writes such a file`);
  }
};

const rawOf = (path: string, text: string): RawFile => {
  try {
    const raw = JSON.parse(text) as unknown;
    if (typeof raw === 'object' && raw !== null) return raw;
  } catch {
    // Said below: whatever is not a JSON object is no facts file.
  }
  throw stop(`${path} is not a facts file (no JSON object) — sageready collect writes such a file`);
};

const isSavedFact = (entry: unknown): entry is SavedFact => {
  const { kind, params, fact } = (entry ?? {}) as Partial<SavedFact>;
  return typeof kind === 'string' && typeof params === 'object' && params !== null && ['present', 'absent', 'unknown'].includes(fact?.state ?? '');
};

/** Reads a facts file. Another version of the format, or a damaged file, ends the program with the remedy. */
export const readFactsFile = async (path: string): Promise<FactsFile> => {
  const { schema, tool, facts, targets } = rawOf(path, await textOf(path));
  if (schema !== SCHEMA)
    throw stop(`${path} is of the form ${JSON.stringify(schema)}, this version reads ${SCHEMA} — collect the facts again with this version`);
  if (!Array.isArray(facts) || !facts.every(isSavedFact) || !Array.isArray(targets)) throw stop(`${path} is damaged — collect the facts again`);
  return { facts: factsOf(facts, String(tool)), targets: targets as readonly Target[], tool: String(tool) };
};

/** The text of a facts file. */
export const factsText = (facts: Facts, targets: readonly Target[]): string => `${JSON.stringify({ ...facts.toJSON(), targets }, null, 2)}\n`;

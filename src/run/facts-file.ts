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
  /** Collecting was cut short: what is missing could not be read. */
  readonly interrupted: boolean;
}

interface RawFile {
  readonly schema?: unknown;
  readonly tool?: unknown;
  readonly facts?: unknown;
  readonly targets?: unknown;
  readonly interrupted?: unknown;
}

type Raw = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const isOrigin = (origin: unknown): boolean => origin === undefined || (isMap(origin) && typeof origin['file'] === 'string' && isMap(origin['positions']));

/** A saved target is one that a description makes, completed by what was read; beside it stands where it came from. */
const isTarget = async (saved: unknown): Promise<boolean> => {
  if (!isMap(saved)) return false;
  const { origin, ...planned } = saved;
  const { isSavedTarget } = await import('../targets/schema/saved.ts');
  return isOrigin(origin) && isSavedTarget(planned);
};

const areTargets = async (saved: unknown): Promise<boolean> => Array.isArray(saved) && (await Promise.all(saved.map(isTarget))).every(Boolean);

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw stop(`${path} could not be read: ${reason} — sageready collect writes such a file`);
  }
};

const rawOf = (path: string, text: string): RawFile => {
  try {
    const raw = JSON.parse(text) as unknown;
    if (isMap(raw)) return raw;
  } catch {
    // Said below: whatever is not a JSON object is no facts file.
  }
  throw stop(`${path} is not a facts file (no JSON object) — sageready collect writes such a file`);
};

const isSavedFact = (entry: unknown): entry is SavedFact => {
  const { kind, params, fact } = (entry ?? {}) as Partial<SavedFact>;
  return typeof kind === 'string' && typeof params === 'object' && params !== null && ['present', 'absent', 'unknown'].includes(fact?.state ?? '');
};

/** The run's only clock must tell a time: conditions on dates are judged by it. */
const hasTime = ({ kind, fact }: SavedFact): boolean => kind !== 'run.time' || (fact.state === 'present' && !Number.isNaN(Date.parse(String(fact.value))));

/** Reads a facts file. Another version of the format, or a damaged file, ends the program with the remedy. */
export const readFactsFile = async (path: string): Promise<FactsFile> => {
  const { schema, tool, facts, targets, interrupted } = rawOf(path, await textOf(path));
  if (schema !== SCHEMA)
    throw stop(
      `${path} is of ${schema === undefined ? 'no form' : `the form ${JSON.stringify(schema)}`}, this version reads ${SCHEMA} — collect the facts again with this version`,
    );
  if (!Array.isArray(facts) || !facts.every(isSavedFact) || !facts.every(hasTime) || !(await areTargets(targets)))
    throw stop(`${path} is damaged — collect the facts again`);
  return {
    facts: factsOf(facts as readonly SavedFact[], String(tool)),
    targets: targets as readonly Target[],
    tool: String(tool),
    interrupted: interrupted === true,
  };
};

/** The text of a facts file; one that was cut short says so. */
export const factsText = (facts: Facts, targets: readonly Target[], interrupted = false): string =>
  `${JSON.stringify({ ...facts.toJSON(), ...(interrupted && { interrupted }), targets }, null, 2)}\n`;

import type { Line } from './lines.ts';
import { isMap } from './lines.ts';
import { timeInName } from './name.ts';
import type { ReportStore } from './store.ts';

/** Told what was left out of a history, a line each: never a reason to fail. */
export type Tell = (line: string) => void;

/** A report that is kept, by its name. */
export interface KeptName {
  readonly name: string;
  /** ISO 8601. */
  readonly time: string;
}

const LINES = 'sageready/report-lines/1';
const FEW = 3;

const foreignLine = (place: string, names: readonly string[]): string => {
  const more = names.length > FEW ? ', …' : '';
  return `${place} holds ${names.length === 1 ? 'a file' : `${names.length} files`} that sageready did not keep there, left out: ${names.slice(0, FEW).join(', ')}${more}`;
};

/** What a store keeps, oldest first. Throws a Stop when the place cannot be read. */
export const keptNames = async (store: ReportStore, tell: Tell): Promise<readonly KeptName[]> => {
  const named = (await store.names()).map((name) => ({ name, time: timeInName(name) }));
  const foreign = named.filter(({ time }) => time === undefined).map(({ name }) => name);
  if (foreign.length > 0) tell(foreignLine(store.place, foreign));
  return named.flatMap(({ name, time }) => (time === undefined ? [] : [{ name, time }])).toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** Reads one kept report; undefined, and told, where that fails: a history outlives a damaged file. */
export const lenient = async <T>(
  store: ReportStore,
  { name }: KeptName,
  { tell, read }: { readonly tell: Tell; readonly read: () => Promise<T> },
): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    tell(`${name} in ${store.place} is damaged or could not be read, left out: ${(error as Error).message}`);
    return undefined;
  }
};

/** What the header of a kept report says of its run. Throws where it is no such header. */
export const runIn = (header: Line | undefined): { readonly complete: boolean } => {
  const run = header?.['run'];
  if (header?.['schema'] !== LINES || !isMap(run) || typeof run['complete'] !== 'boolean') throw new Error(`it is no ${LINES}`);
  return { complete: run['complete'] };
};

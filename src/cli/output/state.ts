import { readFile } from 'node:fs/promises';
import type { History } from '../../model/history.ts';
import type { Report } from '../../model/report.ts';
import { stop } from '../../run/stop.ts';
import type { Words } from '../words.ts';
import { writeWhole } from './place.ts';

const SCHEMA = 'sageready/state/1';

/** Nothing was reported yet. */
export const NO_HISTORY: History = { schema: SCHEMA, findings: [] };

const TEXTS = ['id', 'rule', 'title', 'account', 'region', 'firstSeen', 'lastSeen'] as const;

type Raw = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const isSubject = (value: unknown): boolean =>
  typeof value === 'string' || (isMap(value) && ['account', 'region', 'kind', 'name'].every((name) => typeof value[name] === 'string'));

const isTime = (value: unknown): boolean => !Number.isNaN(Date.parse(String(value)));

const isFinding = (value: unknown): boolean =>
  isMap(value) &&
  TEXTS.every((name) => typeof value[name] === 'string') &&
  isTime(value['firstSeen']) &&
  isTime(value['lastSeen']) &&
  isSubject(value['subject']) &&
  Array.isArray(value['targets']) &&
  value['targets'].every((name) => typeof name === 'string') &&
  ['error', 'warning', 'note'].includes(String(value['severity'])) &&
  ['open', 'closed'].includes(String(value['state']));

/** Whether a value that was read back is what earlier runs reported. */
export const isHistory = (value: unknown): value is History =>
  isMap(value) && value['schema'] === SCHEMA && Array.isArray(value['findings']) && value['findings'].every(isFinding);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const textOf = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw stop(`--state ${file} could not be read: ${(error as Error).message} — name another file`);
  }
};

/** What earlier runs reported, from `--state`. A file that is not there yet is an empty one; undefined without the option. */
export const historyOf = async (words: Words): Promise<History | undefined> => {
  const file = words['state'] as string | undefined;
  if (file === undefined) return undefined;
  const text = await textOf(file);
  if (text === undefined) return NO_HISTORY;
  const history = parsed(text);
  if (isHistory(history)) return history;
  throw stop(`--state ${file} holds no state of sageready (${SCHEMA}) — name the file of an earlier run, or one that is not there yet`);
};

/** Keeps what the next run is to know. */
export const keepHistory = async (report: Report, words: Words, history: History | undefined): Promise<void> => {
  const file = words['state'] as string | undefined;
  if (file === undefined) return;
  const { rememberedAfter } = await import('../../../reporters/found/remember.ts');
  await writeWhole(file, [`${JSON.stringify(rememberedAfter(report, history), undefined, 2)}\n`]);
};

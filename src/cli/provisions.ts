import type { Budget } from '../aws/budget.ts';
import { budgetOf } from '../aws/budget.ts';
import { activeEndpointOverrides } from '../aws/endpoints.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/journal.ts';
import type { ConnectOptions } from '../run/connect.ts';
import { stop } from '../run/stop.ts';
import { VERSION } from '../run/version.ts';

type Words = Readonly<Record<string, unknown>>;

/** What every connection of one command shares: how many requests it may send, and what it remembers. */
export interface Provisions {
  /** Opens the journal the first time. Throws a Stop where it cannot be used. */
  readonly shared: () => Pick<ConnectOptions, 'budget' | 'memories'>;
  /** Says that calls were held back, as a sentence; undefined: none was. */
  readonly cut: () => string | undefined;
  readonly close: () => void;
}

const PROVISIONS = 'provisions';
const NONE: Provisions = { shared: () => ({}), cut: () => undefined, close: () => {} };

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

const ageOf = (text: string): number => {
  const [, count = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  if (count === '') throw stop(`--max-age ${text} is no age — it looks like 90s, 15m or 2h`);
  return Number(count) * (UNITS[unit] ?? 0);
};

const ageInWords = (milliseconds: number): string => {
  const [unit = 's', length = 1_000] = Object.entries(UNITS).findLast(([, one]) => milliseconds >= one) ?? [];
  return `${Math.floor(milliseconds / length)}${unit}`;
};

const budgetIn = (words: Words): Budget | undefined => {
  const limit = words['max-calls'] as number | undefined;
  if (limit === undefined || (Number.isInteger(limit) && limit > 0)) return limit === undefined ? undefined : budgetOf(limit);
  throw stop('--max-calls takes a whole number above 0, for example --max-calls 500');
};

const say = (line: string): void => void process.stderr.write(`sageready: ${line}\n`);

type Taken = ReturnType<Journal['taken']>;

const counted = (count: number): string => (count === 1 ? 'one answer was' : `${count} answers were`);

const takenInWords = ({ answers, oldest = '' }: Taken, path: string): string =>
  answers === 0
    ? `nothing was taken over from ${path}`
    : `${counted(answers)} taken over from ${path}, the oldest ${ageInWords(Date.now() - Date.parse(oldest))} old`;

const resumedInWords = (taken: Taken, path: string, maxAge: string): string =>
  taken.again === 0 ? takenInWords(taken, path) : `${takenInWords(taken, path)}; ${counted(taken.again)} older than --max-age ${maxAge}, and asked for again`;

/** A journal, and what is said of it once the run has ended. */
interface Opened {
  readonly journal?: Journal;
  readonly summary: () => string | undefined;
}

const journalIn = (words: Words): Opened => {
  const [begun, resumed] = [words['journal'], words['resume']] as readonly (string | undefined)[];
  const path = begun ?? resumed;
  if (path === undefined) return { summary: () => undefined };
  if (begun !== undefined && resumed !== undefined) throw stop('--journal begins a journal anew and --resume goes on with one — name one of them');
  if (path === '' || path === '-') throw stop('--journal and --resume take the name of a file');
  const maxAge = String(words['max-age']);
  const journal = openJournal({
    path,
    mode: begun === undefined ? 'resume' : 'begin',
    maxAge: ageOf(maxAge),
    version: VERSION,
    endpoints: activeEndpointOverrides(process.env, words['endpoint-url'] as string | undefined),
    warn: say,
  });
  const isTold = begun === undefined && words['quiet'] !== true;
  return { journal, summary: () => (isTold ? resumedInWords(journal.taken(), path, maxAge) : undefined) };
};

const provisionsFor = (words: Words): Provisions => {
  const budget = budgetIn(words);
  let opened: Opened | undefined;
  return {
    shared: () => {
      opened ??= journalIn(words);
      const memories = opened.journal?.memories;
      return { ...(budget !== undefined && { budget }), ...(memories !== undefined && { memories }) };
    },
    cut: () =>
      budget?.exceeded() === true
        ? `the limit of --max-calls ${budget.limit} was reached, and not everything was read — raise it, or judge fewer targets`
        : undefined,
    close: () => {
      const summary = opened?.summary();
      if (summary !== undefined) say(summary);
      opened?.journal?.close();
    },
  };
};

/** Runs a command with what its connections share, and closes it at the end. */
export const withProvisions = async <T>(words: Words, work: (words: Words) => Promise<T>): Promise<T> => {
  const provisions = provisionsFor(words);
  try {
    return await work({ ...words, [PROVISIONS]: provisions });
  } finally {
    provisions.close();
  }
};

/** What the connections of this command share. */
export const provisionsOf = (words: Words): Provisions => (words[PROVISIONS] as Provisions | undefined) ?? NONE;

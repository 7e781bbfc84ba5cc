import type { KeptAnswer } from '../aws/memory.ts';
import type { CallRecord } from '../model/report.ts';
import { fromTaggedJson, toTaggedJson } from './tagged-json.ts';

/** The form of a journal; another one is not read. */
export const FORM = 'sageready/journal/1';

/** The first line: what the answers depend on beside the caller. */
export interface Header {
  readonly form: string;
  /** The version of sageready. */
  readonly version: string;
  /** Active endpoint overrides. */
  readonly endpoints: readonly string[];
}

/** Whose answers a scope holds; stands before the first of them. */
export interface CallerLine {
  readonly scope: string;
  readonly account: string;
  /** ARN. */
  readonly arn: string;
}

/** What one call answered: under one key, or of a batch under that of each id. */
export interface AnswerLine {
  readonly scope: string;
  /** ISO 8601. */
  readonly time: string;
  readonly answers: readonly (readonly [key: string, answer: KeptAnswer])[];
  readonly records: readonly CallRecord[];
}

type Line = CallerLine | AnswerLine;

/** A journal's lines. `length`: bytes of all whole lines; `half`: something stands behind them. */
export interface Lines {
  readonly header: Partial<Header> | undefined;
  readonly callers: readonly CallerLine[];
  readonly answers: readonly AnswerLine[];
  readonly length: number;
  readonly half: boolean;
}

/** One line with its end, so that a line without end is known to be half. */
export const lineOf = (line: Header | Line): string => `${toTaggedJson(line)}\n`;

/** Undefined: no JSON object. */
const objectIn = (line: string): object | undefined => {
  try {
    const value = fromTaggedJson(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

const isLine = (value: object | undefined): value is Line => {
  const { scope, arn, account, time, answers, records } = (value ?? {}) as Partial<CallerLine & AnswerLine>;
  if (typeof scope !== 'string') return false;
  return Array.isArray(answers) ? typeof time === 'string' && Array.isArray(records) : typeof arn === 'string' && typeof account === 'string';
};

const isAnswer = (line: Line): line is AnswerLine => 'answers' in line;

/** A journal that is damaged elsewhere than at its end: the number of the first such line. */
export interface Damaged {
  readonly damagedLine: number;
}

/** Reads a journal. What stands behind the last line's end is left out: its run was ended while it was written. */
export const linesIn = (text: string): Lines | Damaged => {
  const end = text.lastIndexOf('\n') + 1;
  const [first, ...others] = text.slice(0, end).split('\n').slice(0, -1);
  const read = others.map(objectIn);
  const damaged = read.findIndex((line) => !isLine(line));
  // The header is the first line.
  if (damaged >= 0) return { damagedLine: damaged + 2 };
  const lines = read as readonly Line[];
  return {
    header: first === undefined ? undefined : (objectIn(first) ?? {}),
    callers: lines.filter((line) => !isAnswer(line)) as readonly CallerLine[],
    answers: lines.filter(isAnswer),
    length: Buffer.byteLength(text.slice(0, end)),
    half: end < text.length,
  };
};

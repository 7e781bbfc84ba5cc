import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { stop } from '../../run/stop.ts';
import { readLines } from './lines.ts';
import type { GatedReport, GatedTarget } from './target.ts';
import { gatedTarget, isMap, isRule, isRun } from './target.ts';

const WHOLE = 'sageready/report/1';
const LINES = 'sageready/report-lines/1';

const HOW = 'write one with sageready check --output json=report.json';

/** The lines of a file, or of standard input; an unreadable file ends the program. */
const linesOf = async function* (file: string): AsyncIterable<string> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    throw stop(`${file} could not be read: ${reason} — ${HOW}`);
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const wholeReport = (value: unknown): GatedReport | undefined => {
  if (!isMap(value)) return undefined;
  const { run, rules, targets } = value;
  if (!isRun(run) || !Array.isArray(rules) || !rules.every(isRule) || !Array.isArray(targets)) return undefined;
  const gated = targets.map((target) => (isMap(target) ? gatedTarget(target, target['findings']) : undefined));
  const known = gated.filter((target): target is GatedTarget => target !== undefined);
  return known.length === gated.length ? { run, rules, targets: known } : undefined;
};

const schemaOf = (value: unknown): unknown => (isMap(value) ? value['schema'] : undefined);

const refuse = (file: string, text: string): never => {
  const value = parsed(text);
  if (value === undefined) throw stop(`${file} is no JSON report, or was cut off — ${HOW}`);
  const schema = schemaOf(value);
  if (schema === WHOLE || schema === LINES) throw stop(`${file} is damaged — ${HOW}`);
  throw stop(`${file} is of ${schema === undefined ? 'no form' : `the form ${JSON.stringify(schema)}`}, this version reads ${WHOLE} and ${LINES} — ${HOW}`);
};

/** Reads what a gate needs of a written report, in either of its JSON forms. What is no such report, or was cut off, ends the program with the remedy. */
export const readReport = async (file: string): Promise<GatedReport> => {
  const lines = linesOf(file)[Symbol.asyncIterator]();
  const { value: first = '' } = (await lines.next()) as { readonly value?: string };
  const rest = { [Symbol.asyncIterator]: () => lines };
  if (schemaOf(parsed(first)) === LINES) return (await readLines(parsed(first), rest)) ?? refuse(file, first);
  const text = [first];
  for await (const line of rest) text.push(line);
  const whole = text.join('\n');
  const value = parsed(whole);
  const report = schemaOf(value) === WHOLE ? wholeReport(value) : undefined;
  return report ?? refuse(file, whole);
};

import { access } from 'node:fs/promises';
import { paintFor } from '../../../reporters/console/paint.ts';
import { stop } from '../../run/stop.ts';
import type { FieldPath } from '../../targets/fields.ts';
import { FIELD_PATHS, FIELDS } from '../../targets/fields.ts';
import type { Answers } from '../../targets/init-answers.ts';
import { answerFrom, defaultOf, faultOf, worthAsking } from '../../targets/init-answers.ts';
import { initText, placeholderOf } from '../../targets/init-text.ts';
import { converse } from '../ask.ts';
import { writeAnew, writeWhole } from '../output/place.ts';
import { print } from '../print.ts';
import { askFor } from '../questions.ts';
import type { Words } from '../words.ts';
import { DEFAULT_FILE } from '../words.ts';

const WIDEST = 100;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const refusal = (path: string): Error => stop(`${path} exists — name another file, or overwrite it with --force`);

const valueGiven = (path: FieldPath, given: unknown): unknown => answerFrom(path, [given].flat().map(String).join(' '));

/** What the flags say already. */
const answersGiven = (words: Words): Answers => {
  const given = FIELD_PATHS.flatMap((path): readonly (readonly [FieldPath, unknown])[] => {
    const { flag } = FIELDS[path];
    const value = flag === undefined ? undefined : words[flag];
    return value === undefined ? [] : [[path, valueGiven(path, value)]];
  });
  return Object.fromEntries(given);
};

/** The first flag that cannot be ends the command. */
const refuseFaults = (given: Answers, answers: Answers): void => {
  for (const path of FIELD_PATHS.filter((one) => given[one] !== undefined)) {
    const fault = faultOf(answers, path);
    if (fault !== undefined) throw stop(`--${FIELDS[path].flag} ${fault}`);
  }
};

/** A Region that the environment names, as the AWS CLI and the SDKs read it. */
const regionAround = (answers: Answers): string | undefined => {
  const region = process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'];
  return region === undefined || faultOf({ ...answers, region }, 'region') !== undefined ? undefined : region;
};

/** Answers nobody was asked for: what is usual, and a placeholder for the rest. */
const assumed = (answers: Answers, region: string | undefined): Answers => {
  const [path] = worthAsking(answers);
  if (path === undefined) return answers;
  const standard = defaultOf(answers, path, region);
  return assumed({ ...answers, [path]: standard === undefined ? placeholderOf(path) : answerFrom(path, standard) }, region);
};

const asked = async (answers: Answers, region: string | undefined): Promise<Answers> => {
  const conversation = converse({ input: process.stdin, output: process.stderr });
  const colour = !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  try {
    const width = Math.min(process.stderr.columns || WIDEST, WIDEST);
    return await askFor({ conversation, paint: paintFor({ colour, links: false }), width, region }, answers);
  } finally {
    conversation.close();
  }
};

const write = async (path: string, text: string, force: boolean): Promise<void> => {
  try {
    await (force ? writeWhole(path, [text]) : writeAnew(path, [text]));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' ? refusal(path) : stop(`${path} could not be written: ${message} — name another file`);
  }
};

const mayAsk = (words: Words): boolean => words['yes'] !== true && process.stdin.isTTY === true && process.stderr.isTTY === true;

const closing = (path: string, text: string): string => {
  const check = `sageready check${path === DEFAULT_FILE ? '' : ` ${path}`}`;
  return /: "[^"]*<[^<>"]+>/.test(text)
    ? `${path} is written. Fill in what stands in <angle brackets>, then: ${check}\n`
    : `${path} is written. Next: ${check}\n`;
};

/** Writes a commented description: asks for what it needs on a terminal, and leaves placeholders where nobody answers. */
export const run = async (words: Words): Promise<number> => {
  const path = String(words['file']);
  const force = words['force'] === true;
  const given = answersGiven(words);
  const region = regionAround(given);
  refuseFaults(given, given);
  if (!force && (await exists(path))) throw refusal(path);
  const answers = mayAsk(words) ? await asked(given, region) : assumed(given, region);
  // The scenario may have been answered only now, and with it the form of the rest.
  refuseFaults(given, answers);
  const text = initText(answers);
  await write(path, text, force);
  await print(closing(path, text));
  return 0;
};

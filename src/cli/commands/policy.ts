import { access, constants, readFile } from 'node:fs/promises';
import { text as textOfStream } from 'node:stream/consumers';
import { jsonText } from '../../../reporters/text.ts';
import type { PolicyKind, PolicySource } from '../../model/policy.ts';
import { errataIn } from '../../reason/errata.ts';
import { type IamMetadata, loadIamMetadata } from '../../reason/iam/metadata.ts';
import { correctPolicy } from '../../reason/iam/validate/correct-policy.ts';
import { validatePolicy } from '../../reason/iam/validate/validate-policy.ts';
import { blankedAround, rewrapped, type WrappedPolicy, wrappedPolicies } from '../../reason/iam/wrapped-policy.ts';
import { stop } from '../../run/stop.ts';
import { writeWhole } from '../output/place.ts';
import { print } from '../print.ts';
import { probableKind } from '../text/policy-kind.ts';
import { type Linted, lintText } from '../text/policy-lint.ts';
import type { Words } from '../words.ts';
import { fileOf } from '../words.ts';

const BYTE_ORDER_MARK = /^\ufeff/;

const textFrom = async (file: string): Promise<string> => {
  if (file === '-') return textOfStream(process.stdin);
  return readFile(file, 'utf8').catch((error: Error) => {
    throw stop(`${file} could not be read: ${error.message}`);
  });
};

/** A file, and the policy in it: all of it, or what stands inside the answer of a command. */
interface Subject {
  readonly file: string;
  readonly whole: string;
  readonly kind: PolicyKind;
  readonly wrapped?: WrappedPolicy;
}

const subjectOf = (file: string, whole: string, asked: PolicyKind | undefined): Subject => {
  const [wrapped, ...others] = wrappedPolicies(whole);
  if (wrapped !== undefined && others.length > 0)
    throw stop(
      `${file} holds ${others.length + 1} policies, at ${[wrapped, ...others].map(({ path }) => path.join('.')).join(', ')} — put each into a file of its own`,
    );
  return { file, whole, kind: asked ?? probableKind(wrapped?.text ?? whole), ...(wrapped !== undefined && { wrapped }) };
};

/** The policy alone. */
const policyOf = ({ file, kind, whole, wrapped }: Subject): PolicySource => ({ kind, name: file, text: wrapped?.text ?? whole });

/** The policy as it is read for its mistakes: at the place where it stands in the file, if it has one. */
const placedPolicyOf = (subject: Subject): PolicySource => {
  const { whole, wrapped } = subject;
  return wrapped?.form === 'as-object' ? { ...policyOf(subject), text: blankedAround(whole, wrapped) } : policyOf(subject);
};

/** The mended document, with what is left to do in it. */
const mendedDocument = (source: PolicySource, metadata: IamMetadata): Pick<Linted, 'corrected'> => {
  const corrected = correctPolicy(source);
  return corrected === undefined ? {} : { corrected: { ...corrected, left: validatePolicy({ ...source, text: corrected.text }, 'authored', metadata) } };
};

const lint = async (subject: Subject): Promise<Linted> => {
  const metadata = await loadIamMetadata();
  const { file, kind, wrapped } = subject;
  const source = policyOf(subject);
  const problems = validatePolicy(placedPolicyOf(subject), 'authored', metadata);
  const mended = mendedDocument(source, metadata);
  const known = errataIn(source.text);
  return {
    ...{ file, kind, ...(wrapped !== undefined && { inside: wrapped.path.join('.'), form: wrapped.form }), problems },
    ...{ mendable: mended.corrected?.changes.length ?? 0, ...mended, ...(known.length > 0 && { known }) },
  };
};

const save = async (file: string, text: string): Promise<void> => {
  try {
    // What nobody may write is not replaced either.
    await access(file, constants.W_OK);
    await writeWhole(file, [text]);
  } catch (error) {
    throw stop(`${file} could not be written, and is as it was: ${(error as Error).message} — make room, or let yourself write it`);
  }
};

/** Writes the file with its policy mended; on standard output when it came from standard input. */
const mend = async (subject: Subject): Promise<Subject> => {
  const { file, whole, wrapped, kind } = subject;
  const source = policyOf(subject);
  const mended = correctPolicy(source)?.text ?? source.text;
  const placed = wrapped === undefined ? mended : rewrapped(whole, wrapped, mended);
  const text = mended === source.text ? whole : placed;
  if (file === '-') await print(text);
  else if (text !== whole) await save(file, text);
  return subjectOf(file, text, kind);
};

const tell = async (linted: Linted, words: Words): Promise<void> => {
  const text = words['output'] === 'json' ? `${jsonText({ schema: 'sageready/policy-lint/1', ...linted }, 2)}\n` : lintText(linted);
  // The mended document has standard output to itself.
  if (words['fix'] === true && linted.file === '-') process.stderr.write(text);
  else await print(text);
};

/** Finds the mistakes of a policy document, and mends what can be mended by rule. Exits with 1 while there are errors. */
export const run = async (words: Words): Promise<number> => {
  const file = fileOf(words, 'file');
  const text = (await textFrom(file)).replace(BYTE_ORDER_MARK, '');
  const subject = subjectOf(file, text, words['kind'] as PolicyKind | undefined);
  const linted = await lint(words['fix'] === true ? await mend(subject) : subject);
  await tell(linted, words);
  return linted.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

import { readFile, writeFile } from 'node:fs/promises';
import { text as textOfStream } from 'node:stream/consumers';
import { jsonText } from '../../../reporters/text.ts';
import type { PolicyKind, PolicySource } from '../../model/policy.ts';
import { errataIn } from '../../reason/errata.ts';
import { type IamMetadata, loadIamMetadata } from '../../reason/iam/metadata.ts';
import { correctPolicy } from '../../reason/iam/validate/correct-policy.ts';
import { validatePolicy } from '../../reason/iam/validate/validate-policy.ts';
import { stop } from '../../run/stop.ts';
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

/** The mended document, with what is left to do in it. */
const mendedDocument = (source: PolicySource, metadata: IamMetadata): Pick<Linted, 'corrected'> => {
  const corrected = correctPolicy(source);
  return corrected === undefined ? {} : { corrected: { ...corrected, left: validatePolicy({ ...source, text: corrected.text }, 'authored', metadata) } };
};

const lint = async (source: PolicySource): Promise<Linted> => {
  const metadata = await loadIamMetadata();
  const problems = validatePolicy(source, 'authored', metadata);
  const mended = mendedDocument(source, metadata);
  const known = errataIn(source.text);
  return { file: source.name, kind: source.kind, problems, mendable: mended.corrected?.changes.length ?? 0, ...mended, ...(known.length > 0 && { known }) };
};

/** Writes the mended document; on standard output when it came from standard input. */
const mend = async (source: PolicySource): Promise<PolicySource> => {
  const mended = { ...source, text: correctPolicy(source)?.text ?? source.text };
  if (source.name === '-') await print(mended.text);
  else if (mended.text !== source.text) await writeFile(source.name, mended.text);
  return mended;
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
  const source: PolicySource = { kind: (words['kind'] as PolicyKind | undefined) ?? probableKind(text), name: file, text };
  const linted = await lint(words['fix'] === true ? await mend(source) : source);
  await tell(linted, words);
  return linted.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

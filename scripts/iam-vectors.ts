import { readFile } from 'node:fs/promises';
import { type Outcome, runVectors, type VectorFile } from './iam-vector-cases.ts';

type ReadFile = VectorFile | { readonly problem: string };

const read = async (file: string): Promise<ReadFile> => {
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (error) {
    return { problem: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
};

const refuse = (problem: string): void => {
  console.error(problem);
  process.exitCode = 2;
};

const report = ({ passed, misses }: Outcome): void => {
  for (const line of misses) console.log(line);
  console.log(`${passed} passed, ${misses.length} failed`);
  process.exitCode = misses.length > 0 ? 1 : 0;
};

const run = (files: readonly VectorFile[]): void => {
  const outcome = runVectors(files);
  if ('problem' in outcome) refuse(outcome.problem);
  else report(outcome);
};

const names = process.argv.slice(2);
const files = await Promise.all(names.map(read));
const problem = files.find((file) => 'problem' in file);
if (names.length === 0) refuse('usage: npm run iam:vectors -- FILE.jsonl…');
else if (problem !== undefined) refuse(problem.problem);
else run(files.filter((file) => 'text' in file));

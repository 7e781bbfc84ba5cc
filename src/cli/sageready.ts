#!/usr/bin/env node
import { quickAnswer } from './quick-answer.ts';
import { writeNow } from './write-now.ts';

/** Whether the working directory is still there; some libraries end with a stack trace where it is not. */
const isHere = (): boolean => {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
};

// Help and version are text made at build time: they are printed before yargs, zod or the SDK load.
const text = quickAnswer(process.argv.slice(2));
if (text !== undefined) {
  writeNow(text);
} else if (isHere()) {
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
} else {
  process.stderr.write('sageready: the folder that this was started in is gone — change to another one\n');
  process.exitCode = 2;
}

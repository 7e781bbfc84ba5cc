#!/usr/bin/env node
import { run } from './commands/lint.ts';
import { endWith } from './end.ts';

// The pre-commit hook: `sageready lint` alone, in one file that needs no installation. The arguments are the files of the commit.
try {
  process.exitCode = await run({ files: process.argv.slice(2) });
} catch (error) {
  endWith(error);
}

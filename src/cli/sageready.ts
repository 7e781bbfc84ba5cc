#!/usr/bin/env node
import { quickAnswer } from './quick-answer.ts';
import { writeNow } from './write-now.ts';

// Help and version are text made at build time: they are printed before yargs, zod or the SDK load.
const text = quickAnswer(process.argv.slice(2));
if (text === undefined) {
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
} else {
  writeNow(text);
}

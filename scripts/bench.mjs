// Builds, measures, and says of each target whether it is reached; a missed one is exit code 1. Writes bench/results.json and the README's table.
import { spawnSync } from 'node:child_process';

const step = (...words) => spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1;

process.exitCode = step('scripts/build.mjs') || step('scripts/run-ts.mjs', 'bench/main.ts');

// npm runs this after an installation from a clone (pre-commit, `npm install git+https://…`) and before it packs: a package without
// dist/ would be empty. Where only the run-time dependencies are installed there is nothing to build with, and nothing to say.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const canBuild = () => {
  try {
    createRequire(import.meta.url).resolve('esbuild');
    return true;
  } catch {
    return false;
  }
};

// npm prints the name of what it packed on standard output, where others read it: the build says what it says on standard error.
if (canBuild()) process.exitCode = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', process.stderr, process.stderr] }).status ?? 1;

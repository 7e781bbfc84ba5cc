// Runs one TypeScript script of this repository: bundles it in memory, so that every supported Node can run it.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) throw new Error('usage: node scripts/run-ts.mjs SCRIPT [ARGUMENTS]');
const folder = await mkdtemp(join(process.cwd(), 'node_modules/.run-ts-'));
const outfile = join(folder, 'script.mjs');
await build({ entryPoints: [script], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', sourcemap: 'inline', logLevel: 'error' });
process.argv.splice(1, process.argv.length, script, ...rest);
process.on('exit', () => {});
try {
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}

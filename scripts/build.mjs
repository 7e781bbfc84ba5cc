// Builds dist/: the command line as one ESM bundle with lazily loaded parts, the library, and its types; dist-ci/: the GitHub Action and the pre-commit hook;
// and dist-lambda/: the scheduled audit.
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildLambda } from './lambda.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

// The SDK's packages name a CommonJS `main`, which esbuild cannot tree-shake: ask for their ES modules first.
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
};

const mainStandsBeside = {
  name: 'main-stands-beside',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: './main.js', external: true })),
};

const renderHelp = async () => {
  const outfile = 'dist/.help/help.mjs';
  await build({ ...common, entryPoints: ['src/cli/parser.ts'], outfile });
  const { renderHelpTexts } = await import(pathToFileURL(outfile).href);
  const help = await renderHelpTexts(version);
  await rm('dist/.help', { recursive: true });
  return help;
};

await rm('dist', { recursive: true, force: true });
await rm('dist-ci', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
const help = await renderHelp();
const define = { SAGEREADY_TEXTS: JSON.stringify(JSON.stringify({ version, help })), SAGEREADY_VERSION: JSON.stringify(version) };
await build({ ...common, entryPoints: { main: 'src/cli/main.ts' }, outdir: 'dist/cli', splitting: true, chunkNames: 'chunks/[name]-[hash]', define });
// The entry is bundled apart from what it loads, so that quick answers load one file: no shared chunk, and no `require`.
await build({ ...common, entryPoints: { sageready: 'src/cli/sageready.ts' }, outdir: 'dist/cli', banner: {}, plugins: [mainStandsBeside], define });
await chmod('dist/cli/sageready.js', 0o755);
await build({
  ...common,
  entryPoints: { index: 'src/index.ts' },
  outdir: 'dist/lib',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  packages: 'external',
  define,
});
// The action and the hook run where nothing is installed: one file each.
await build({ ...common, entryPoints: { action: 'src/action/index.ts' }, outdir: 'dist-ci', outExtension: { '.js': '.mjs' }, target: 'node24', define });
await build({ ...common, entryPoints: { 'pre-commit': 'src/cli/pre-commit.ts' }, outdir: 'dist-ci', outExtension: { '.js': '.mjs' }, define });
await chmod('dist-ci/pre-commit.mjs', 0o755);
await buildLambda(common, define);
const types = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
process.exit(types.status ?? 1);

// Builds dist-lambda/: the scheduled audit as one ESM file, and the archive of it that is given to Lambda.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { build } from 'esbuild';
import { zipOf } from './zip.mjs';

// What is loaded later is bundled whole, with everything that its packages hold; what is imported is reduced to what is used. One file holds all of it anyway.
const withoutLazyLoading = {
  name: 'without-lazy-loading',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined;
      const imported = [];
      const source = await readFile(path, 'utf8');
      const contents = source.replaceAll(/(?<!typeof )\bimport\(('[^']+')\)/g, (_, from) => `Promise.resolve(__loaded${imported.push(from)})`);
      return { contents: imported.map((from, index) => `import * as __loaded${index + 1} from ${from};`).join('') + contents, loader: 'ts' };
    }),
};

// The SDK's descriptions of requests have keys that are constants; esbuild keeps all of them, since such a key could be anything. Written out, they are known.
const withPlainKeys = {
  name: 'with-plain-keys',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]@aws-sdk[\\/].*[\\/]schemas[\\/]schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const texts = new Map([...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, text]) => [name, text]));
      return { contents: source.replaceAll(/\[(_\w+)\]:/g, (key, name) => (texts.has(name) ? `${texts.get(name)}:` : key)), loader: 'js' };
    }),
};

const FOLDER = 'dist-lambda';

/** Builds the function. `common`: how every bundle is built; `define`: what is written into it. */
export const buildLambda = async (common, define) => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await build({
    ...common,
    entryPoints: { index: 'src/schedule/handler.ts' },
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    target: 'node24',
    minifyIdentifiers: true,
    plugins: [withoutLazyLoading, withPlainKeys],
    define,
  });
  const files = { 'index.mjs': `${FOLDER}/index.mjs`, LICENSE: 'LICENSE', NOTICE: 'NOTICE' };
  const contents = await Promise.all(Object.entries(files).map(async ([name, path]) => [name, await readFile(path)]));
  await writeFile(`${FOLDER}/sageready-audit.zip`, zipOf(Object.fromEntries(contents)));
};

// Unpacks the browser that the pages are proven in, from its npm package, with the libraries and fonts that a bare machine lacks.
// Prints the folder that holds them.
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce } from './made-once.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));

// The package unpacks into the temporary folder, and its libraries only where it believes to run on AWS Lambda.
const unpack = async (folder) => {
  await mkdir(folder);
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
};

try {
  console.log(await madeOnce(join(root, '.cache', `chromium-${version}`), unpack));
} catch (error) {
  console.error(`the browser could not be unpacked: ${error.message}`);
  process.exitCode = 1;
}

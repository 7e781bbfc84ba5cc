// Installs the Node versions that the bundle is tried on, apart from the project's own packages: their `node` command must not
// take the place of the running one. Prints the folder that holds them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce } from './made-once.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(root, 'test/e2e/nodes');
const lock = readFileSync(join(SOURCE, 'package-lock.json'));
const version = createHash('sha256').update(lock).digest('hex').slice(0, 12);

const install = async (folder) => {
  await cp(SOURCE, folder, { recursive: true });
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm could not install test/e2e/nodes: ${stderr?.trim().split('\n')[0] ?? 'npm was not found'}`);
};

try {
  const folder = await madeOnce(join(root, '.cache', `nodes-${process.platform}-${process.arch}-${version}`), install);
  console.log(join(folder, 'node_modules'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

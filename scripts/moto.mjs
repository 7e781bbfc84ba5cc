// Makes the Python environment of the end-to-end tests (moto, an AWS API server) and prints the path of its interpreter.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce } from './made-once.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const REQUIREMENTS = join(root, 'test/e2e/requirements.txt');
const OLDEST_PYTHON = 11;
const PIP = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '--no-deps', '--retries', '2', '--timeout', '20'];

const run = (command, words) => {
  const { status, error, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  const said = `${stdout ?? ''}${stderr ?? ''}`.trim();
  return { done: error === undefined && status === 0, said, lastLine: said.split('\n').at(-1) || error?.message || `status ${status}` };
};

const demand = (outcome, remedy) => {
  if (!outcome.done) throw new Error(remedy);
};

const pythonVersion = () => {
  const asked = run('python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
  demand(asked, 'the end-to-end tests need Python: python3 was not found; install python3 and python3-venv');
  const [major, minor] = asked.said.split('.').map(Number);
  demand({ done: major === 3 && minor >= OLDEST_PYTHON }, `the end-to-end tests need Python 3.${OLDEST_PYTHON} or newer; python3 is ${asked.said}`);
  return asked.said;
};

const makeEnvironment = (folder) => {
  const made = run('python3', ['-m', 'venv', folder]);
  demand(made, `python3 cannot make a virtual environment: install the package python3-venv (${made.lastLine})`);
  const installed = run(join(folder, 'bin/python'), [...PIP, '-r', REQUIREMENTS]);
  demand(installed, `pip could not install test/e2e/requirements.txt, which needs the Python package index: ${installed.lastLine}`);
};

// Both decide what the environment holds, so both are in its name.
const version = () => `${pythonVersion()}-${createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12)}`;

try {
  const folder = await madeOnce(join(root, '.cache', `moto-${version()}`), makeEnvironment);
  console.log(join(folder, 'bin/python'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

// Runs the built command line as often as it is asked to, one run after the other, in a process that loads it once. Each run has words, variables and a folder of its own.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Stands behind what a run says on either stream. */
const END = '\0';
const ENTRY = join(process.cwd(), 'dist/cli/sageready.js');
const entry = pathToFileURL(ENTRY).href;
let runs = 0;

const take = ({ words, env, cwd }) => {
  process.argv = [process.execPath, ENTRY, ...words];
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.exitCode = undefined;
};

// The program listens to these anew in each run.
for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);
process.on('message', async (asked) => {
  take(asked);
  runs += 1;
  // Under another address the entry runs anew; what it loads is there already.
  await import(`${entry}?run=${runs}`);
  process.stdout.write(END);
  process.stderr.write(END);
  process.send(process.exitCode ?? 0);
});

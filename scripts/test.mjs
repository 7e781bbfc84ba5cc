// The whole test command: every step runs, whatever the ones before it said; the last line counts tests, and each other step as one.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const STEP_DEADLINE_MS = 8 * 60_000;
// On two cores, with what is downloaded once in place.
const RUN_BUDGET_MS = 8 * 60_000;
const SLOWEST = 10;
const results = mkdtempSync(join(tmpdir(), 'sageready-test-'));

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const tool = (path, ...words) => [process.execPath, [join('node_modules', path), ...words]];
const script = (name, ...words) => [process.execPath, [join('scripts', name), ...words]];
const tally = (passed, failed, tests = []) => ({ passed, failed, tests });

// Steps that begin early run beside those before them; what they say stands at their place. Two wait for downloads, and three keep a core busy that the others leave.
const STEPS = [
  { name: 'lint', command: tool('@biomejs/biome/bin/biome', 'ci', '.') },
  { name: 'unused code', command: tool('knip/bin/knip.js'), early: true },
  { name: 'generated files', command: script('generate.mjs', '--check'), early: true },
  { name: 'build', command: script('build.mjs') },
  { name: 'browser', command: script('chromium.mjs') },
  { name: 'types', command: tool('typescript/bin/tsc', '--noEmit', '--singleThreaded'), early: true },
  { name: 'unit tests', project: 'unit' },
  { name: 'moto', command: script('moto.mjs'), early: true },
  { name: 'node versions', command: script('nodes.mjs'), early: true },
  { name: 'end-to-end tests', project: 'e2e' },
];

const start = ([command, words]) => {
  const { status, signal, error } = spawnSync(command, words, { stdio: 'inherit', timeout: STEP_DEADLINE_MS, killSignal: 'SIGKILL' });
  if (error?.code === 'ETIMEDOUT') console.log(`stopped: it took longer than ${seconds(STEP_DEADLINE_MS)}`);
  else if (error ?? signal) console.log(`did not end by itself: ${error?.message ?? signal}`);
  return status === 0;
};

const begin = ({ name, command: [command, words] }) => {
  const said = join(results, `${name}.txt`);
  const output = openSync(said, 'w');
  const child = spawn(command, words, { stdio: ['ignore', output, output], timeout: STEP_DEADLINE_MS, killSignal: 'SIGKILL' });
  const ended = once(child, 'close').catch((error) => [error.message]);
  return async () => {
    const [status] = await ended;
    process.stdout.write(readFileSync(said, 'utf8'));
    if (status !== 0) console.log(`ended with ${status ?? 'a signal'}`);
    return status === 0 ? tally(1, 0) : tally(0, 1);
  };
};

const testsOf = (report) =>
  report.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({ name: `${relative('.', file)}: ${fullName}`, status, duration: duration ?? 0 })),
  );

// A test that was skipped, or left as a plan, has shown nothing: it counts as failed.
const judgeTests = (succeeded, report) => {
  const tests = testsOf(report);
  const unshown = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  for (const { name, status } of unshown) console.log(`counts as failed, because it is ${status}: ${name}`);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.length - passed + report.numRuntimeErrorTestSuites;
  // Jest may fail for another reason than a test: an open handle, a crashed worker, nothing found.
  return tally(passed, succeeded ? failed : Math.max(failed, 1), tests);
};

const runTests = (project) => {
  const outputFile = join(results, `${project}.json`);
  const words = ['--selectProjects', project, '--json', `--outputFile=${outputFile}`];
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...words];
  // Jest's JSON also goes to standard output; the file is enough.
  const { status, error } = spawnSync(process.execPath, jest, { stdio: ['ignore', 'ignore', 'inherit'], timeout: STEP_DEADLINE_MS, killSignal: 'SIGKILL' });
  if (error) console.log(`jest did not end by itself: ${error.code}`);
  return existsSync(outputFile) ? judgeTests(status === 0, JSON.parse(readFileSync(outputFile, 'utf8'))) : tally(0, 1);
};

const runCommand = (command) => (start(command) ? tally(1, 0) : tally(0, 1));

const outcomeOf = (step, begun) => {
  if (step.project) return runTests(step.project);
  return step.early ? begun.get(step)() : runCommand(step.command);
};

const runStep = async (step, begun) => {
  console.log(`\n== ${step.name}`);
  const before = Date.now();
  const outcome = await outcomeOf(step, begun);
  return { name: step.name, ...outcome, duration: Date.now() - before };
};

const line = ({ name, passed, failed, duration }) =>
  `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${passed} passed, ${failed} failed (${seconds(duration)})`;

const slowest = (outcomes) =>
  outcomes
    .flatMap(({ tests }) => tests)
    .sort((one, other) => other.duration - one.duration)
    .slice(0, SLOWEST);

const budget = (duration) => ({ name: `time, at most ${seconds(RUN_BUDGET_MS)}`, ...(duration <= RUN_BUDGET_MS ? tally(1, 0) : tally(0, 1)), duration });
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

const begun = Date.now();
const early = new Map(STEPS.filter((step) => step.early).map((step) => [step, begin(step)]));
const steps = [];
for (const step of STEPS) steps.push(await runStep(step, early));
const outcomes = [...steps, budget(Date.now() - begun)];
rmSync(results, { recursive: true, force: true });

console.log(`\n== the slowest ${SLOWEST} tests`);
for (const { name, duration } of slowest(outcomes)) console.log(`${seconds(duration).padStart(8)}  ${name}`);
console.log('\n== summary');
for (const outcome of outcomes) console.log(line(outcome));
const passed = sum(outcomes.map((outcome) => outcome.passed));
const failed = sum(outcomes.map((outcome) => outcome.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

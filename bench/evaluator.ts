import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { measureIam } from './iam.ts';
import { inFolder } from './support/bundle.ts';
import type { Figure } from './support/figure.ts';
import { run } from './support/processes.ts';

const ROUNDS = 15;

const importTime = async (module: string): Promise<number> => {
  const script = `const begun = performance.now(); await import(${JSON.stringify(pathToFileURL(module))}); console.log(performance.now() - begun)`;
  return Number((await run({ node: process.execPath, words: ['--input-type=module', '--eval', script] })).output);
};

/** Time to import the evaluator, bundled, in a process of its own. */
const measureImport = (): Promise<Figure> =>
  inFolder(async (folder) => {
    const module = join(folder, 'evaluate.mjs');
    await build({ entryPoints: ['src/reason/iam/evaluate.ts'], outfile: module, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await importTime(module));
    const sorted = times.toSorted((a, b) => a - b);
    return {
      name: 'Import of the evaluator',
      value: sorted[0] ?? Number.NaN,
      unit: 'ms',
      target: { is: 'at most', value: 30 },
      detail: `median of ${ROUNDS}: ${sorted[Math.floor(ROUNDS / 2)]?.toFixed(1)} ms`,
    };
  });

/** What the policy evaluator does in a second, and what it costs to load. */
export const measureEvaluator = async (): Promise<readonly Figure[]> => {
  const { oneStatement, fullAccess, traced, calibration, growth, compile10000 } = measureIam();
  const perRound = (rate: number): string =>
    `${(rate / calibration).toFixed(1)} for each round of the calibration loop, of which this machine does ${calibration.toFixed(0)} a second`;
  return [
    {
      name: 'Evaluations, the serverless policy, one request',
      value: oneStatement,
      unit: 'a second',
      target: { is: 'at least', value: 100_000 },
      detail: perRound(oneStatement),
    },
    {
      name: 'Evaluations, AmazonSageMakerFullAccess v29, 1,000 requests',
      value: fullAccess,
      unit: 'a second',
      target: { is: 'at least', value: 20_000 },
      detail: perRound(fullAccess),
    },
    { name: 'Evaluations of these with their traces', value: traced, unit: 'a second', detail: perRound(traced) },
    // Ten is linear; the cache of the processor takes its share, and quadratic would be a hundred.
    {
      name: 'Time for 10,000 statements over time for 1,000',
      value: growth,
      unit: '',
      target: { is: 'at most', value: 20 },
      detail: `10 is linear, 100 quadratic; compiling 10,000 statements takes ${compile10000.toFixed(0)} ms`,
    },
    await measureImport(),
  ];
};

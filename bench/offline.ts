import { join } from 'node:path';
import { filesOf, inFolder, modulesOf, pathsOf, sageready, sizeOf } from './support/bundle.ts';
import { onCourse } from './support/course.ts';
import type { Figure } from './support/figure.ts';
import { interleaved, run } from './support/processes.ts';

const ROUNDS = 10;
const NO_LATENCY = { endpoints: 60, latency: 0 } as const;

/** Time to judge saved facts, and of the demo, as whole processes. */
export const measureJudging = (): Promise<readonly Figure[]> =>
  onCourse(NO_LATENCY, ({ collect }) =>
    inFolder(async (folder) => {
      const facts = join(folder, 'facts.json');
      await run(collect(facts));
      const node = { node: process.execPath, words: ['-e', '0'] };
      const taken = await interleaved({ node, judge: sageready('judge', '--facts', facts), demo: sageready('demo') }, ROUNDS);
      const detailOf = (median: number): string => `median of ${ROUNDS}: ${median.toFixed(0)} ms; \`node -e 0\` takes ${taken.node.min.toFixed(0)} ms`;
      return [
        { name: '`judge --facts` of the canned account', value: taken.judge.min, unit: 'ms', detail: detailOf(taken.judge.median) },
        { name: '`demo`', value: taken.demo.min, unit: 'ms', target: { is: 'at most', value: 1000 }, detail: detailOf(taken.demo.median) },
      ];
    }),
  );

const sizeFigure = async (name: string, paths: readonly string[]): Promise<Figure> => {
  const { plain, compressed } = await sizeOf(paths);
  return { name, value: plain, unit: 'kB', detail: `${paths.length} files; compressed one by one: ${compressed.toFixed(0)} kB` };
};

/** How much code there is, and how much of it a command loads. */
export const measureSizes = (): Promise<readonly Figure[]> =>
  onCourse(NO_LATENCY, async ({ check }) => [
    await sizeFigure('Code of the command line', await filesOf('dist/cli')),
    await sizeFigure('Code that a check loads', pathsOf(await modulesOf(check))),
    await sizeFigure('Code that `--help` loads', pathsOf(await modulesOf(sageready('--help')))),
    await sizeFigure('Code of the library, without its dependencies', await filesOf('dist/lib')),
  ]);

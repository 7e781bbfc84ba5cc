import { readFile, writeFile } from 'node:fs/promises';
import { measureCheck } from './check.ts';
import { measureEvaluator } from './evaluator.ts';
import { measureNetwork } from './network.ts';
import { measureJudging, measureSizes } from './offline.ts';
import { measurePage } from './page.ts';
import { measureReports } from './reports.ts';
import { measureMoreReports } from './reports-more.ts';
import { measureScale } from './scale.ts';
import { measureStartUp } from './start-up.ts';
import type { Figure } from './support/figure.ts';
import { isReached, lineOf, tableOf } from './support/figure.ts';

const RESULTS = 'bench/results.json';
const README = 'README.md';
const TABLE = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;

const PARTS = [
  measureStartUp,
  measureCheck,
  measureEvaluator,
  measureNetwork,
  measureJudging,
  measureSizes,
  measureReports,
  measureMoreReports,
  measurePage,
  measureScale,
] as const;

const measureAll = async (): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const measure of PARTS) {
    const measured = await measure();
    for (const figure of measured) console.log(lineOf(figure));
    figures.push(...measured);
  }
  return figures;
};

/** Puts the table where the README has a place for it. */
const updateReadme = async (figures: readonly Figure[]): Promise<void> => {
  const text = await readFile(README, 'utf8').catch(() => '');
  if (!TABLE.test(text)) return;
  await writeFile(
    README,
    text.replace(TABLE, (_, open: string, close: string) => `${open}\n${tableOf(figures)}\n\n${close}`),
  );
};

const figures = await measureAll();
await writeFile(RESULTS, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
await updateReadme(figures);
const missed = figures.filter((figure) => isReached(figure) === false);
const aims = figures.filter(({ target }) => target !== undefined).length;
console.log(`\n${aims - missed.length} of ${aims} targets reached${missed.length === 0 ? '' : `; missed: ${missed.map(({ name }) => name).join('; ')}`}`);
process.exitCode = missed.length === 0 ? 0 : 1;

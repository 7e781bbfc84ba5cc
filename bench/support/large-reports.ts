import { join } from 'node:path';
import { build } from 'esbuild';
import type { Format } from '../../reporters/index.ts';
import { inFolder } from './bundle.ts';
import type { Figure } from './figure.ts';
import type { Command } from './processes.ts';
import { peakMemory, run } from './processes.ts';

/** How many findings a large report has. */
export const FINDINGS = 25_000;
const ROUNDS = 5;
const MEGA = 1e6;

interface Written {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Writes a report of so many findings to nowhere, in a process of its own. */
export const writing = (script: string, format: Format, findings: number): Command => ({ node: process.execPath, words: [script, format, String(findings)] });

const writeOften = async (script: string, format: Format): Promise<readonly Written[]> => {
  const written: Written[] = [];
  for (let round = 0; round < ROUNDS; round += 1) written.push(JSON.parse((await run(writing(script, format, FINDINGS))).output) as Written);
  return written.toSorted((a, b) => a.milliseconds - b.milliseconds);
};

const findingsInWords = FINDINGS.toLocaleString('en');

const timeFigure = async (script: string, format: Format): Promise<Figure> => {
  const written = await writeOften(script, format);
  const [fastest] = written;
  return {
    name: `${findingsInWords} findings as \`${format}\``,
    value: fastest?.milliseconds ?? Number.NaN,
    unit: 'ms',
    target: { is: 'at most', value: 1500 },
    detail: `${ROUNDS} times: ${written.map(({ milliseconds }) => milliseconds.toFixed(0)).join(', ')} ms; ${((fastest?.bytes ?? Number.NaN) / MEGA).toFixed(1)} MB`,
  };
};

const memoryFigure = async (script: string, format: Format): Promise<Figure> => ({
  name: `Memory for ${findingsInWords} findings as \`${format}\``,
  value: await peakMemory(writing(script, format, FINDINGS)),
  unit: 'MB',
  target: { is: 'at most', value: 300 },
  detail: 'peak resident size of the whole process, Node included',
});

/** What it takes to write a large report in some formats: time and memory. */
export const figuresOf = async (script: string, formats: readonly Format[]): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const format of formats) figures.push(await timeFigure(script, format), await memoryFigure(script, format));
  return figures;
};

/** Builds the script that `writing` runs, and takes it away again. */
export const withWriter = <T>(work: (script: string) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    const script = join(folder, 'write-report.mjs');
    await build({ entryPoints: ['bench/write-report.ts'], outfile: script, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
    return work(script);
  });

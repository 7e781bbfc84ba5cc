import { join } from 'node:path';
import { build } from 'esbuild';
import type { Format } from '../reporters/index.ts';
import { inFolder } from './support/bundle.ts';
import type { Figure } from './support/figure.ts';
import { peakMemory, run } from './support/processes.ts';

const FINDINGS = 25_000;
const TIMES_MORE = 10;
const ROUNDS = 5;
const MEGA = 1e6;

interface Written {
  readonly milliseconds: number;
  readonly bytes: number;
}

const words = (script: string, format: Format, findings: number) => ({ node: process.execPath, words: [script, format, String(findings)] });

const writeOften = async (script: string, format: Format): Promise<readonly Written[]> => {
  const written: Written[] = [];
  for (let round = 0; round < ROUNDS; round += 1) written.push(JSON.parse((await run(words(script, format, FINDINGS))).output) as Written);
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
  value: await peakMemory(words(script, format, FINDINGS)),
  unit: 'MB',
  target: { is: 'at most', value: 300 },
  detail: 'peak resident size of the whole process, Node included',
});

// The report itself takes 220 MB: whoever kept its lines or its targets would miss this by far.
const MOST_STREAMED = 120;

const streamFigure = async (script: string, format: Format): Promise<Figure> => {
  const [one, ten] = [await peakMemory(words(script, format, FINDINGS)), await peakMemory(words(script, format, TIMES_MORE * FINDINGS))];
  return {
    name: `Memory for ${(TIMES_MORE * FINDINGS).toLocaleString('en')} findings as \`${format}\``,
    value: ten,
    unit: 'MB',
    target: { is: 'at most', value: MOST_STREAMED },
    detail: `${one.toFixed(0)} MB for a tenth of them`,
  };
};

/** What large reports take that go to inboxes of findings, and those that are read line by line. */
export const measureMoreReports = (): Promise<readonly Figure[]> =>
  inFolder(async (folder) => {
    const script = join(folder, 'write-report.mjs');
    await build({ entryPoints: ['bench/write-report.ts'], outfile: script, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
    const formats: readonly Format[] = ['ocsf', 'asff', 'ndjson'];
    const figures: Figure[] = [];
    for (const format of formats) figures.push(await timeFigure(script, format), await memoryFigure(script, format));
    return [...figures, await streamFigure(script, 'ndjson')];
  });

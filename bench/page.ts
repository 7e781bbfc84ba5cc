import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { html } from '../reporters/html.ts';
import { startBrowser } from '../test/support/browser.ts';
import { largeReport } from '../test/support/large-report.ts';
import { inFolder } from './support/bundle.ts';
import type { Figure } from './support/figure.ts';

const ROWS = 2000;
const ROUNDS = 5;
const KILO = 1000;

// From the beginning of the navigation until a change of the filter has been drawn: the page is there, and answers.
const INTERACTIVE = `new Promise((resolve) => {
  document.querySelector('input[name=outcome][value=fail]').click();
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
})`;

const openOnce = async (browser: Browser, address: string): Promise<number> => {
  const page = await browser.newPage();
  await page.goto(address);
  const taken = await page.evaluate<number>(INTERACTIVE);
  await page.close();
  return taken;
};

const openings = async (file: string): Promise<readonly number[]> => {
  const browser = await startBrowser();
  const taken: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) taken.push(await openOnce(browser, pathToFileURL(file).href));
  } finally {
    await browser.close();
  }
  return taken.toSorted((a, b) => a - b);
};

/** Size of a large page, and how soon Chromium lets a reader use it. */
export const measurePage = (): Promise<readonly Figure[]> =>
  inFolder(async (folder) => {
    const file = join(folder, 'report.html');
    const report = largeReport(ROWS);
    const begun = performance.now();
    const text = [...html(report, { colour: false, all: true, width: 80, links: false })].join('');
    const writing = performance.now() - begun;
    await writeFile(file, text);
    const taken = await openings(file);
    const of = `${ROWS.toLocaleString('en')} findings, 100 failures, 3 networks`;
    return [
      {
        name: `Page of ${of}`,
        value: Buffer.byteLength(text) / KILO,
        unit: 'kB',
        target: { is: 'at most', value: 900 },
        detail: `written in ${writing.toFixed(0)} ms`,
      },
      {
        name: 'The same, until its filter has answered in Chromium',
        value: taken[Math.floor(taken.length / 2)] ?? Number.NaN,
        unit: 'ms',
        target: { is: 'at most', value: 900 },
        detail: `median of ${ROUNDS} openings: ${taken.map((one) => one.toFixed(0)).join(', ')}`,
      },
    ];
  });

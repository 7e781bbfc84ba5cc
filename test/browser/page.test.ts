import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { html } from '../../reporters/html.ts';
import { networkSvg } from '../../reporters/network/svg.ts';
import type { Finding, Report } from '../../src/model/report.ts';
import { startBrowser } from '../support/browser.ts';
import { seeded } from '../support/hostile.ts';
import { largeReport } from '../support/large-report.ts';
import { networkOf } from '../support/pictures.ts';
import { fullReport } from '../support/report.ts';
import { trendOfDays } from '../support/trends.ts';

const OPTIONS = { colour: false, all: false, width: 80, links: false, trend: trendOfDays(12) } as const;
const START_MS = 60_000;
/** The width of A4 within its margins. */
const PAPER = 718;

const written = (report: Report): string => [...html(report, OPTIONS)].join('');

/** A report with a failure that somebody answers for, besides everything else. */
const everything = (): Report => {
  const report = fullReport();
  const waived = (finding: Finding): Finding =>
    finding.rule === 'endpoint/memory-size-is-offered' && finding.verdict.outcome === 'fail'
      ? { ...finding, waivers: { [finding.fingerprints?.[0] ?? '']: { reason: 'being replaced', owner: 'team ml', expires: '2027-01-31' } } }
      : finding;
  return { ...report, targets: [...report.targets].map((target) => ({ ...target, findings: target.findings.map(waived) })) };
};

// A busy machine is slow to lay out a page.
jest.setTimeout(30_000);

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sageready-page-'));
  browser = await startBrowser();
}, START_MS);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Addresses that the page asked for. */
  readonly requests: readonly string[];
  /** Those of them that the policy did not let out. */
  readonly blocked: readonly string[];
  /** What the page's console said, and errors that nothing caught. */
  readonly complaints: readonly string[];
}

const opened = async <T>(text: string, work: (opened: Opened) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> => {
  const file = join(folder, `${Math.abs(text.length)}.html`);
  await writeFile(file, text);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const blocked: string[] = [];
  const complaints: string[] = [];
  page.on('requestfailed', (request) => request.failure()?.errorText === 'csp' && blocked.push(request.url()));
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
  try {
    return await work({ page, requests, blocked, complaints });
  } finally {
    await context.close();
  }
};

const shown = (page: Page): Promise<number> => page.locator('[data-o]:not([hidden])').count();
const said = (page: Page): Promise<string> => page.locator('#number').innerText();

describe('the page', () => {
  test('asks for itself and nothing else, and has nothing to complain of', async () => {
    await opened(written(everything()), async ({ page, requests, complaints }) => {
      await page.waitForLoadState('networkidle');
      expect(await page.locator('html').getAttribute('data-ready')).toBe('1');
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
    });
  });
  test('runs no script but its own, loads no image and sends no form', async () => {
    const attacks = [
      '<script>document.title = "run"</script>',
      '<img src="x" onerror="document.title = \'run\'">',
      '<img src="https://192.0.2.1/pixel.png">',
      '<p style="position:fixed">styled</p>',
      '<iframe src="https://192.0.2.1/"></iframe>',
    ];
    await opened(written(everything()).replace('<main>', `<main>${attacks.join('')}`), async ({ page, requests, blocked, complaints }) => {
      await page.waitForLoadState('networkidle');
      expect(await page.title()).toMatch(/^sageready/);
      expect(requests.filter((address) => address.startsWith('http') && !blocked.includes(address))).toEqual([]);
      expect(blocked).toContain('https://192.0.2.1/pixel.png');
      expect(await page.evaluate("getComputedStyle(document.querySelector('main > p')).position")).toBe('static');
      expect(complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(attacks.length);
    });
  });
  test('says everything without a script', async () => {
    await opened(
      written(everything()),
      async ({ page }) => {
        expect(await page.locator('.toolbar').isVisible()).toBe(false);
        expect(await page.locator('h1').innerText()).toBe('3 of 6 targets are not ready');
        expect(await page.locator('details.finding').count()).toBeGreaterThan(10);
        await page.locator('details.rest > summary').first().click();
        expect(await page.locator('details.rest').first().locator('tr[data-o]').first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
  test('shows a hostile account as text', async () => {
    const hostile = seeded(
      everything(),
      (text) => `${text}</script></style>--><script>document.title='run'</script><img src=x onerror="document.title='run'">"'\u202e]]>`,
    );
    await opened(written(hostile), async ({ page, requests, complaints }) => {
      expect(await page.title()).toMatch(/^sageready/);
      expect(await page.locator('script').count()).toBe(1);
      expect(await page.locator('img, iframe').count()).toBe(0);
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
      expect(await page.locator('[style], [onerror]').count()).toBe(0);
      expect(await page.locator('a[href]:not([href^="#"])').count()).toBe(0);
    });
  });
});

describe('the filter', () => {
  test('works from the keyboard alone', async () => {
    await opened(written(everything()), async ({ page }) => {
      const all = await shown(page);
      await page.locator('input[name=outcome]:checked').focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('input[name=outcome]:checked').getAttribute('value')).toBe('fail');
      const failed = await shown(page);
      expect(failed).toBeGreaterThan(0);
      expect(await page.locator('[data-o]:not([data-o=fail]):not([hidden])').count()).toBe(0);
      expect(await said(page)).toBe(`${failed} of ${all} checks shown`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.id')).toBe('target');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Keys');
      expect(await page.locator('[data-o]:not([hidden]):not([data-w~=keys])').count()).toBe(0);
      expect(await shown(page)).toBeLessThan(failed);
    });
  });
  test('finds words, what passed included, and clears', async () => {
    await opened(written(everything()), async ({ page }) => {
      const all = await shown(page);
      await page.keyboard.press('/');
      await page.keyboard.type('48211 bytes');
      expect(await shown(page)).toBe(1);
      expect(await page.locator('tr[data-o]:not([hidden])').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await shown(page)).toBe(all);
    });
  });
  test('by target leaves that one alone, and a link to another brings it back', async () => {
    await opened(written(everything()), async ({ page }) => {
      await page.selectOption('#target', { label: 'fraud' });
      expect(await page.locator('section.target:visible h3').allInnerTexts()).toEqual(['fraud']);
      await page.locator('.targets a', { hasText: 'legacy' }).click();
      expect(await page.locator('section.target:visible').count()).toBe(6);
    });
  });
  test('knows what is waived', async () => {
    await opened(written(everything()), async ({ page }) => {
      await page.locator('input[name=outcome][value=waived]').check({ force: true });
      expect(await page.locator('details.finding:visible').allTextContents()).toEqual([
        expect.stringContaining('Waived until 2027-01-31 by team ml: being replaced'),
      ]);
    });
  });
});

describe('commands', () => {
  test('are copied as they stand', async () => {
    await opened(
      written(everything()),
      async ({ page }) => {
        const block = page.locator('pre.copy').first();
        await page.locator('.fix > button').first().click();
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await block.innerText());
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });
});

const unfold = (page: Page): Promise<void> =>
  page.evaluate(`{
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    // Whatever is off the screen would not be laid out, and so not be judged.
    for (const part of document.querySelectorAll('.finding, .rule')) part.style.contentVisibility = 'visible';
  }`);

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly unknown[];
}

const audited = async (page: Page): Promise<AxeResult> => {
  await unfold(page);
  await page.evaluate(axe.source);
  return page.evaluate("axe.run({ resultTypes: ['violations'] })") as Promise<AxeResult>;
};

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('nothing keeps anyone from reading it', async () => {
    await opened(
      written(everything()),
      async ({ page }) => {
        const { violations, passes } = await audited(page);
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html: markup }) => markup).slice(0, 3)])).toEqual([]);
        expect(passes.length).toBeGreaterThan(30);
      },
      { colorScheme },
    );
  });
  test('the ground has that colour, and so has a drawing that stands alone', async () => {
    const brightness = async (page: Page, selector: string, property: string): Promise<number> => {
      const colour = await page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`);
      const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
      return red + green + blue;
    };
    const isLight = (value: number): boolean => value > 384;
    await opened(written(everything()), async ({ page }) => expect(isLight(await brightness(page, 'body', 'backgroundColor'))).toBe(colorScheme === 'light'), {
      colorScheme,
    });
    const svg = networkSvg(networkOf(3, 'broken'), { style: 'own' });
    await opened(`<!doctype html>${svg}`, async ({ page }) => expect(isLight(await brightness(page, '.network .g', 'fill'))).toBe(colorScheme === 'light'), {
      colorScheme,
    });
  });
});

// The words of boxes (ids, and what stops or is not known) that no box holds.
const WORDS_OUTSIDE = `{
  const boxes = [...document.querySelectorAll('.network .b')].map((box) => box.getBoundingClientRect());
  const holds = (text) => (box) => text.left >= box.left && text.right <= box.right && text.top >= box.top && text.bottom <= box.bottom + 1;
  [...document.querySelectorAll('.network text.m, .network text[class^=t]')].filter((text) => !boxes.some(holds(text.getBoundingClientRect()))).map((text) => text.textContent);
}`;

describe('layout', () => {
  test.each([390, 768, 1280])('at %d pixels nothing makes the page scroll sideways', async (width) => {
    await opened(
      written(everything()),
      async ({ page }) => {
        await unfold(page);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect((await page.screenshot()).length).toBeGreaterThan(10_000);
      },
      { viewport: { width, height: 900 } },
    );
  });
  test('in print everything is unfolded, on light ground, without controls', async () => {
    await opened(
      written(everything()),
      async ({ page }) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        await page.evaluate("dispatchEvent(new Event('beforeprint'))");
        expect(await page.locator('details:not([open])').count()).toBe(0);
        expect(await page.locator('.toolbar').isVisible()).toBe(false);
        expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
        await page.evaluate("dispatchEvent(new Event('afterprint'))");
        expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PAPER);
        expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
      },
      { colorScheme: 'dark', viewport: { width: PAPER, height: 1000 } },
    );
  });
  test.each([3, 16])('a drawing of %d subnets keeps its words inside their boxes', async (subnets) => {
    await opened(`<!doctype html>${networkSvg(networkOf(subnets, 'broken'), { style: 'own' })}`, async ({ page }) => {
      const outside = await page.evaluate(WORDS_OUTSIDE);
      expect(outside).toEqual([]);
    });
  });
});

describe('a drawing that stands alone', () => {
  test('is well-formed whatever the names hold, and carries its style', async () => {
    const svg = networkSvg(
      seeded(networkOf(3, 'broken'), (text) => `${text}]]><!--<script>&\u0000\ud800`),
      { style: 'own' },
    );
    await opened('<!doctype html><title>drawing</title>', async ({ page }) => {
      const read = `(() => { const read = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml'); return [read.documentElement.localName, read.querySelectorAll('parsererror').length, read.querySelectorAll('script').length, read.querySelectorAll('style').length]; })()`;
      expect(await page.evaluate(read)).toEqual(['svg', 0, 0, 1]);
    });
  });
});

describe('a large page', () => {
  test('of 2,000 findings filters at once', async () => {
    await opened(written(largeReport(2000)), async ({ page }) => {
      expect(await shown(page)).toBe(2000);
      await page.locator('input[name=outcome][value=fail]').check({ force: true });
      expect(await shown(page)).toBe(100);
    });
  });
});

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const folderOfBrowser = async (): Promise<string> => (await promisify(execFile)(process.execPath, ['scripts/chromium.mjs'])).stdout.trim();

// A machine without fonts of its own gets the package's one.
const fonts = (folder: string): Record<string, string> => (existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') });

/** Starts headless Chromium from its npm package. Rejects where it does not start: then nothing is shown about any page. */
export const startBrowser = async (): Promise<Browser> => {
  const folder = await folderOfBrowser();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // As root, which continuous integration often is, Chromium has no sandbox.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, LD_LIBRARY_PATH: join(folder, 'al2023/lib'), ...fonts(folder) },
  });
};

import { markup } from '../markup.ts';
import { count } from '../text.ts';
import { callsSection, rulesSection } from './appendix.ts';
import { SCRIPT_HASH, STYLE_HASH } from './content-hashes.ts';
import type { Edition } from './edition.ts';
import { element } from './element.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { banner, summary } from './summary.ts';
import { standing, targetSection } from './target.ts';
import { toolbar } from './toolbar.ts';
import { trendSection } from './trend.ts';

// Nothing may be loaded, run or sent but this page's own style and script. https://www.w3.org/TR/CSP3/
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  `script-src 'sha256-${SCRIPT_HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%231f4fbf'/%3E%3Cpath d='M4 8.4l2.7 2.7L12 5.4' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

const head = ({ report }: Edition): string =>
  [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n',
    `<title>sageready, ${markup(report.run.time)}</title>\n<link rel="icon" href="${ICON}">\n<style>${STYLE}</style>\n</head>\n`,
  ].join('');

const cutNotice = ({ shown, total }: Edition): string =>
  shown.size === total
    ? ''
    : element(
        'p',
        { class: 'alert' },
        `This page shows ${shown.size} of ${count(total, 'check')}: what failed or could not be judged first. All of them are in the reports json and csv (--output json=FILE, --output csv=FILE).`,
      );

/** The document in pieces: its head and summary, a target at a time, then what everything rests on. */
export function* documentOf(edition: Edition): Iterable<string> {
  yield `${head(edition)}<body>\n<a class="skip" href="#findings">Skip to the findings</a>\n${banner(edition)}\n<main>\n${summary(edition)}\n${trendSection(edition.trend)}`;
  yield `<section aria-labelledby="findings"><h2 id="findings">Findings</h2>${cutNotice(edition)}${toolbar(edition)}\n`;
  let before = 0;
  for (const placed of edition.targets) {
    yield `${targetSection(edition, placed, before)}\n`;
    before += standing(edition, placed);
  }
  yield `</section>\n${rulesSection(edition)}\n${callsSection(edition)}\n</main>\n`;
  yield `<footer>Made by sageready ${markup(edition.report.run.tool.version)}, which only reads. This page loads nothing and sends nothing.</footer>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}

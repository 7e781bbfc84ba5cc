import type { Reporter } from '../src/model/report.ts';
import { overallLines } from './console/closing.ts';
import { runLines } from './console/head.ts';
import { pageFor } from './console/page.ts';
import { summaryLines } from './console/summary.ts';
import { targetLines } from './console/target.ts';

const block = (lines: readonly string[]): string => (lines.length === 0 ? '' : `${lines.join('\n')}\n\n`);

/** The report for people at a terminal: what failed first, with evidence and remedy. Holds all targets, since their summary comes first. */
export const console: Reporter = function* (report, options) {
  const page = pageFor(report, options);
  const targets = [...report.targets];
  yield block(runLines(page));
  yield block(summaryLines(page, targets));
  for (const target of targets) yield block(targetLines(page, target));
  yield `${overallLines(page, targets, report.calls).join('\n')}\n`;
};

import type { Reporter, TargetReport } from '../src/model/report.ts';
import { closingLines, overallLines } from './console/closing.ts';
import { runLines } from './console/head.ts';
import { hasNews, inOrder, repeatsIn } from './console/order.ts';
import type { Page } from './console/page.ts';
import { pageFor } from './console/page.ts';
import { summaryLines } from './console/summary.ts';
import { targetLines } from './console/target.ts';

const block = (lines: readonly string[]): string => (lines.length === 0 ? '' : `${lines.join('\n')}\n\n`);

/** The report for people at a terminal: what failed first, with evidence and remedy. Holds all targets, since their summary comes first. */
export const console: Reporter = function* (report, options) {
  const empty = pageFor(report, options);
  const targets = inOrder([...report.targets]);
  const page: Page = options.all ? empty : { ...empty, toldBefore: repeatsIn(empty, targets) };
  // A single target is told whole; of several, those without news share their closing lines.
  const isTold = (target: TargetReport): boolean => targets.length < 2 || hasNews(page, target);
  yield block(runLines(page));
  yield block(summaryLines(page, targets));
  for (const target of targets.filter(isTold)) yield block(targetLines(page, target));
  yield block(
    closingLines(
      page,
      targets.filter((target) => !isTold(target)),
    ),
  );
  yield `${overallLines(page, targets, report.calls).join('\n')}\n`;
};

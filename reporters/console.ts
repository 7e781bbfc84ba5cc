import type { CallLog, Reporter, TargetReport } from '../src/model/report.ts';
import { closingLines, overallLines } from './console/closing.ts';
import { runLines } from './console/head.ts';
import { hasNews, inOrder, repeatsIn } from './console/order.ts';
import type { Page } from './console/page.ts';
import { pageFor } from './console/page.ts';
import { summaryLines } from './console/summary.ts';
import { targetLines } from './console/target.ts';

/** Parts with an empty line between them. */
function* parted(parts: Iterable<readonly string[]>): Iterable<string> {
  let separator = '';
  for (const lines of parts) {
    if (lines.length === 0) continue;
    yield `${separator}${lines.join('\n')}\n`;
    separator = '\n';
  }
}

function* partsOf(page: Page, targets: readonly TargetReport[], calls: CallLog): Iterable<readonly string[]> {
  // A single target is told whole; of several, those without news share their closing lines.
  const isTold = (target: TargetReport): boolean => targets.length < 2 || hasNews(page, target);
  yield runLines(page);
  yield summaryLines(page, targets);
  for (const target of targets.filter(isTold)) yield targetLines(page, target);
  yield closingLines(
    page,
    targets.filter((target) => !isTold(target)),
  );
  yield overallLines(page, targets, calls);
}

/** The report for people at a terminal: what failed first, with evidence and remedy. Holds all targets, since their summary comes first. */
export const console: Reporter = (report, options) => {
  const empty = pageFor(report, options);
  const targets = inOrder([...report.targets]);
  const page: Page = options.all ? empty : { ...empty, toldBefore: repeatsIn(empty, targets) };
  return parted(partsOf(page, targets, report.calls));
};

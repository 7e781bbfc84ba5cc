import type { TargetReport } from '../../src/model/report.ts';
import { problemsIn } from '../target-name.ts';
import { closingLines } from './closing.ts';
import { brokenLines, cannotTellLines, failureLines, quietLines, waivedFailureLines } from './findings.ts';
import { grantLines } from './grant.ts';
import { targetHead } from './head.ts';
import { pictureLines } from './network.ts';
import type { Page } from './page.ts';
import { hanging } from './page.ts';
import { failuresInOrder, roots, waivedFailures } from './tally.ts';

type Block = readonly string[];

const failureBlocks = (page: Page, target: TargetReport): readonly Block[] =>
  failuresInOrder(page, target).map((finding, index) => failureLines(page, target, { finding, number: index + 1 }));

const openBlocks = (page: Page, target: TargetReport): readonly Block[] => [
  ...roots(target.findings, 'cannot-tell').map((finding) => cannotTellLines(page, target, finding)),
  grantLines(page, target),
  ...roots(target.findings, 'error').map((finding) => brokenLines(page, target, finding)),
];

/** What passed is shown with `--all`, and where something must be said of it. */
const quietBlocks = (page: Page, { findings }: TargetReport): readonly Block[] => {
  const passed = roots(findings, 'pass').filter(({ verdict }) => page.all || verdict.notes !== undefined);
  return [[...passed, ...(page.all ? roots(findings, 'not-applicable') : [])].flatMap((finding) => quietLines(page, finding))];
};

const invalidBlock = (page: Page, { invalid }: TargetReport): Block =>
  invalid === undefined ? [] : problemsIn(invalid).flatMap((problem) => hanging('', problem, { width: page.measure }));

const networkBlock = (page: Page, { network }: TargetReport): Block => (network === undefined ? [] : pictureLines(page, network));

/** Everything about one target, from its name to its closing line; blank lines between its parts. */
export const targetLines = (page: Page, target: TargetReport): readonly string[] => {
  const blocks = [
    targetHead(page, target),
    invalidBlock(page, target),
    networkBlock(page, target),
    ...failureBlocks(page, target),
    ...openBlocks(page, target),
    ...waivedFailures(target).map((finding) => waivedFailureLines(page, target, finding)),
    ...quietBlocks(page, target),
    closingLines(page, [target]),
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));
};

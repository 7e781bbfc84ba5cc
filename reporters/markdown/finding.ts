import type { ChangeEvent, TargetReport } from '../../src/model/report.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { fieldLine } from '../console/evidence.ts';
import type { FindingOf } from '../console/tally.ts';
import { followersOf, waiverOf } from '../console/tally.ts';
import { observation, sentence, waiverText } from '../failed.ts';
import { renderFix } from '../fixes/index.ts';
import { subjectText } from '../found/identity.ts';
import { changeText, NEW, regressionOf } from '../regression.ts';
import type { RuleWords } from '../rule-words.ts';
import { addressUri } from '../sarif/uri.ts';
import { count, unique, visible } from '../text.ts';
import { codeBlock, escapedMarkdown, inlineCode } from './escape.ts';

const indented = (block: string): string => block.replace(/^(?=.)/gm, '  ');

const item = (text: string): string => `* ${text}`;

const newItem = (events: readonly ChangeEvent[] | undefined): string =>
  events === undefined ? '' : `. New: ${[NEW, ...events.map((event) => escapedMarkdown(changeText(event)))].join('; ')}`;

const observationItem = (target: TargetReport, finding: FindingOf<'fail'>, index: number): string => {
  const evidence = finding.verdict.evidence[index] as Evidence;
  const waiver = waiverOf(finding, index);
  const { subject, field } = evidence;
  const where = field === undefined ? '' : ` — ${inlineCode(fieldLine(target.target.origin, field))}`;
  const waived = waiver === undefined ? '' : ` (${escapedMarkdown(waiverText(waiver))})`;
  return item(`${inlineCode(subjectText(subject))}: ${escapedMarkdown(observation(evidence))}${where}${waived}${newItem(regressionOf(finding, index))}`);
};

const fixBlocks = ({ verdict: { fixes = [] } }: FindingOf<'fail'>): readonly string[] =>
  unique(
    fixes.map(renderFix).map(({ text, commands }) => {
      const block = commands.length === 0 ? '' : `\n\n${indented(codeBlock(commands.join('\n'), 'sh'))}`;
      return item(`${escapedMarkdown(text)}${block}`);
    }),
  );

const reference = ({ id, docs = [] }: RuleWords): string =>
  [`Rule ${inlineCode(id)}`, ...docs.map((address, index) => `[documentation${index === 0 ? '' : ` ${index + 1}`}](<${addressUri(visible(address))}>)`)].join(
    ' · ',
  );

const cleared = (target: TargetReport, { rule }: FindingOf<'fail'>): string => {
  const { length } = followersOf(target, rule);
  return length === 0 ? '' : ` Clears ${count(length, 'further check')}.`;
};

/** A failure: what must hold, what was observed, what to do. */
export const failureBlock = (target: TargetReport, finding: FindingOf<'fail'>, words: RuleWords): string =>
  [
    `✘ **${escapedMarkdown(words.title)}** (${words.severity})`,
    `${escapedMarkdown(sentence(visible(finding.verdict.summary)))}${cleared(target, finding)}`,
    [
      ...finding.verdict.evidence.map((_, index) => observationItem(target, finding, index)),
      ...(finding.verdict.notes ?? []).map((note) => item(escapedMarkdown(note))),
    ].join('\n'),
    ...(words.fix === undefined ? [] : [`**To do:** ${escapedMarkdown(words.fix)}`]),
    ...fixBlocks(finding),
    reference(words),
  ].join('\n\n');

/** A failure that somebody answers for, in a line. */
export const waivedBlock = (finding: FindingOf<'fail'>, words: RuleWords): string => {
  const waivers = finding.verdict.evidence.flatMap((_, index) => waiverOf(finding, index) ?? []);
  return `~ **${escapedMarkdown(words.title)}** — ${unique(waivers.map(waiverText)).map(escapedMarkdown).join('; ')}`;
};

/** A judgement that could not be made. */
export const unjudgedBlock = ({ verdict }: FindingOf<'cannot-tell'>, words: RuleWords, waiting: number): string =>
  [
    `? **${escapedMarkdown(words.title)}** — not judged${waiting === 0 ? '' : `; ${count(waiting, 'further check')} wait${waiting === 1 ? 's' : ''} for it`}`,
    unique(
      verdict.because.map(({ message, missing = [] }) =>
        item(`${escapedMarkdown(sentence(message))}${missing.length === 0 ? '' : ` Depends on ${missing.map(inlineCode).join(', ')}.`}`),
      ),
    ).join('\n'),
    reference(words),
  ].join('\n\n');

/** A rule that is broken. */
export const brokenBlock = ({ verdict }: FindingOf<'error'>, words: RuleWords): string =>
  `! **${escapedMarkdown(words.title)}** — the rule is broken, ours to mend: ${escapedMarkdown(sentence(verdict.message))} ${reference(words)}`;

/** What passed or does not apply, in a line. */
export const quietLine = ({ verdict }: FindingOf<'pass' | 'not-applicable'>, words: RuleWords): string =>
  verdict.outcome === 'pass'
    ? item(`✔ ${escapedMarkdown(words.title)}: ${escapedMarkdown(verdict.summary)}`)
    : item(`– ${escapedMarkdown(words.title)}: ${escapedMarkdown(verdict.reason)}`);

import type { Unknown } from '../../src/model/fact.ts';
import type { Finding, TargetReport } from '../../src/model/report.ts';
import { regressionOf } from '../regression.ts';
import { visible } from '../text.ts';
import { aboutLines, seenLines, whereLines } from './evidence.ts';
import type { Page } from './page.ts';
import { hanging, indented, LEAD, labelled, labelledLines } from './page.ts';
import type { Tone } from './paint.ts';
import { regressionLines } from './regression.ts';
import { remedyLines } from './remedy.ts';
import type { FindingOf } from './tally.ts';
import { blocks, followersOf, isWaived, waiverOf } from './tally.ts';
import { waivedLines } from './waived.ts';
import { OUTCOMES, REASONS, SEVERITY_TONES, WAIVED } from './words.ts';

// A failure that does not count as one in this run is a risk; one that is waived is neither.
const toneOf = (page: Page, finding: Finding): Tone => {
  const { tone } = OUTCOMES[finding.verdict.outcome];
  if (isWaived(finding)) return WAIVED.tone;
  return finding.verdict.outcome === 'fail' && !blocks(page, finding) ? 'unsure' : tone;
};

const symbolOf = (finding: Finding): string => (isWaived(finding) ? WAIVED : OUTCOMES[finding.verdict.outcome]).symbol;

const heading = (page: Page, finding: Finding, number?: number): readonly string[] => {
  const tone = toneOf(page, finding);
  const lead = `${symbolOf(finding)} ${number ?? ''}`.padEnd(LEAD);
  const [first = '', ...rest] = hanging(lead, visible(page.wordsOf(finding.rule).title), { width: page.measure });
  return [page.paint[tone](lead) + page.paint.strong(first.slice(lead.length)), ...rest.map(page.paint.strong)];
};

const severityLines = (page: Page, { rule }: Finding, summary: string): readonly string[] => {
  const { severity } = page.wordsOf(rule);
  const tone = page.paint[SEVERITY_TONES[severity]];
  return labelled({ ...page, paint: { ...page.paint, quiet: tone } }, severity, summary);
};

const followers = (page: Page, target: TargetReport, { rule, verdict }: Finding): readonly string[] => {
  const rules = followersOf(target, rule);
  if (rules.length === 0) return [];
  return labelled(page, verdict.outcome === 'fail' ? `clears ${rules.length}` : 'waiting', rules.map(visible).join(', '));
};

/** What the rule is called, where its ground is documented, and with `--all` why it matters. */
const ruleLines = (page: Page, { rule }: Finding): readonly string[] => {
  const { docs = [], why } = page.wordsOf(rule);
  return [
    ...(page.all && why !== undefined ? labelled(page, 'why', visible(why)) : []),
    ...labelledLines(page, 'docs', docs.map(page.paint.link)),
    ...labelled(page, 'rule', visible(rule)),
  ];
};

/** What stands beside a verdict, such as two engines that disagree. */
const noteLines = (page: Page, notes: readonly string[] = []): readonly string[] => notes.flatMap((note) => labelled(page, 'note', visible(note)));

/** Several observations keep a line between them. */
const spaced = (parts: readonly (readonly string[])[]): readonly string[] => (parts.length < 2 ? parts.flat() : parts.flatMap((part) => [...part, '']));

/** Whether an observation only adds to the one before it: about the same thing, and nothing but what was seen. */
const isFurther = ({ verdict: { evidence } }: FindingOf<'fail'>, index: number): boolean => {
  const [one, before] = [evidence[index], evidence[index - 1]];
  const isBare = one !== undefined && [one.expected, one.trace, one.field].every((said) => said === undefined);
  return isBare && before !== undefined && JSON.stringify(one.subject) === JSON.stringify(before.subject);
};

/** What a thing is called is said once for all that was seen of it. */
const observations = (page: Page, target: TargetReport, finding: FindingOf<'fail'>): readonly string[] => {
  const things: string[][] = [];
  finding.verdict.evidence.forEach((evidence, index) => {
    const [waiver, events] = [waiverOf(finding, index), regressionOf(finding, index)];
    const waived = waiver === undefined ? [] : waivedLines(page, waiver);
    const seen = [...seenLines(page, target, evidence), ...waived, ...(events === undefined ? [] : regressionLines(page, events))];
    if (isFurther(finding, index)) things.at(-1)?.push(...seen);
    else things.push([...aboutLines(page, evidence), ...seen]);
  });
  return spaced(things);
};

const grounds = (page: Page, target: TargetReport, finding: FindingOf<'fail'>): readonly string[] => [
  ...observations(page, target, finding),
  ...noteLines(page, finding.verdict.notes),
  ...remedyLines(page, page.wordsOf(finding.rule).fix, finding.verdict.fixes ?? []),
  ...ruleLines(page, finding),
];

/** What differs between two targets that fail alike: where their descriptions say so. */
const groundsToldBefore = (page: Page, target: TargetReport, { finding, place }: { readonly finding: FindingOf<'fail'>; readonly place: string }) => [
  ...whereLines(page, target, finding.verdict.evidence),
  ...labelled(page, 'remedy', `the same as for ${visible(place)}, above`),
  ...labelled(page, 'rule', visible(finding.rule)),
];

/** A failure: what is wrong, the evidence, the remedy, and what it clears. What was told for another target already is told in brief. */
export const failureLines = (
  page: Page,
  target: TargetReport,
  { finding, number }: { readonly finding: FindingOf<'fail'>; readonly number: number },
): readonly string[] => {
  const place = page.toldBefore(target, finding);
  return [
    ...heading(page, finding, number),
    ...indented(
      [
        ...severityLines(page, finding, visible(finding.verdict.summary)),
        ...followers(page, target, finding),
        ...(place === undefined ? grounds(page, target, finding) : groundsToldBefore(page, target, { finding, place })),
      ],
      page.indent,
    ),
  ];
};

/** A failure that somebody answers for until a day: what it is and who, without remedy. */
export const waivedFailureLines = (page: Page, target: TargetReport, finding: FindingOf<'fail'>): readonly string[] => [
  ...heading(page, finding),
  ...indented(
    [
      ...severityLines(page, finding, visible(finding.verdict.summary)),
      ...followers(page, target, finding),
      ...observations(page, target, finding),
      ...labelled(page, 'rule', visible(finding.rule)),
    ],
    page.indent,
  ),
];

const reasonLines = (page: Page, { reason, message, missing }: Unknown): readonly string[] => [
  ...labelled(page, REASONS[reason], visible(message)),
  ...(missing === undefined || missing.length === 0 ? [] : labelled(page, 'depends on', missing.map(visible).join(', '))),
];

const openLines = (page: Page, target: TargetReport, finding: FindingOf<'cannot-tell'>): readonly string[] => {
  const place = page.toldBefore(target, finding);
  if (place !== undefined) return severityLines(page, finding, `could not be judged, for the same reason as for ${visible(place)}, above`);
  return [...severityLines(page, finding, 'could not be judged'), ...finding.verdict.because.flatMap((one) => reasonLines(page, one))];
};

/** A rule that could not be judged, with every reason. */
export const cannotTellLines = (page: Page, target: TargetReport, finding: FindingOf<'cannot-tell'>): readonly string[] => [
  ...heading(page, finding),
  ...indented([...openLines(page, target, finding), ...followers(page, target, finding), ...labelled(page, 'rule', visible(finding.rule))], page.indent),
];

/** A broken rule. It says nothing about the account. */
export const brokenLines = (page: Page, target: TargetReport, finding: FindingOf<'error'>): readonly string[] => [
  ...heading(page, finding),
  ...indented(
    [
      ...labelled(page, 'broken', visible(finding.verdict.message)),
      ...labelled(page, '', 'ours to mend: it says nothing about your account. Please report it with this text.'),
      ...followers(page, target, finding),
      ...labelled(page, 'rule', visible(finding.rule)),
    ],
    page.indent,
  ),
];

/** A rule that passed or does not apply: two lines, and what must not be missed. */
export const quietLines = (page: Page, finding: FindingOf<'pass'> | FindingOf<'not-applicable'>): readonly string[] => {
  const words = finding.verdict.outcome === 'pass' ? finding.verdict.summary : finding.verdict.reason;
  const notes = finding.verdict.outcome === 'pass' ? finding.verdict.notes : [];
  return [
    ...heading(page, finding),
    ...indented([...hanging('', visible(words), { width: page.measure - page.indent }).map(page.paint.quiet), ...noteLines(page, notes)], page.indent),
  ];
};

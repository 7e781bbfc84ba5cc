import type { Finding, TargetReport } from '../../src/model/report.ts';
import type { Severity } from '../../src/model/rule.ts';
import { followersOf, having, isWaived, roots, unjudgedBehind, waivedFailures } from '../console/tally.ts';
import { BEHIND_WAIVED, SEVERITY_RANKS, TARGET_OUTCOMES } from '../console/words.ts';
import type { RuleWords } from '../rule-words.ts';
import { problemsIn, targetParts } from '../target-name.ts';
import { count } from '../text.ts';
import { escapedMarkdown, inlineCode } from './escape.ts';
import { brokenBlock, failureBlock, quietLine, unjudgedBlock, waivedBlock } from './finding.ts';

/** A part of the document that may be left out when there is no room: the heavier, the later. */
export interface Block {
  readonly text: string;
  readonly weight: number;
}

/** A target with everything that may be said about it. */
export interface Section {
  readonly head: string;
  readonly blocks: readonly Block[];
  readonly foot: string;
}

type WordsOf = (rule: Finding['rule']) => RuleWords;

// What was not judged weighs less than any failure, and what passed least.
const FAILED = 10;
const UNJUDGED = 5;
const WAIVED = 1;

const failureWeight = (severity: Severity): number => FAILED + SEVERITY_RANKS[severity];

const failures = (target: TargetReport, wordsOf: WordsOf): readonly Block[] =>
  having(target.findings, 'fail').map((finding) => {
    const words = wordsOf(finding.rule);
    if (isWaived(finding)) return { text: waivedBlock(finding, words), weight: WAIVED };
    return { text: failureBlock(target, finding, words), weight: failureWeight(words.severity) };
  });

const openOnes = (target: TargetReport, wordsOf: WordsOf): readonly Block[] => [
  ...roots(target.findings, 'cannot-tell').map((finding) => ({
    text: unjudgedBlock(finding, wordsOf(finding.rule), followersOf(target, finding.rule).length),
    weight: UNJUDGED + SEVERITY_RANKS[wordsOf(finding.rule).severity],
  })),
  ...having(target.findings, 'error').map((finding) => ({ text: brokenBlock(finding, wordsOf(finding.rule)), weight: UNJUDGED })),
];

const quietOnes = ({ findings }: TargetReport, wordsOf: WordsOf): readonly Block[] =>
  [...having(findings, 'pass'), ...having(findings, 'not-applicable')].map((finding) => ({ text: quietLine(finding, wordsOf(finding.rule)), weight: 0 }));

/** Numbers of a target in words, such as `2 failed, 1 not judged`. */
const numbersOf = (target: TargetReport): string => {
  const { findings, invalid } = target;
  const failed = having(findings, 'fail');
  const numbers = [
    [failed.filter((finding) => !isWaived(finding)).length, 'failed'],
    [having(findings, 'cannot-tell').length, 'not judged'],
    [having(findings, 'error').length, 'broken'],
    [failed.filter(isWaived).length, 'waived'],
    [unjudgedBehind(target, waivedFailures(target)), BEHIND_WAIVED],
    [having(findings, 'pass').length, 'passed'],
  ] as const;
  const words = numbers.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  return invalid === undefined ? words.join(', ') : 'could not be judged at all';
};

/** A target's verdict: `✔ ready, with 2 risks`. */
const verdictOf = ({ outcome, risks }: TargetReport): string => {
  const { symbol, word } = TARGET_OUTCOMES[outcome];
  return `${symbol} ${word}${outcome === 'ready' && risks > 0 ? `, with ${count(risks, 'risk')}` : ''}`;
};

const headOf = (report: TargetReport): string => {
  const { target, invalid, outcome } = report;
  const open = outcome === 'not-ready' ? ' open' : '';
  const about = [...targetParts(target), ...(target.deployer === undefined ? [] : [`deployer ${target.deployer}`])];
  return [
    `<details${open}><summary><strong>${escapedMarkdown(target.name)}</strong>: ${verdictOf(report)} (${numbersOf(report)})</summary>`,
    `${about.map(escapedMarkdown).join(' · ')}`,
    ...(invalid === undefined ? [] : [`Could not be judged: ${problemsIn(invalid).map(escapedMarkdown).join('<br>')}`]),
  ].join('\n\n');
};

/** A target as a section, folded unless it is not ready; undefined when there is nothing to say but its verdict. */
export const sectionOf = (target: TargetReport, wordsOf: WordsOf, all: boolean): Section | undefined => {
  const blocks = [...failures(target, wordsOf), ...openOnes(target, wordsOf), ...(all ? quietOnes(target, wordsOf) : [])];
  const told = blocks.filter(({ text }) => text !== '').toSorted((a, b) => b.weight - a.weight);
  return told.length === 0 && target.invalid === undefined ? undefined : { head: headOf(target), blocks: told, foot: '</details>' };
};

/** A target as a row of the table. */
export const rowOf = (report: TargetReport): string => {
  const { name, scenario, account, region } = report.target;
  return `| ${inlineCode(name)} | ${verdictOf(report)} | ${numbersOf(report)} | ${[scenario, account, region].map(escapedMarkdown).join(' | ')} |`;
};

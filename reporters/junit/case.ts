import type { Unknown } from '../../src/model/fact.ts';
import type { Finding, TargetReport } from '../../src/model/report.ts';
import type { FindingOf } from '../console/tally.ts';
import { isWaived, waiverOf } from '../console/tally.ts';
import { waiverText } from '../failed.ts';
import type { RuleWords } from '../rule-words.ts';
import { unique, visible } from '../text.ts';
import { failureLines, groundLines } from './body.ts';
import { attributes, xmlLines } from './xml.ts';

/** How a test case counts. */
export type CaseOutcome = 'passed' | 'failure' | 'error' | 'skipped';

/** How one judgement ended, as JUnit tells it. */
export interface CaseResult {
  readonly outcome: CaseOutcome;
  /** The element inside the test case; empty for one that passed. */
  readonly element: string;
}

const PASSED: CaseResult = { outcome: 'passed', element: '' };

/** A test case that could not be decided; `type` tells why. */
export const errorResult = (type: string, message: string, lines: readonly string[]): CaseResult => ({
  outcome: 'error',
  element: `<error${attributes({ message, type })}>${xmlLines(lines)}</error>`,
});

const skipped = (message: string): CaseResult => ({ outcome: 'skipped', element: `<skipped${attributes({ message })}/>` });

const waived = (finding: FindingOf<'fail'>): CaseResult => {
  const waivers = finding.verdict.evidence.flatMap((_, index) => waiverOf(finding, index) ?? []);
  return skipped(`${visible(finding.verdict.summary)}; ${unique(waivers.map(waiverText)).join('; ')}`);
};

const failure = (finding: FindingOf<'fail'>, words: RuleWords, { target }: TargetReport): CaseResult => ({
  outcome: 'failure',
  element: `<failure${attributes({ message: finding.verdict.summary, type: words.severity })}>${xmlLines(failureLines(finding, words, target.origin))}</failure>`,
});

const reasonLine = ({ message, actions = [], missing = [] }: Unknown): readonly string[] => [
  visible(message),
  ...(actions.length > 0 ? [`Grant: ${actions.map(visible).join(', ')}`] : []),
  ...(missing.length > 0 ? [`Depends on: ${missing.map(visible).join(', ')}`] : []),
];

const unjudged = ({ verdict, follows = [] }: FindingOf<'cannot-tell'>, words: RuleWords): CaseResult => {
  const waits = follows.length > 0 ? [`Waits for: ${follows.map(visible).join(', ')}`] : [];
  return errorResult('cannot-tell', verdict.because[0].message, [...unique(verdict.because.flatMap(reasonLine)), ...waits, ...groundLines(words)]);
};

/** Tells how a judgement ended. A failure for each part of which somebody answers is skipped. */
export const resultOf = (finding: Finding, words: RuleWords, target: TargetReport): CaseResult => {
  const { verdict } = finding;
  switch (verdict.outcome) {
    case 'pass':
      return PASSED;
    case 'fail':
      return isWaived(finding) ? waived({ ...finding, verdict }) : failure({ ...finding, verdict }, words, target);
    case 'not-applicable':
      return skipped(verdict.reason);
    case 'cannot-tell':
      return unjudged({ ...finding, verdict }, words);
    case 'error':
      return errorResult('rule-error', verdict.message, [`${verdict.message} — the rule is broken, which is sageready’s to mend`, `Rule: ${words.id}`]);
    default:
      return verdict satisfies never;
  }
};

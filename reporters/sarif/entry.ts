import type { AbsentFailure } from '../../src/model/baseline.ts';
import type { Finding, TargetReport } from '../../src/model/report.ts';
import type { Subject } from '../../src/model/verdict.ts';
import type { Failed } from '../failed.ts';
import { failedIn } from '../failed.ts';
import { targetSubject } from '../found/identity.ts';
import type { RuleWords } from '../rule-words.ts';

/** What a result will be about: one thing that failed, or with `all` a judgement that passed or does not apply. */
export interface Entry {
  readonly target: TargetReport['target'];
  readonly finding: Finding;
  readonly words: RuleWords;
  readonly subject: Subject;
  /** Absent: nothing failed. */
  readonly failed?: Failed;
  /** Failed in the run before, and does not any more. */
  readonly passed?: true;
}

type Judged = Pick<Entry, 'target' | 'finding' | 'words'>;

/** What failed in the run before and does not any more, as a result of the target that is still there. */
export const passedEntry = ({ subject, observed, fingerprint, rule }: AbsentFailure, target: Entry['target'], words: RuleWords): Entry => {
  const evidence = [{ subject, observed }] as const;
  const finding: Finding = { rule, verdict: { outcome: 'fail', summary: 'Does not fail any more', evidence }, fingerprints: [fingerprint] };
  return { target, finding, words, subject, failed: { subject, evidence, fingerprint }, passed: true };
};

/** The results of one judgement; with `all` also of what passed and what does not apply. What could not be judged has none: it is a notification. */
export const entriesOf = (judged: Judged, all: boolean): readonly Entry[] => {
  const { verdict } = judged.finding;
  switch (verdict.outcome) {
    case 'fail':
      return failedIn({ ...judged.finding, verdict }).map((failed) => ({ ...judged, subject: failed.subject, failed }));
    case 'pass':
    case 'not-applicable':
      return all ? [{ ...judged, subject: targetSubject(judged.target) }] : [];
    case 'cannot-tell':
    case 'error':
      return [];
    default:
      return verdict satisfies never;
  }
};

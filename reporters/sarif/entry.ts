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
}

type Judged = Pick<Entry, 'target' | 'finding' | 'words'>;

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

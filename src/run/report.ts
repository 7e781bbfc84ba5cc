import { ageNotes, rulesAtTime } from '../engine/age.ts';
import { judgeTargets } from '../engine/judge.ts';
import type { Threshold } from '../engine/outcome.ts';
import { waive } from '../engine/waive.ts';
import type { CallLog, Report, RunInfo, TargetReport } from '../model/report.ts';
import type { RuleMeta } from '../model/rule.ts';
import type { WaiverEntry } from '../model/waiver.ts';
import type { NonEmpty } from '../model/words.ts';
import type { Gathered } from './gather.ts';
import { LAW } from './law.ts';
import { simulatorNotes } from './simulator-notes.ts';

/** What a report says about its own making. */
export type RunFacts = Omit<RunInfo, 'failOn' | 'strict'>;

const NO_CALLS: CallLog = { total: 0, calls: [] };

const wordsOf = ({ id, title, severity, why, fix, docs, basis, predicts, dependsOn, unwaivable }: RuleMeta): RuleMeta => ({
  id,
  title,
  severity,
  why,
  fix,
  docs,
  basis,
  ...(predicts !== undefined && { predicts }),
  ...(dependsOn !== undefined && { dependsOn }),
  ...(unwaivable !== undefined && { unwaivable }),
});

/** What was gathered in one account, and where its targets stand in the description. */
export interface Part {
  readonly gathered: Gathered;
  /** In the order of the gathered targets. */
  readonly places: readonly number[];
}

/** The report on a target of an account that could not be read, and where the target stands in the description. */
export interface Unread {
  readonly place: number;
  readonly report: TargetReport;
}

/** A run over several accounts: what is known of one of them says nothing of another, and what targets share they share within one. */
export interface Parts {
  readonly parts: NonEmpty<Part>;
  readonly unread: readonly Unread[];
}

const judgedPart = ({ gathered: { targets, facts }, places }: Part, threshold: Threshold): readonly Unread[] =>
  judgeTargets(LAW, targets, { facts, threshold }).map((report, index) => ({ place: places[index] ?? index, report }));

/** The reports on all targets, in the order of the description. */
const judgedParts = ({ parts, unread }: Parts, threshold: Threshold): readonly TargetReport[] =>
  [...parts.flatMap((part) => judgedPart(part, threshold)), ...unread].toSorted((a, b) => a.place - b.place).map(({ report }) => report);

const partsOf = (gathered: Gathered | Parts): Parts =>
  'parts' in gathered ? gathered : { parts: [{ gathered, places: gathered.targets.map((_, index) => index) }], unread: [] };

/** Judges gathered facts, of one account or of several, and puts the report together; `invalid`: targets that could not be judged at all. */
export const reportOn = (
  known: Gathered | Parts,
  threshold: Threshold,
  made: { readonly run: RunFacts; readonly calls?: CallLog; readonly invalid?: readonly TargetReport[]; readonly waivers?: readonly WaiverEntry[] },
): Report => {
  const accounts = partsOf(known);
  // The clock is the same in all of them.
  const [{ gathered: first }] = accounts.parts;
  const { facts } = first;
  const { targets: judged, notes } = waive([...judgedParts(accounts, threshold), ...(made.invalid ?? [])], made.waivers ?? [], {
    time: made.run.time,
    words: new Map(rulesAtTime(LAW.rules, facts).map((rule) => [rule.id, rule])),
    threshold,
  });
  const used = new Set(judged.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const rules = LAW.rules.filter(({ id }) => used.has(id));
  return {
    schema: 'sageready/report/1',
    run: {
      ...made.run,
      notes: [...made.run.notes, ...new Set(accounts.parts.flatMap(({ gathered }) => simulatorNotes(gathered.facts))), ...ageNotes(rules, facts), ...notes],
      failOn: threshold.failOn,
      strict: threshold.strict,
    },
    rules: rulesAtTime(rules, facts).map(wordsOf),
    targets: judged,
    calls: made.calls ?? NO_CALLS,
  };
};

import { ageNotes, rulesAtTime } from '../engine/age.ts';
import { judgeTargets } from '../engine/judge.ts';
import type { Threshold } from '../engine/outcome.ts';
import { waive } from '../engine/waive.ts';
import type { CallLog, Report, RunInfo, TargetReport } from '../model/report.ts';
import type { RuleMeta } from '../model/rule.ts';
import type { WaiverEntry } from '../model/waiver.ts';
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

/** Judges gathered facts and puts the report together; `invalid`: targets that could not be judged at all. */
export const reportOn = (
  { targets, facts }: Gathered,
  threshold: Threshold,
  made: { readonly run: RunFacts; readonly calls?: CallLog; readonly invalid?: readonly TargetReport[]; readonly waivers?: readonly WaiverEntry[] },
): Report => {
  const { targets: judged, notes } = waive([...judgeTargets(LAW, targets, { facts, threshold }), ...(made.invalid ?? [])], made.waivers ?? [], {
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
      notes: [...made.run.notes, ...simulatorNotes(facts), ...ageNotes(rules, facts), ...notes],
      failOn: threshold.failOn,
      strict: threshold.strict,
    },
    rules: rulesAtTime(rules, facts).map(wordsOf),
    targets: judged,
    calls: made.calls ?? NO_CALLS,
  };
};

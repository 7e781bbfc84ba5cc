import { ageNotes, rulesAtTime } from '../engine/age.ts';
import { openJudging } from '../engine/judge.ts';
import type { Threshold } from '../engine/outcome.ts';
import { openWaivers } from '../engine/waive.ts';
import type { CallLog, Report, RunInfo, TargetOutcome, TargetReport } from '../model/report.ts';
import type { RuleMeta } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { WaiverEntry } from '../model/waiver.ts';
import type { NonEmpty } from '../model/words.ts';
import type { Gathered } from './gather.ts';
import { LAW } from './law.ts';
import { missingReport } from './missing.ts';
import { simulatorNotes } from './simulator-notes.ts';

/** What a report says about its own making. */
export type RunFacts = Omit<RunInfo, 'failOn' | 'strict'>;

const NO_CALLS: CallLog = { total: 0, calls: [] };

/** The words of a rule, as a report holds them. */
export const wordsOf = ({ id, title, severity, why, fix, docs, basis, predicts, dependsOn, unwaivable }: RuleMeta): RuleMeta => ({
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

/** One target of a report, judged when it is asked for. */
interface Case {
  readonly place: number;
  readonly report: () => TargetReport;
}

const casesIn = ({ gathered: { targets, facts, missing = new Map() }, places }: Part, threshold: Threshold): readonly Case[] => {
  const { together, report } = openJudging(LAW, { facts, threshold });
  const joint = together(targets.filter((target) => !missing.has(target)));
  return targets.map((target, index) => {
    const reason = missing.get(target);
    return { place: places[index] ?? index, report: () => (reason === undefined ? report(target, joint) : missingReport(target, reason)) };
  });
};

/** All targets, in the order of the description. */
const casesOf = ({ parts, unread }: Parts, threshold: Threshold): readonly Case[] =>
  [...parts.flatMap((part) => casesIn(part, threshold)), ...unread.map(({ place, report }) => ({ place, report: () => report }))].toSorted(
    (a, b) => a.place - b.place,
  );

const partsOf = (gathered: Gathered | Parts): Parts =>
  'parts' in gathered ? gathered : { parts: [{ gathered, places: gathered.targets.map((_, index) => index) }], unread: [] };

/** What the verdicts of a run come to. */
export interface Tally {
  readonly outcomes: ReadonlySet<TargetOutcome>;
  /** Targets that could not be judged at all. */
  readonly invalid: number;
}

/** A report with what its verdicts come to, which is not published. */
export interface JudgedReport extends Report {
  readonly tally: Tally;
}

/** The reports of so many targets are kept; those of more are judged anew for each reader, which costs time and no memory. */
const MOST_KEPT = 200;

/** What one pass over all reports tells. */
interface Surveyed {
  readonly targets: Iterable<TargetReport>;
  readonly tally: Tally;
  /** Rules that occur in a finding. */
  readonly used: ReadonlySet<RuleId>;
}

const survey = (reports: Iterable<TargetReport>, count: number): Surveyed => {
  const kept: TargetReport[] = [];
  const outcomes = new Set<TargetOutcome>();
  const used = new Set<RuleId>();
  let invalid = 0;
  for (const report of reports) {
    outcomes.add(report.outcome);
    if (report.invalid !== undefined) invalid += 1;
    for (const { rule } of report.findings) used.add(rule);
    if (count <= MOST_KEPT) kept.push(report);
  }
  return { targets: count <= MOST_KEPT ? kept : reports, tally: { outcomes, invalid }, used };
};

/** How a report was made, beside what was gathered. */
interface Made {
  readonly run: RunFacts;
  readonly calls?: CallLog;
  readonly invalid?: readonly TargetReport[];
  readonly waivers?: readonly WaiverEntry[];
}

const notesOn = ({ notes = [], facts }: Gathered): readonly string[] => [...notes, ...simulatorNotes(facts)];

/** Judges gathered facts, of one account or of several, and puts the report together; `invalid`: targets that could not be judged at all. */
export const reportOn = (known: Gathered | Parts, threshold: Threshold, made: Made): JudgedReport => {
  const accounts = partsOf(known);
  // The clock is the same in all of them.
  const [{ gathered: first }] = accounts.parts;
  const { facts } = first;
  const law = rulesAtTime(LAW.rules, facts);
  const waivers = openWaivers(made.waivers ?? [], { time: made.run.time, words: new Map(law.map((rule) => [rule.id, rule])), threshold });
  const cases: readonly Pick<Case, 'report'>[] = [...casesOf(accounts, threshold), ...(made.invalid ?? []).map((report) => ({ report: () => report }))];
  const reports = {
    *[Symbol.iterator]() {
      for (const { report } of cases) yield waivers.mark(report());
    },
  };
  const { targets, tally, used } = survey(reports, cases.length);
  const rules = LAW.rules.filter(({ id }) => used.has(id));
  return {
    schema: 'sageready/report/1',
    run: {
      ...made.run,
      notes: [...made.run.notes, ...new Set(accounts.parts.flatMap(({ gathered }) => notesOn(gathered))), ...ageNotes(rules, facts), ...waivers.notes()],
      failOn: threshold.failOn,
      strict: threshold.strict,
    },
    rules: rulesAtTime(rules, facts).map(wordsOf),
    targets,
    calls: made.calls ?? NO_CALLS,
    tally,
  };
};

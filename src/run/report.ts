import { ageNotes, rulesAtTime } from '../engine/age.ts';
import { openJudging } from '../engine/judge.ts';
import type { Threshold } from '../engine/outcome.ts';
import { lawOfScenarios } from '../engine/scenario-law.ts';
import { openWaivers } from '../engine/waive.ts';
import type { CallLog, Report, RunInfo, TargetOutcome, TargetReport } from '../model/report.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Target } from '../model/target.ts';
import type { WaiverEntry } from '../model/waiver.ts';
import type { NonEmpty } from '../model/words.ts';
import type { Gathered } from './gather.ts';
import { LAW } from './law.ts';
import { missingReport } from './missing.ts';
import { wordsOf } from './rule-words.ts';
import { simulatorNotes } from './simulator-notes.ts';

/** What a report says about its own making. */
export type RunFacts = Omit<RunInfo, 'failOn' | 'strict'>;

const NO_CALLS: CallLog = { total: 0, calls: [] };

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
type Outcomes = ReadonlySet<TargetOutcome>;

/** A report with what its verdicts come to, which is not published. */
export interface JudgedReport extends Report {
  /** Judges what no reader has asked for yet. */
  readonly outcomes: () => Outcomes;
}

/** The reports of so many targets are kept; those of more are judged anew for each reader, which costs time and no memory. */
const MOST_KEPT = 200;

interface Counted {
  readonly reports: Iterable<TargetReport>;
  readonly outcomes: () => Outcomes;
}

const eachOutcome = function* (reports: Iterable<TargetReport>): Iterable<TargetOutcome> {
  for (const { outcome } of reports) yield outcome;
};

/** Counts verdicts while they are read: whoever reads all of them first spares a reading for the count. */
const counted = (cases: readonly Pick<Case, 'report'>[], mark: (report: TargetReport) => TargetReport): Counted => {
  let [kept, known]: [readonly TargetReport[] | undefined, Outcomes | undefined] = [undefined, undefined];
  const judged = function* (): Iterable<TargetReport> {
    const [all, outcomes]: [TargetReport[], Set<TargetOutcome>] = [[], new Set()];
    for (const { report } of cases) {
      const marked = mark(report());
      outcomes.add(marked.outcome);
      if (cases.length <= MOST_KEPT) all.push(marked);
      yield marked;
    }
    known = outcomes;
    if (cases.length <= MOST_KEPT) kept = all;
  };
  const reports = { [Symbol.iterator]: () => (kept ?? judged())[Symbol.iterator](), toJSON: () => [...reports] };
  const count = (): Outcomes => known ?? new Set(eachOutcome(reports));
  return { reports, outcomes: count };
};

/** Targets that cannot be judged, since what they are to be completed from does not exist. */
export const missingIn = ({ parts }: Pick<Parts, 'parts'>): readonly Target[] => parts.flatMap(({ gathered: { missing } }) => [...(missing?.keys() ?? [])]);

/** Each rule of a target's scenario has a finding on it. */
const rulesOn = ({ parts, unread }: Parts): ReadonlySet<RuleId> => {
  const lawFor = lawOfScenarios(LAW);
  const judged = parts.flatMap(({ gathered: { targets, missing } }) => targets.filter((target) => missing?.has(target) !== true));
  const laws = new Set(judged.map(lawFor));
  return new Set([...[...laws].flatMap(({ all }) => all.map(({ id }) => id)), ...unread.flatMap(({ report }) => report.findings.map(({ rule }) => rule))]);
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
  const cases = [...casesOf(accounts, threshold), ...(made.invalid ?? []).map((report) => ({ report: () => report }))];
  const { reports, outcomes } = counted(cases, waivers.mark);
  // Whether a waiver is of use stands at the head of a report, and is known when all is judged.
  if ((made.waivers ?? []).length > 0) outcomes();
  const used = rulesOn(accounts);
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
    targets: reports,
    calls: made.calls ?? NO_CALLS,
    outcomes,
  };
};

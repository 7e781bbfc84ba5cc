import type { TrailEvent } from '../aws/operations/cloudtrail.ts';
import { lookupEvents } from '../aws/operations/cloudtrail.ts';
import type { Session } from '../aws/session.ts';
import type { Reading } from '../model/fact.ts';
import type { ChangeEvent } from '../model/report.ts';
import type { Evidence } from '../model/verdict.ts';
import type { TrailPlace, TrailQuestion } from './trail-question.ts';
import { trailQuestions } from './trail-question.ts';

/** A failure whose change is looked for. */
export interface Changed {
  readonly target: TrailPlace;
  readonly evidence: Evidence;
}

/** When it changed, and who is asked. */
export interface Trail {
  /** ISO 8601: the run before, and this one. */
  readonly from: string;
  readonly to: string;
  /** A line to an account; undefined: there is none. */
  readonly session: (account: string) => Session | undefined;
}

/** What CloudTrail tells. */
export interface Told<C extends Changed> {
  /** Newest first; empty: nothing, or it was not asked. */
  readonly events: ReadonlyMap<C, readonly ChangeEvent[]>;
  /** What a reader must know of the asking, one sentence each. */
  readonly notes: readonly string[];
}

const MOST_LOOKUPS = 20;
const MOST_EVENTS = 5;
const DAYS_KEPT = 90;
const DAY_MS = 86_400_000;

type Answer = { readonly events: readonly ChangeEvent[]; readonly more: boolean } | { readonly problem: string };

const isChange = ({ effect }: TrailEvent): boolean => effect === 'change';

const answerOf = (reading: Reading<{ readonly events: readonly TrailEvent[]; readonly more: boolean }>, account: string): Answer => {
  if (reading.state === 'absent') return { events: [], more: false };
  if (reading.state === 'present') {
    const events = reading.value.events.filter(isChange).map(({ effect: _, ...event }) => event);
    return { events: events.toSorted((a, b) => (a.time < b.time ? 1 : -1)).slice(0, MOST_EVENTS), more: reading.value.more && events.length === 0 };
  }
  if (reading.reason === 'access-denied')
    return { problem: `CloudTrail does not tell who changed what in account ${account}: cloudtrail:LookupEvents was refused — grant it` };
  return { problem: `CloudTrail does not tell who changed what in account ${account}: ${reading.message}` };
};

/** One run's lookups: each resource is asked for once, and an account that refuses is not asked again. */
const openLookups = ({ from, to, session }: Trail) => {
  const answers = new Map<string, Answer>();
  const problems = new Map<string, string>();
  const ask = async (account: string, { region, name }: TrailQuestion): Promise<Answer> => {
    const line = session(account);
    if (line === undefined) return { problem: `CloudTrail was not asked in account ${account}: the run has no credentials of it to ask with` };
    return answerOf(await line.call(lookupEvents, region, { resourceName: name, from, to }), account);
  };
  return {
    problems: () => [...new Set(problems.values())],
    unfinished: () => [...answers.values()].filter((answer) => 'more' in answer && answer.more).length,
    /** Undefined: no further lookup is allowed. */
    events: async (account: string, question: TrailQuestion): Promise<readonly ChangeEvent[] | undefined> => {
      const key = [account, question.region, question.name].join('\n');
      const place = [account, question.region].join('\n');
      if (problems.has(place)) return [];
      if (!answers.has(key) && answers.size >= MOST_LOOKUPS) return undefined;
      const answer = answers.get(key) ?? (await ask(account, question));
      answers.set(key, answer);
      if ('problem' in answer) problems.set(place, answer.problem);
      return 'problem' in answer ? [] : answer.events;
    },
  };
};

const cutNote = (left: number): readonly string[] =>
  left === 0
    ? []
    : [`CloudTrail was asked ${MOST_LOOKUPS} times, worst findings first; what changed ${left === 1 ? 'one more' : `${left} more`} was not looked up`];

const unfinishedNote = (number: number): readonly string[] =>
  number === 0
    ? []
    : [
        `CloudTrail told only reads and refused calls of ${number === 1 ? 'one resource' : `${number} resources`} in its newest events; older ones were not fetched`,
      ];

/** Asks CloudTrail what changed the subjects of these failures, worst first: each resource by its likeliest name, then by the next, 20 lookups in all. */
export const changesOf = async <C extends Changed>(changed: readonly C[], trail: Trail): Promise<Told<C>> => {
  if (Date.parse(trail.to) - Date.parse(trail.from) > DAYS_KEPT * DAY_MS)
    return { events: new Map(), notes: [`The run before was on ${trail.from}; CloudTrail keeps ${DAYS_KEPT} days, so that it was not asked what changed`] };
  const lookups = openLookups(trail);
  const events = new Map<C, readonly ChangeEvent[]>();
  const cut = new Set<C>();
  const asked = changed.map((one) => ({ one, questions: trailQuestions(one.evidence, one.target) }));
  const rounds = Math.max(0, ...asked.map(({ questions }) => questions.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const { one, questions } of asked) {
      const question = questions[round];
      if (question === undefined || events.has(one)) continue;
      const found = await lookups.events(one.target.account, question);
      if (found === undefined) cut.add(one);
      else if (found.length > 0) events.set(one, found);
    }
  }
  return { events, notes: [...lookups.problems(), ...cutNote(cut.size), ...unfinishedNote(lookups.unfinished())] };
};

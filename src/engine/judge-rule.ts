import type { AnyFactRequest, Fact, Facts, Need, Needs, Unknown } from '../model/fact.ts';
import { unknown } from '../model/fact.ts';
import type { Finding } from '../model/report.ts';
import type { AnyRule, Rule } from '../model/rule.ts';
import type { RuleId } from '../model/rule-id.ts';
import type { Target } from '../model/target.ts';
import type { RuleError, Verdict } from '../model/verdict.ts';
import { cannotTell, notApplicable } from '../model/verdict.ts';
import { isNonEmpty } from '../model/words.ts';
import type { OnceForAlike } from './alike.ts';
import { asWritten } from './as-written.ts';
import { canonical } from './canonical.ts';

/** What has been found on one target so far. */
export type Findings = ReadonlyMap<RuleId, Finding>;

/** The facts of declared needs, by name; or the readings that keep them from being known. */
export type Gathered = { readonly facts: Readonly<Record<string, unknown>> } | { readonly unknowns: readonly Unknown[] };

const vanished = ({ kind, provenBy }: AnyFactRequest): Unknown => unknown('failed', `${kind} was not found, although ${provenBy} found it — run again`);

const readOne = (request: AnyFactRequest, facts: Facts): Fact => {
  const fact = facts.get(request);
  return fact.state === 'absent' && request.provenBy !== undefined ? vanished(request) : fact;
};

const readNeed = (need: Need, facts: Facts): unknown => {
  if (need === undefined) return undefined;
  return Array.isArray(need) ? need.map((one) => readOne(one, facts)) : readOne(need as AnyFactRequest, facts);
};

const readAll = (needs: Needs, facts: Facts): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(needs).map(([name, need]) => [name, readNeed(need, facts)]));

const isUnknown = (value: unknown): value is Unknown => (value as Fact | undefined)?.state === 'unknown';

/** Drops equal readings: one refusal may stand behind several facts. */
export const distinct = (unknowns: readonly Unknown[]): readonly Unknown[] => [...new Map(unknowns.map((one) => [canonical(one), one])).values()];

/** Reads what a rule declared as needs. Any unknown keeps it from being judged. */
export const gatherNeeds = (needs: Needs, facts: Facts): Gathered => {
  const read = readAll(needs, facts);
  const unknowns = Object.values(read).flat().filter(isUnknown);
  return unknowns.length > 0 ? { unknowns: distinct(unknowns) } : { facts: read };
};

/** A rule's own uncertainty names each reason once. */
const saidOnce = (verdict: Verdict): Verdict => {
  if (verdict.outcome !== 'cannot-tell') return verdict;
  const because = distinct(verdict.because);
  return isNonEmpty(because) ? cannotTell(...because) : verdict;
};

/** What is wrong with what a rule said. A fact of another shape than its kind, such as in a facts file that was edited, may have no name to tell. */
const faultOf = (verdict: Verdict | undefined): string | undefined => {
  if (verdict?.outcome === undefined) return 'the rule gave no verdict';
  const isNamed = verdict.outcome !== 'fail' || verdict.evidence.every(({ subject }) => subject !== undefined && subject !== null);
  return isNamed ? undefined : 'the rule names nothing that its evidence is about';
};

/** Runs an author's code: whatever it throws is the rule's error, and only this rule's. */
export const guarded = (judge: () => Verdict): Verdict => {
  try {
    const verdict = judge();
    const message = faultOf(verdict);
    return message === undefined ? saidOnce(verdict) : { outcome: 'error', message };
  } catch (error) {
    return brokenRule(error);
  }
};

/** What is said of a rule whose own code threw. */
export const brokenRule = (error: unknown): RuleError =>
  error instanceof Error
    ? { outcome: 'error', message: error.message, ...(error.stack !== undefined && { stack: error.stack }) }
    : { outcome: 'error', message: String(error) };

const blockedBy = (rule: AnyRule, { rule: before, verdict, follows }: Finding): Finding | undefined => {
  const roots = follows ?? [before];
  if (verdict.outcome === 'fail') return { rule: rule.id, verdict: notApplicable(`because ${before} failed`), follows: roots };
  if (verdict.outcome === 'cannot-tell') return { rule: rule.id, verdict, follows: roots };
  if (verdict.outcome === 'error') return { rule: rule.id, verdict: cannotTell(unknown('failed', `the rule ${before} is broken`)), follows: roots };
  return follows === undefined ? undefined : { rule: rule.id, verdict, follows };
};

/** The finding that follows when a rule this one depends on did not pass: a failure counts before an uncertainty. */
export const followsFrom = (rule: AnyRule, findings: Findings): Finding | undefined => {
  const blocked = (rule.dependsOn ?? []).flatMap((id) => {
    const before = findings.get(id);
    return before === undefined ? [] : (blockedBy(rule, before) ?? []);
  });
  const decisive = blocked.filter(({ verdict }) => verdict.outcome === 'not-applicable');
  const [first, ...rest] = decisive.length > 0 ? decisive : blocked;
  return first && { ...first, follows: [...new Set([first, ...rest].flatMap(({ follows }) => follows ?? []))] };
};

/** Adds what a rule wants; each is read when it is looked at, since most of it matters in few cases. What is needed goes before what is wanted. */
const withWanted = (known: Readonly<Record<string, unknown>>, wants: Needs, facts: Facts): Readonly<Record<string, unknown>> => {
  const all: Record<string, unknown> = { ...known };
  for (const name of Object.keys(wants)) {
    if (Object.hasOwn(known, name)) continue;
    let read: { readonly value: unknown } | undefined;
    const get = (): unknown => {
      read ??= { value: readNeed(wants[name], facts) };
      return read.value;
    };
    Object.defineProperty(all, name, { get, enumerable: true, configurable: true });
  }
  return all;
};

const judgeKnown = (rule: Rule, target: Target, facts: Facts): Verdict => {
  const gathered = gatherNeeds(rule.needs(target as never), facts);
  if ('unknowns' in gathered) return isNonEmpty(gathered.unknowns) ? cannotTell(...gathered.unknowns) : notApplicable('nothing to ask');
  return rule.judge(withWanted(gathered.facts, rule.wants(target as never), facts) as never, target as never);
};

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

/** Why a field of a plan is not known: a path is open where a part of it is, or where it is a part of what is. */
const openAt = (unresolved: Readonly<Record<string, Unknown>>, field: string): readonly Unknown[] =>
  field.includes('.')
    ? Object.entries(unresolved).flatMap(([open, why]) => (open.includes('.') && (isWithin(open, field) || isWithin(field, open)) ? [why] : []))
    : [unresolved[field] ?? []].flat();

/** The verdict where a rule does not accept a target: not applicable, unless a field that decides could not be read. */
export const notAccepted = ({ appliesTo }: AnyRule, { unresolved = {} }: Target): Verdict => {
  const open = distinct((appliesTo.fields ?? []).flatMap((field) => openAt(unresolved, field)));
  return isNonEmpty(open) ? cannotTell(...open) : notApplicable(appliesTo.otherwise);
};

/** How one rule judges a target, given what was found on it before. */
export type JudgeByRule = (target: Target, findings: Findings) => Finding;

/** How what a rule says becomes a finding. */
export type AsFinding = (finding: Finding, target: Target) => Finding;

/** What a rule is judged with: the facts, and how answers are remembered and completed. Default: not at all. */
interface RuleGiven {
  readonly facts: Facts;
  readonly once?: OnceForAlike;
  readonly asFinding?: AsFinding;
}

const refusalOf = (rule: AnyRule, target: Target): Finding | undefined => {
  try {
    return rule.appliesTo.accepts(target) ? undefined : { rule: rule.id, verdict: notAccepted(rule, target) };
  } catch (error) {
    return { rule: rule.id, verdict: brokenRule(error) };
  }
};

/** Makes a rule ready to judge targets, one after another. Pure, total, synchronous. */
export const judgingBy = (rule: Rule, { facts, once = (ask) => ask, asFinding = (finding) => finding }: RuleGiven): JudgeByRule => {
  const refused = once((target) => refusalOf(rule, target));
  const known = once((target) =>
    asFinding(
      {
        rule: rule.id,
        verdict: asWritten(
          guarded(() => judgeKnown(rule, target, facts)),
          target,
        ),
      },
      target,
    ),
  );
  return (target, findings) => refused(target) ?? followsFrom(rule, findings) ?? known(target);
};

import type { KnownFacts, Needs, None, WantedFacts } from './fact.ts';
import type { RuleId } from './rule-id.ts';
import type { TableOrigin } from './sourced.ts';
import type { Target } from './target.ts';
import type { Judgement } from './verdict.ts';
import type { NonEmpty, Url } from './words.ts';

/** `error`: AWS refuses a step of this plan, or it hangs or fails. `warning`: it may, or it works with loss. `note`: hygiene, cost. */
export type Severity = 'error' | 'warning' | 'note';

/** How sure we are that AWS behaves so. Only the first three carry an `error`. */
export type Basis = 'documented' | 'api-model' | 'observed' | 'field-report' | 'inference';

/** The words of a rule; generated documents are made from them. */
export interface RuleMeta {
  readonly id: RuleId;
  /** A sentence that is true on pass. */
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  readonly docs: NonEmpty<Url>;
  readonly basis: Basis;
  /** AWS's error messages that this rule prevents. */
  readonly predicts?: readonly string[];
  /** Why no waiver may excuse a failure of this rule. */
  readonly unwaivable?: string;
  /** What it judges decides only whether AWS lets a thing be made: nothing of it is left to judge once the thing exists. */
  readonly onlyBeforehand?: true;
  /** Judged first; unless each passes, this rule is not judged. */
  readonly dependsOn?: readonly RuleId[];
  /** Tables on which its verdicts rest alone; by the clock of a run, an old one makes them warnings. */
  readonly restsOn?: readonly TableOrigin[];
}

/** A type guard with the reason for a no. */
export interface Applicability<T extends Target> {
  readonly accepts: (target: Target) => target is T;
  readonly otherwise: string;
  /** Fields that decide, by name or by path (`trainingJob.inputs`); where one of them could not be read, the rule cannot tell instead of not applying. */
  readonly fields?: readonly string[];
}

/** What an author writes: needs, wants and a pure judgement. */
export interface RuleSpec<T extends Target, N extends Needs, W extends Needs> extends RuleMeta {
  readonly appliesTo: Applicability<T>;
  /** Any unknown: cannot-tell, and judge is not called. */
  readonly needs: (target: T) => N;
  /** Helpful, may be unknown. */
  readonly wants?: (target: T) => W;
  readonly judge: (facts: KnownFacts<N> & WantedFacts<W>, target: T) => Judgement;
}

/** A rule as the engine sees it: its types forgotten, its contract kept by `defineRule`. */
export interface Rule extends RuleMeta {
  readonly kind: 'rule';
  readonly appliesTo: Applicability<Target>;
  readonly needs: (target: never) => Needs;
  readonly wants: (target: never) => Needs;
  readonly judge: (facts: never, target: never) => Judgement;
}

/** A rule that keeps its fact types, for tests. */
export interface TypedRule<T extends Target, N extends Needs, W extends Needs> extends Rule {
  readonly types?: { readonly target: T; readonly needs: N; readonly wants: W };
}

/** The plans of an applicability; what exists already is none. */
const ofPlans = <T extends Target>({ accepts, otherwise, ...more }: Applicability<T>): Applicability<T> => ({
  ...more,
  accepts: (target): target is T => target.existing !== true && accepts(target),
  otherwise: `it exists already, and this decides only whether it can be made; or ${otherwise}`,
});

const applicabilityOf = <T extends Target>({ appliesTo, onlyBeforehand }: RuleMeta & { readonly appliesTo: Applicability<T> }): Applicability<T> =>
  onlyBeforehand === true ? ofPlans(appliesTo) : appliesTo;

/** Defines a rule. See CONTRIBUTING.md, "Add a rule in ten minutes". */
export const defineRule = <T extends Target, const N extends Needs = None, const W extends Needs = None>(spec: RuleSpec<T, N, W>): TypedRule<T, N, W> =>
  ({ ...spec, kind: 'rule', appliesTo: applicabilityOf(spec), wants: spec.wants ?? (() => ({})) }) as unknown as TypedRule<T, N, W>;

/** One target of a joint judgement with its facts. */
export interface JointMember<T extends Target, N extends Needs> {
  readonly target: T;
  readonly facts: KnownFacts<N>;
}

/** What an author writes for a rule over several targets that share something. */
export interface JointRuleSpec<T extends Target, N extends Needs> extends RuleMeta {
  readonly appliesTo: Applicability<T>;
  readonly needs: (target: T) => N;
  /** Names of what this target shares; targets that name the same thing are one group. */
  readonly sharing: (target: T) => readonly string[];
  /** Called once per group of two or more. */
  readonly judge: (members: NonEmpty<JointMember<T, N>>, shared: string) => Judgement;
}

/** A joint rule as the engine sees it. */
export interface JointRule extends RuleMeta {
  readonly kind: 'joint';
  readonly appliesTo: Applicability<Target>;
  readonly needs: (target: never) => Needs;
  readonly sharing: (target: never) => readonly string[];
  readonly judge: (members: never, shared: string) => Judgement;
}

/** A joint rule that keeps its fact types, for tests. */
export interface TypedJointRule<T extends Target, N extends Needs> extends JointRule {
  readonly types?: { readonly target: T; readonly needs: N };
}

/** Defines a rule that is judged once per group of targets that share something. */
export const defineJointRule = <T extends Target, const N extends Needs = None>(spec: JointRuleSpec<T, N>): TypedJointRule<T, N> =>
  ({ ...spec, kind: 'joint', appliesTo: applicabilityOf(spec) }) as unknown as TypedJointRule<T, N>;

export type AnyRule = Rule | JointRule;

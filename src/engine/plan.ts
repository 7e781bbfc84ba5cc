import type { AnyFactRequest } from '../model/fact.ts';
import { isDerived } from '../model/fact.ts';
import type { AnyRule } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { OnceForAlike } from './alike.ts';
import { openAlike } from './alike.ts';
import { keyOf } from './facts.ts';
import type { Law } from './judge.ts';
import { requestsFor } from './requests.ts';
import { lawOfScenarios } from './scenario-law.ts';

/** One fact to be read, with what asks for it. */
export interface PlannedFact {
  readonly request: AnyFactRequest;
  /** Steps that must be known first; 0: can be asked at once. */
  readonly stage: number;
  readonly askedBy: readonly string[];
}

/** The unique facts that targets need, and which of them each one waits for. */
export interface Plan {
  readonly facts: readonly PlannedFact[];
  /** Places in `facts`, a list for each target. */
  readonly of: readonly Uint32Array[];
  /** Places of what has to be known before rules over several targets can be judged. */
  readonly joint: Uint32Array;
}

/** A fact while the plan is made. */
interface Noted {
  readonly request: AnyFactRequest;
  readonly stage: number;
  readonly place: number;
  readonly askedBy: Set<string>;
}

/** A selection has no name: two requests select alike when they share the function. */
const numbering = (): ((select: object) => number) => {
  const numbers = new Map<object, number>();
  return (select) => {
    const number = numbers.get(select) ?? numbers.size;
    numbers.set(select, number);
    return number;
  };
};

const describe = (request: AnyFactRequest, numberOf: (select: object) => number): { readonly key: string; readonly stage: number } => {
  let stage = 0;
  const params = Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => {
      if (!isDerived(value)) return [name, value];
      const inner = describe(value.derivedFrom, numberOf);
      stage = Math.max(stage, inner.stage + 1);
      return [name, { from: inner.key, select: numberOf(value.select) }];
    }),
  );
  return { key: keyOf(request.kind, params), stage };
};

const withInner = (request: AnyFactRequest): readonly AnyFactRequest[] => [
  ...Object.values(request.params).flatMap((value) => (isDerived(value) ? withInner(value.derivedFrom) : [])),
  request,
];

/** Numbers unique facts as they are asked for. */
const openNotes = () => {
  const numberOf = numbering();
  const noted = new Map<string, Noted>();
  const note = (request: AnyFactRequest, by: string): number => {
    const { key, stage } = describe(request, numberOf);
    const known = noted.get(key) ?? { request, stage, place: noted.size, askedBy: new Set() };
    noted.set(key, known);
    known.askedBy.add(by);
    return known.place;
  };
  const facts = (): readonly PlannedFact[] => [...noted.values()].map(({ request, stage, askedBy }) => ({ request, stage, askedBy: [...askedBy] }));
  return { note, facts };
};

/** What is asked on whose behalf, where it stands in the plan. */
type Asks = (target: Target) => readonly number[];

const placesOf = (requests: readonly AnyFactRequest[], note: (request: AnyFactRequest) => number): readonly number[] => requests.flatMap(withInner).map(note);

/** What is left out of a plan, whoever asks for it. */
export type IsWanted = (request: AnyFactRequest) => boolean;

/** How a plan is made: `more` is what completing a target asks for; `isWanted` leaves kinds of facts out. */
export interface Planning {
  readonly more: (target: Target) => readonly AnyFactRequest[];
  readonly isWanted?: IsWanted;
}

/** The unique facts that these targets need. Requests that alike targets make are written down once. */
export const planOf = (law: Law, targets: readonly Target[], { more, isWanted = () => true }: Planning): Plan => {
  const { note, facts } = openNotes();
  const once: OnceForAlike = openAlike();
  const rulesFor = lawOfScenarios(law);
  const asking = (by: string, requests: (target: Target) => readonly AnyFactRequest[]): Asks =>
    once((target) => placesOf(requests(target).filter(isWanted), (request) => note(request, by)));
  const completing = asking('the target itself', more);
  const byRule = new Map<AnyRule, Asks>(law.rules.map((rule) => [rule, asking(rule.id, (target) => requestsFor(rule, target))]));
  const placesFor = (rules: readonly AnyRule[], target: Target): readonly number[] => rules.flatMap((rule) => byRule.get(rule)?.(target) ?? []);
  const joint = new Set<number>();
  const of = targets.map((target) => {
    const { all, joint: shared, beforeJoint } = rulesFor(target);
    for (const place of placesFor([...beforeJoint, ...shared], target)) joint.add(place);
    return Uint32Array.from(new Set([...completing(target), ...placesFor(all, target)]));
  });
  return { facts: facts(), of, joint: Uint32Array.from(joint) };
};

/** The facts of a plan in the order in which they can be read. */
export const inReadingOrder = ({ facts }: Plan): readonly PlannedFact[] => facts.toSorted((a, b) => a.stage - b.stage);

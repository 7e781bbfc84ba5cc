import type { Facts, Needs, Unknown } from '../model/fact.ts';
import type { NetworkPicture } from '../model/picture.ts';
import type { Finding } from '../model/report.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { gatherNeeds } from './judge-rule.ts';

/** Draws what a target runs in, from facts that its rules ask for anyway. Undefined: what is there makes no picture. */
export interface Sketch {
  readonly appliesTo: Applicability<Target>;
  readonly needs: (target: never) => Needs;
  readonly draw: (facts: never, target: never, findings: readonly Finding[]) => NetworkPicture | undefined;
}

/** A picture, or the readings that keep it from being drawn. */
export type Sketched = { readonly picture: NetworkPicture | undefined } | { readonly unknowns: readonly Unknown[] };

/** Draws one target; undefined: it has no network. */
export const sketchOf = (
  { appliesTo, needs, draw }: Sketch,
  target: Target,
  known: { readonly facts: Facts; readonly findings: readonly Finding[] },
): Sketched | undefined => {
  if (!appliesTo.accepts(target)) return undefined;
  try {
    const gathered = gatherNeeds(needs(target as never), known.facts);
    return 'unknowns' in gathered ? gathered : { picture: draw(gathered.facts as never, target as never, known.findings) };
  } catch {
    // Facts that a rule cannot be judged on make that rule an error, which the report says; they make no picture either.
    return { picture: undefined };
  }
};

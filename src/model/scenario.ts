import type { RuleId } from './rule-id.ts';
import type { ScenarioId } from './target.ts';
import type { NonEmpty, Url } from './words.ts';

/** A kind of deployment: the rules that judge it, and the guide it comes from. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly guide: Url;
  readonly rules: NonEmpty<RuleId>;
}

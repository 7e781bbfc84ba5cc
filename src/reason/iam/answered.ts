import type { Asked } from './asked.ts';
import type { Decided } from './decision.ts';
import type { Policies } from './types.ts';
import type { Weighed } from './weigh.ts';

/** A question with everything that its answer was made from. */
export interface Answered {
  readonly asked: Asked;
  readonly policies: Policies;
  readonly weighed: Weighed;
  readonly decided: Decided;
}

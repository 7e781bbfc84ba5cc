import { RULES } from '../../rules/index.ts';
import { SCENARIOS } from '../../rules/scenarios/index.ts';
import type { Law } from '../engine/judge.ts';
import type { Sketch } from '../engine/sketch.ts';
import { partitionOf } from '../reason/arn.ts';
import { networkSketch } from '../reason/network/sketch.ts';

/** Every rule and scenario of this version. */
export const LAW: Law = { rules: RULES, scenarios: SCENARIOS, partitionOf, sketch: networkSketch as unknown as Sketch };

import type { Fact } from '../../model/fact.ts';
import { absent, present } from '../../model/fact.ts';
import type { IamEngine } from '../../model/facts/iam.ts';
import type { Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import { simulatedContext } from './planned-context.ts';
import type { SecondOpinion } from './second-opinion.ts';

/** What a rule was told of AWS's simulator: whether its word counts, and its answers about one principal. */
export interface Simulator {
  readonly engine: Fact<'run.iamEngine'>;
  readonly simulations: readonly Fact<'iam.simulation'>[];
}

/** Sageready's own evaluation alone. */
export const NO_SIMULATOR: Simulator = { engine: present('local'), simulations: [] };

/** The same facts, judged by sageready's own evaluation alone. */
export const withoutSimulator = <F extends Simulator>(facts: F): F => ({ ...facts, ...NO_SIMULATOR });

/** Facts of before there was a choice say nothing: what was simulated counts. */
const engineOf = ({ engine }: Simulator): IamEngine => (engine.state === 'present' ? engine.value : 'both');

/** The simulator's answer to one permission question; without one, why it gave none. */
export const opinionOn = <T extends Target>(
  simulator: Simulator,
  permission: Permission<T>,
  { target, resource }: { readonly target: T; readonly resource: string },
): SecondOpinion => {
  const engine = engineOf(simulator);
  if (engine === 'local') return { engine, simulation: absent };
  const { simulations } = simulator;
  const context = JSON.stringify(simulatedContext(permission, target));
  const answer = simulations.find(
    (one) =>
      one.state === 'present' &&
      one.value.asked.action === permission.action &&
      one.value.asked.resourceArn === resource &&
      JSON.stringify(one.value.asked.context) === context,
  );
  return { engine, simulation: answer ?? simulations.find(({ state }) => state === 'unknown') ?? absent };
};

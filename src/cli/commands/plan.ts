import type { Target } from '../../model/target.ts';
import type { ServicePlan } from '../../run/call-plan.ts';
import { callPlan } from '../../run/call-plan.ts';
import { factsFor } from '../../run/gather.ts';
import type { OptionalCalls } from '../../run/simulation-plan.ts';
import { simulationCalls } from '../../run/simulation-plan.ts';
import { isOpen } from '../../targets/resolve/index.ts';
import { describedTargets } from '../describe.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';
import { iamEngineOf } from '../words.ts';

const formulaOf = ({ certain, terms }: ServicePlan): string => [String(certain), ...terms.map(({ each, per }) => `${each} × ${per}`)].join(' + ');

const tableOf = (services: readonly ServicePlan[]): string => {
  const width = Math.max(...services.map(({ service }) => service.length));
  const rows = services.flatMap((plan) => [
    `  ${plan.service.padEnd(width)}  ${formulaOf(plan)}`,
    `  ${' '.repeat(width)}    ${plan.operations.map((name) => name.slice(name.indexOf(':') + 1)).join(', ')}`,
  ]);
  return `${rows.join('\n')}\n`;
};

const ifAllowed = (simulations: readonly OptionalCalls[]): string =>
  simulations.map(({ operation, atMost, per }) => `\nIf allowed: ${operation}, at most ${atMost}, ${per}; the check works without.\n`).join('');

const closing = (services: readonly ServicePlan[], stages: number): string => {
  const certain = services.reduce((sum, plan) => sum + plan.certain, 0);
  const perhaps = services.some(({ terms }) => terms.length > 0) ? ' and what the account adds' : '';
  return `\n${certain} calls${perhaps}, in ${stages} dependent ${stages === 1 ? 'step' : 'steps'} at least; none twice, none writes.\n`;
};

/** What a plan cannot foresee: a target that names something deployed says its role, image and artifact only once that is read. */
const laterOf = (targets: readonly Target[]): string =>
  targets
    .filter(isOpen)
    .map(({ name }) => `${name} is completed first; what its role, image, artifact and key take comes on top, once they are known.\n`)
    .join('');

/** Says which calls a check would make; makes none. */
export const run = async (words: Words): Promise<number> => {
  const { targets } = await describedTargets(words);
  const facts = factsFor(targets, iamEngineOf(words));
  const services = callPlan(facts);
  const simulations = simulationCalls(facts);
  const stages = 1 + Math.max(0, ...facts.map(({ stage }) => stage));
  if (words['json'] === true)
    await print(
      `${JSON.stringify({ services, ifAllowed: simulations, stages, open: targets.filter(isOpen).map(({ name }) => name), facts: facts.map(({ request, stage, askedBy }) => ({ kind: request.kind, stage, askedBy })) }, null, 2)}\n`,
    );
  else
    await print(
      `Calls for ${targets.length} target${targets.length === 1 ? '' : 's'}, ${facts.length} facts\n\n${tableOf(services)}${ifAllowed(simulations)}${closing(services, stages)}${laterOf(targets)}`,
    );
  return 0;
};

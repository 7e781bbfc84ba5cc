import type { PlannedFact } from '../../engine/plan.ts';
import type { IamEngine } from '../../model/facts/iam.ts';
import type { Target } from '../../model/target.ts';
import type { AccountGroup } from '../../run/account-group.ts';
import { accountGroups } from '../../run/account-group.ts';
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

/** The calls that reading one account takes. */
interface AccountPlan {
  readonly group: AccountGroup;
  readonly facts: readonly PlannedFact[];
  readonly services: readonly ServicePlan[];
  readonly simulations: readonly OptionalCalls[];
  readonly stages: number;
}

const planOf = (group: AccountGroup, iamEngine: IamEngine | undefined): AccountPlan => {
  const facts = factsFor(group.targets, iamEngine);
  const stages = 1 + Math.max(0, ...facts.map(({ stage }) => stage));
  return { group, facts, services: callPlan(facts), simulations: simulationCalls(facts), stages };
};

const dataOf = ({ group: { targets }, facts, services, simulations, stages }: AccountPlan) => ({
  services,
  ifAllowed: simulations,
  stages,
  open: targets.filter(isOpen).map(({ name }) => name),
  facts: facts.map(({ request, stage, askedBy }) => ({ kind: request.kind, stage, askedBy })),
});

const textOf = ({ group: { targets }, facts, services, simulations, stages }: AccountPlan): string =>
  `Calls for ${targets.length} target${targets.length === 1 ? '' : 's'}, ${facts.length} facts\n\n${tableOf(services)}${ifAllowed(simulations)}${closing(services, stages)}${laterOf(targets)}`;

const namedText = (plan: AccountPlan): string => {
  const { account, assumeRole, targets } = plan.group;
  const again = targets.some(isOpen) ? ', and once more when its targets are completed' : '';
  const taken = assumeRole === undefined ? '' : `, read by ${assumeRole}: sts:AssumeRole once${again}, and again before its session ends`;
  return `Account ${account}${taken}\n\n${textOf(plan)}`;
};

const namedData = (plan: AccountPlan) => {
  const { account, assumeRole } = plan.group;
  return { account, ...(assumeRole !== undefined && { assumeRole }), ...dataOf(plan) };
};

/** Says which calls a check would make, account by account where there are several or roles are taken on; makes none. */
export const run = async (words: Words): Promise<number> => {
  const { targets } = await describedTargets(words);
  const plans = accountGroups(targets).map((group) => planOf(group, iamEngineOf(words)));
  const [only, ...others] = plans;
  const isPlain = only !== undefined && others.length === 0 && only.group.assumeRole === undefined;
  if (words['json'] === true) await print(`${JSON.stringify(isPlain ? dataOf(only) : { accounts: plans.map(namedData) }, null, 2)}\n`);
  else await print(isPlain ? textOf(only) : plans.map(namedText).join('\n'));
  return 0;
};

import { SAGEMAKER_QUOTAS } from '../data/quotas.ts';
import type { FactRequest, KnownFact, Unknown } from '../model/fact.ts';
import { fact, unknown } from '../model/fact.ts';
import type { InstanceUse } from '../model/facts/sagemaker.ts';
import type { Fix } from '../model/fix.ts';
import type { Reading } from '../model/reading.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { Evidence, Judgement } from '../model/verdict.ts';
import { cannotTell, fail, notApplicable, pass } from '../model/verdict.ts';
import type { NonEmpty } from '../model/words.ts';
import { isNonEmpty } from '../model/words.ts';
import { TRAINING_COUNTS, TRAINING_TYPES } from './open-fields.ts';
import type { InstanceUsage, PlannedInstances } from './planned.ts';
import { plannedInstances } from './planned.ts';
import { askersOf, demandsOf, withDemands } from './together.ts';

const SERVICE = 'sagemaker';
// What all instances of a use draw on together.
const TOTAL_CODES = { endpoint: 'L-7A3DF611', 'training job': 'L-00C91CB5', 'spot training job': 'L-00C91CB5' } as const satisfies Record<
  InstanceUsage,
  string
>;
const nameOfTotal = (usage: InstanceUsage): string => SAGEMAKER_QUOTAS.values.find(({ code }) => code === TOTAL_CODES[usage])?.name ?? TOTAL_CODES[usage];

/** A plan whose instance types are known. */
export const withInstances: Applicability<Target> = {
  accepts: (target): target is Target => plannedInstances(target).length > 0,
  otherwise:
    'the plan names no instance types: a serverless endpoint has none, and a default recommender job chooses its own unless the model package lists some',
  fields: ['instanceType', ...TRAINING_TYPES, ...TRAINING_COUNTS, 'containerConfig'],
};

/** The name of the quota that instances of one type and use draw on. */
const quotaNameOf = ({ type, usage }: Pick<PlannedInstances, 'type' | 'usage'>): string => `${type} for ${usage} usage`;

const distinctUses = (target: Target): readonly PlannedInstances[] => {
  const planned = plannedInstances(target);
  return planned.filter((one, place) => planned.findIndex((other) => quotaNameOf(other) === quotaNameOf(one)) === place);
};

const usagesOf = (target: Target): readonly InstanceUsage[] => [...new Set(plannedInstances(target).map(({ usage }) => usage))];

const inUseRequest = (usage: InstanceUsage, { region }: Target): FactRequest =>
  usage === 'endpoint' ? fact('sagemaker.endpointInstances', { region }) : fact('sagemaker.trainingInstances', { region });

/** What is needed to know whether the planned instances are granted: a quota per type and use, and one per use for all types. */
export const instanceQuotaNeeds = (target: Target) => ({
  quotas: distinctUses(target).map((one) => fact('quota.named', { serviceCode: SERVICE, quotaName: quotaNameOf(one), region: target.region })),
});

/** What helps: the totals, and what runs already. */
export const instanceQuotaWants = (target: Target) => ({
  totals: usagesOf(target).map((usage) => fact('quota.applied', { serviceCode: SERVICE, quotaCode: TOTAL_CODES[usage], region: target.region })),
  inUse: usagesOf(target).map((usage) => inUseRequest(usage, target)) as readonly FactRequest<'sagemaker.endpointInstances'>[],
});

/** The facts that these questions are answered from. */
export interface InstanceQuotaFacts {
  readonly quotas: readonly KnownFact<'quota.named'>[];
  readonly totals: readonly (KnownFact<'quota.applied'> | Unknown)[];
  readonly inUse: readonly (KnownFact<'sagemaker.endpointInstances'> | Unknown)[];
}

/** One limit that the plan draws on. */
interface Draw {
  /** What it is called among plans that share it. */
  readonly of: string;
  readonly quota: { readonly code: string; readonly name: string; readonly value: number };
  readonly planned: number;
  readonly inUse: Reading<number>;
  readonly field: PlannedInstances['field'];
}

const countOf = (uses: readonly InstanceUse[], matches: (use: InstanceUse) => boolean): number =>
  uses.filter(matches).reduce((sum, { count }) => sum + count, 0);

const runningOf = (usage: InstanceUsage, target: Target, { inUse }: InstanceQuotaFacts): Reading<readonly InstanceUse[]> => {
  const known = inUse[usagesOf(target).indexOf(usage)];
  if (known === undefined) return unknown('not-collected', 'what runs already was not read');
  return known.state === 'unknown' ? known : known.value;
};

const counted = (running: Reading<readonly InstanceUse[]>, matches: (use: InstanceUse) => boolean): Reading<number> =>
  running.state === 'present' ? { state: 'present', value: countOf(running.value, matches) } : running;

const isOfUsage = (usage: InstanceUsage, { spot }: InstanceUse): boolean => spot === (usage === 'spot training job');

const drawsOfTypes = (planned: readonly PlannedInstances[], target: Target, facts: InstanceQuotaFacts): readonly Draw[] =>
  distinctUses(target).flatMap((one, place) => {
    const quota = facts.quotas[place];
    if (quota?.state !== 'present') return [];
    const same = planned.filter((other) => quotaNameOf(other) === quotaNameOf(one));
    const running = runningOf(one.usage, target, facts);
    const inUse = counted(running, (use) => use.instanceType === one.type && isOfUsage(one.usage, use));
    return [{ of: quotaNameOf(one), quota: quota.value, planned: same.reduce((sum, { count }) => sum + count, 0), inUse, field: one.field }];
  });

const drawsOfTotals = (planned: readonly PlannedInstances[], target: Target, facts: InstanceQuotaFacts): readonly Draw[] =>
  usagesOf(target).flatMap((usage, place) => {
    const total = facts.totals[place];
    if (total?.state !== 'present') return [];
    const same = planned.filter((one) => TOTAL_CODES[one.usage] === TOTAL_CODES[usage]);
    const inUse = counted(runningOf(usage, target, facts), () => true);
    return [
      {
        of: nameOfTotal(usage),
        quota: { ...total.value, name: total.value.name || nameOfTotal(usage) },
        planned: same.reduce((sum, { count }) => sum + count, 0),
        inUse,
        field: same[0]?.field ?? [],
      },
    ];
  });

const known = ({ inUse }: Draw): number => (inUse.state === 'present' ? inUse.value : 0);
const isExceeded = (draw: Draw): boolean => draw.planned + known(draw) > draw.quota.value;
const wordsOf = (draw: Draw): string =>
  `${draw.quota.name}: ${draw.planned} planned${draw.inUse.state === 'present' ? ` + ${draw.inUse.value} in use` : ''}, ${draw.quota.value} allowed`;

const evidenceOf = (draw: Draw, { account, region }: Target): Evidence => ({
  subject: { account, region, kind: 'service-quota', name: draw.quota.name },
  observed: wordsOf(draw),
  expected: `at least ${draw.planned + known(draw)}`,
  field: draw.field,
});

const requestFor = (draw: Draw, { region }: Target): Fix => ({
  kind: 'request-quota',
  serviceCode: SERVICE,
  quotaCode: draw.quota.code,
  quotaName: draw.quota.name,
  region,
  value: draw.planned + known(draw),
});

const unlisted = (target: Target, { quotas }: InstanceQuotaFacts): readonly Unknown[] =>
  distinctUses(target).flatMap((one, place) =>
    quotas[place]?.state === 'absent'
      ? [
          unknown(
            'unsupported',
            `Service Quotas lists no "${quotaNameOf(one)}" in ${target.region} — look whether this Region offers the type, and its quota in the console`,
          ),
        ]
      : [],
  );

const judgeDraws = (draws: readonly Draw[], target: Target, open: readonly Unknown[]): Judgement => {
  const exceeded = draws.filter(isExceeded);
  const evidence = exceeded.map((draw) => evidenceOf(draw, target));
  if (isNonEmpty(evidence))
    return fail(
      exceeded.map(wordsOf).join('; '),
      evidence,
      exceeded.map((draw) => requestFor(draw, target)),
    );
  const unread: readonly Unknown[] = [...open, ...draws.flatMap(({ inUse }) => (inUse.state === 'unknown' ? [inUse] : []))];
  return isNonEmpty(unread) ? cannotTell(...unread) : pass(draws.map(wordsOf).join('; '));
};

const drawsOf = (planned: readonly PlannedInstances[], target: Target, facts: InstanceQuotaFacts): readonly Draw[] => [
  ...drawsOfTypes(planned, target, facts),
  ...drawsOfTotals(planned, target, facts),
];

const openIn = (target: Target, facts: InstanceQuotaFacts): readonly Unknown[] => [
  ...unlisted(target, facts),
  ...facts.totals.flatMap((total) => (total.state === 'unknown' ? [total] : [])),
];

/** Judges whether the planned instances fit beside what runs. What is exceeded by the plan alone fails, whatever else is unknown. */
export const judgeInstanceQuota = (planned: readonly PlannedInstances[], target: Target, facts: InstanceQuotaFacts): Judgement =>
  planned.length === 0 ? notApplicable('no instances are planned') : judgeDraws(drawsOf(planned, target, facts), target, openIn(target, facts));

/** Names of what a plan shares with others: the quota of each type and use, and the total of what is used alike. */
export const sharedQuotas = (target: Target): readonly string[] => [
  ...new Set(
    plannedInstances(target).flatMap((one) => [quotaNameOf(one), nameOfTotal(one.usage)].map((name) => `${name} of ${target.account} in ${target.region}`)),
  ),
];

const isOf = (shared: string, name: string): boolean => shared.startsWith(`${name} of `);
const drawsOn = (shared: string, one: PlannedInstances): boolean => [quotaNameOf(one), nameOfTotal(one.usage)].some((name) => isOf(shared, name));
const sharedInstances = (target: Target, shared: string): readonly PlannedInstances[] => plannedInstances(target).filter((one) => drawsOn(shared, one));

/** Judges whether the instances of several plans fit into the one quota that they share; of plans of one endpoint or job the largest counts. */
export const judgeSharedInstances = (plans: NonEmpty<{ readonly target: Target; readonly facts: InstanceQuotaFacts }>, shared: string): Judgement => {
  const [{ target, facts }] = plans;
  const demands = demandsOf(plans, (plan) => sharedInstances(plan, shared).reduce((sum, { count }) => sum + count, 0));
  const planned = askersOf(demands).flatMap((plan) => sharedInstances(plan, shared));
  const draws = drawsOf(planned, target, facts).filter(({ of }) => isOf(shared, of));
  const { account, region } = target;
  const subject = { account, region, kind: 'service-quota', name: draws[0]?.quota.name ?? shared };
  return withDemands(judgeDraws(draws, target, openIn(target, facts)), demands, subject);
};

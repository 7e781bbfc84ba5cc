import type { KnownFact, Unknown } from '../model/fact.ts';
import { fact, unknown } from '../model/fact.ts';
import type { Fix } from '../model/fix.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { Judgement } from '../model/verdict.ts';
import { cannotTell, fail, pass } from '../model/verdict.ts';
import { isNonEmpty } from '../model/words.ts';
import { TRAINING_COUNTS, TRAINING_TYPES } from './open-fields.ts';
import type { PlannedInstances } from './planned.ts';
import { plannedInstances } from './planned.ts';

const SERVICE = 'sagemaker';
const KEPT = 'trainingJob.resourceConfig.keepAlivePeriodInSeconds';

const isKept = ({ trainingJob }: Target): boolean => (trainingJob?.resourceConfig?.keepAlivePeriodInSeconds ?? 0) > 0;

/** A plan whose instances stay in a warm pool after the job. */
export const keepsInstances: Applicability<Target> = {
  accepts: (target): target is Target => isKept(target) && plannedInstances(target).length > 0,
  otherwise: 'the plan keeps no instances in a warm pool (KeepAlivePeriodInSeconds)',
  fields: [KEPT, ...TRAINING_TYPES, ...TRAINING_COUNTS],
};

/** Planned instances by type, each once with its sum. */
const kept = (target: Target): readonly PlannedInstances[] => {
  const planned = plannedInstances(target);
  const sumOf = (type: string): number => planned.filter((one) => one.type === type).reduce((sum, { count }) => sum + count, 0);
  return planned.filter(({ type }, place) => planned.findIndex((one) => one.type === type) === place).map((one) => ({ ...one, count: sumOf(one.type) }));
};

const quotaNameOf = ({ type }: PlannedInstances): string => `${type} for training warm pool usage`;

/** The quota of each planned type for warm pools. */
export const warmPoolNeeds = (target: Target) => ({
  quotas: kept(target).map((one) => fact('quota.named', { serviceCode: SERVICE, quotaName: quotaNameOf(one), region: target.region })),
});

type Draw = PlannedInstances & { readonly quota: KnownFact<'quota.named'> };

const wordsOf = ({ quota, ...one }: Draw): string =>
  `${quotaNameOf(one)}: ${one.count} to keep, ${quota.state === 'present' ? quota.value.value : 'none'} allowed`;

const exceeds = ({ quota, count }: Draw): boolean => quota.state === 'present' && quota.value.value < count;

const requestFor = ({ quota, count }: Draw, { region }: Target): readonly Fix[] =>
  quota.state !== 'present'
    ? []
    : [{ kind: 'request-quota', serviceCode: SERVICE, quotaCode: quota.value.code, quotaName: quota.value.name, region, value: count }];

const unlisted = (one: Draw, { region }: Target): Unknown =>
  unknown('unsupported', `Service Quotas lists no "${quotaNameOf(one)}" in ${region} — look in the console whether the type can be kept there`);

/** Judges whether the account may keep as many instances as the plan has; what other pools hold at that time is not known. */
export const judgeWarmPools = (quotas: readonly KnownFact<'quota.named'>[], target: Target): Judgement => {
  const draws = kept(target).flatMap((one, place) => {
    const quota = quotas[place];
    return quota === undefined ? [] : [{ ...one, quota }];
  });
  const { account, region } = target;
  const exceeded = draws.filter(exceeds);
  const evidence = exceeded.map((draw) => ({
    subject: { account, region, kind: 'service-quota', name: quotaNameOf(draw) },
    observed: wordsOf(draw),
    expected: `at least ${draw.count}`,
    field: draw.field,
  }));
  if (isNonEmpty(evidence))
    return fail(
      exceeded.map(wordsOf).join('; '),
      evidence,
      exceeded.flatMap((draw) => requestFor(draw, target)),
    );
  const open: readonly Unknown[] = draws.flatMap((draw) => (draw.quota.state === 'absent' ? [unlisted(draw, target)] : []));
  return isNonEmpty(open) ? cannotTell(...open) : pass(`${draws.map(wordsOf).join('; ')}; what other pools hold is not counted`);
};

import type { Present } from '../../model/fact.ts';
import type { Subnet } from '../../model/facts/ec2.ts';
import type { Evidence, Judgement } from '../../model/verdict.ts';
import { fail, notApplicable, pass } from '../../model/verdict.ts';
import type { NonEmpty } from '../../model/words.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { WithVpc } from '../planned.ts';
import { demandsOf, withDemands } from '../together.ts';
import { addressesNeeded } from './addresses-needed.ts';
import { subnetField } from './places.ts';

type Subnets = readonly Present<Subnet>[];

/** A plan with the addresses that it takes. */
export interface AddressDemand {
  readonly target: WithVpc;
  readonly needed: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Each subnet once. A number below zero, which some servers tell of a full subnet, is none free. */
const freeIn = (subnets: Subnets): number => sum([...new Map(subnets.map(({ value }) => [value.id, Math.max(0, value.freeAddresses)])).values()]);

const distinct = (subnets: Subnets): Subnets => [...new Map(subnets.map((subnet) => [subnet.value.id, subnet])).values()];

const evidenceOf = (target: WithVpc, { value: { arn, id, freeAddresses } }: Present<Subnet>, expected: string): Evidence => ({
  subject: arn,
  observed: `${id} has ${Math.max(0, freeAddresses)} free addresses`,
  expected,
  field: subnetField(target, id),
});

/** Judges whether subnets together have the addresses that plans take together. */
export const judgeAddressesTogether = (demands: readonly AddressDemand[], subnets: Subnets): Judgement => {
  const [first] = demands;
  const wanted = sum(demands.map(({ needed }) => needed));
  const free = freeIn(subnets);
  const evidence = first === undefined ? [] : distinct(subnets).map((subnet) => evidenceOf(first.target, subnet, `${wanted} in all the subnets together`));
  if (!isNonEmpty(evidence)) return notApplicable('the plan names no subnet');
  return free >= wanted ? pass(`${free} free addresses, ${wanted} needed`) : fail(`${free} free addresses, ${wanted} needed`, evidence);
};

/** Judges whether each of several subnets has all the addresses that a plan takes at once. */
export const judgeEachAddresses = (target: WithVpc, { subnets, needed }: { readonly subnets: Subnets; readonly needed: number }): Judgement => {
  if (subnets.length < 2) return judgeAddressesTogether([{ target, needed }], subnets);
  const short = subnets.filter(({ value }) => value.freeAddresses < needed);
  const evidence = short.map((subnet) => evidenceOf(target, subnet, `${needed}, should all instances land there`));
  return isNonEmpty(evidence)
    ? fail(`Fewer than ${needed} free addresses in ${short.map(({ value }) => value.id).join(', ')}`, evidence)
    : pass(`each subnet has ${needed} free addresses or more`);
};

/** Names of the subnets that a plan may share with others. */
export const sharedSubnets = ({ vpcConfig, region, account }: WithVpc): readonly string[] =>
  [...new Set(vpcConfig.subnets)].map((id) => `${id} of ${account} in ${region}`);

/** A plan with the subnets that may serve it. */
export interface SharingPlan {
  readonly target: WithVpc;
  readonly facts: { readonly subnets: Subnets };
}

/** Judges plans that share a subnet. What each takes may come from any of its subnets, so that all of them together must hold the sum. */
export const judgeSharedAddresses = (plans: NonEmpty<SharingPlan>): Judgement => {
  const demands = demandsOf(plans, addressesNeeded);
  const subnets = plans.flatMap(({ facts }) => facts.subnets);
  const judgement = judgeAddressesTogether(
    demands.map(({ target, amount }) => ({ target, needed: amount })),
    subnets,
  );
  return withDemands(judgement, demands, subnets[0]?.value.arn ?? plans[0].target.name);
};

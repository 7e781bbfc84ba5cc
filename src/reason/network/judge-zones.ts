import type { Present } from '../../model/fact.ts';
import type { Subnet } from '../../model/facts/ec2.ts';
import type { Judgement } from '../../model/verdict.ts';
import { fail, notApplicable, pass } from '../../model/verdict.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { WithVpc } from '../planned.ts';
import { subnetField } from './places.ts';

const WANTED = 2;

/** Judges whether subnets lie in two Availability Zones at least. */
export const judgeZones = (target: WithVpc, subnets: readonly Present<Subnet>[]): Judgement => {
  const zones = [...new Set(subnets.map(({ value }) => value.zone))];
  const evidence = subnets.map(({ value: { arn, id, zone } }) => ({
    subject: arn,
    observed: `${id} is in ${zone}`,
    expected: 'subnets in two Availability Zones',
    field: subnetField(target, id),
  }));
  if (!isNonEmpty(evidence)) return notApplicable('the plan names no subnet');
  return zones.length >= WANTED ? pass(`the subnets are in ${zones.join(', ')}`) : fail(`Every subnet is in ${zones.join('')}`, evidence);
};

import type { Vpc } from '../../model/facts/ec2.ts';
import type { Judgement } from '../../model/verdict.ts';
import { fail, pass } from '../../model/verdict.ts';
import type { WithVpc } from '../planned.ts';
import { vpcArn } from './places.ts';

/** Judges whether a VPC leaves the hardware of its instances to them. */
export const judgeTenancy = (target: WithVpc, { id, tenancy }: Vpc): Judgement =>
  tenancy === 'default'
    ? pass(`${id} has default tenancy`)
    : fail(`${id} has ${tenancy} tenancy`, [{ subject: vpcArn(target, id), observed: tenancy, expected: 'default', field: ['vpcConfig', 'subnets'] }]);

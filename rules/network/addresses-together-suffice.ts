import { defineJointRule } from '../../src/model/rule.ts';
import { judgeSharedAddresses, sharedSubnets } from '../../src/reason/network/judge-addresses.ts';
import { subnetsOf } from '../../src/reason/network/needs.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const addressesTogetherSuffice = defineJointRule({
  id: 'network/addresses-together-suffice',
  title: 'The free addresses suffice for the instances of all plans on the same subnets',
  severity: 'error',
  basis: 'documented',
  why: 'Each plan may fit alone while the last one to start finds no free address, because all of them take addresses of the same subnets.',
  fix: 'Name larger or further subnets for some of the plans, or let them run at different times.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html', 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html'],
  predicts: ['InsufficientFreeAddressesInSubnet'],
  dependsOn: ['network/subnets-together-have-addresses'],
  onlyBeforehand: true,
  appliesTo: inVpc,
  needs: (target) => ({ subnets: subnetsOf(target) }),
  sharing: sharedSubnets,
  judge: (members) => judgeSharedAddresses(members),
});

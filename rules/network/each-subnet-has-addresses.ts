import { defineRule } from '../../src/model/rule.ts';
import { addressesAtOnce } from '../../src/reason/network/addresses-needed.ts';
import { judgeEachAddresses } from '../../src/reason/network/judge-addresses.ts';
import { subnetsOf } from '../../src/reason/network/needs.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const eachSubnetHasAddresses = defineRule({
  id: 'network/each-subnet-has-addresses',
  title: 'Each subnet has the free addresses that all of the plan’s instances take at once',
  severity: 'warning',
  basis: 'inference',
  why: 'SageMaker chooses the Availability Zone, so that all instances may land in one subnet; a recommender job may test several endpoints side by side.',
  fix: 'Free addresses in the subnets that are named, or leave them out where others suffice.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
  ],
  dependsOn: ['network/subnets-together-have-addresses'],
  onlyBeforehand: true,
  appliesTo: inVpc,
  needs: (target) => ({ subnets: subnetsOf(target) }),
  judge: ({ subnets }, target) => judgeEachAddresses(target, { subnets, needed: addressesAtOnce(target) }),
});

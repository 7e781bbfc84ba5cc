import { defineRule } from '../../src/model/rule.ts';
import { addressesNeeded } from '../../src/reason/network/addresses-needed.ts';
import { judgeAddressesTogether } from '../../src/reason/network/judge-addresses.ts';
import { subnetsOf } from '../../src/reason/network/needs.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const subnetsTogetherHaveAddresses = defineRule({
  id: 'network/subnets-together-have-addresses',
  title: 'The subnets together have the free addresses that the plan’s instances take',
  severity: 'error',
  basis: 'documented',
  why: 'Each instance takes two private addresses of these subnets, and five where it trains with an Elastic Fabric Adapter; without them it does not start.',
  fix: 'Name larger or further subnets, or free addresses in these.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
  ],
  predicts: ['InsufficientFreeAddressesInSubnet', 'There are not enough free IP addresses', 'not enough free addresses in subnet'],
  dependsOn: ['network/subnets-exist'],
  onlyBeforehand: true,
  appliesTo: inVpc,
  needs: (target) => ({ subnets: subnetsOf(target) }),
  judge: ({ subnets }, target) => judgeAddressesTogether([{ target, needed: addressesNeeded(target) }], subnets),
});

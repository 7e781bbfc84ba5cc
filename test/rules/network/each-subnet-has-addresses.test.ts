import { eachSubnetHasAddresses } from '../../../rules/network/each-subnet-has-addresses.ts';
import { present } from '../../../src/model/fact.ts';
import { subnet } from '../../reason/network/networks.ts';
import { testRule } from '../../support/rule.ts';
import { elastic, recommender, serverless } from '../../support/targets.ts';

const free = (...addresses: readonly number[]) => ({
  subnets: addresses.map((freeAddresses, index) => present({ ...subnet(String.fromCharCode(97 + index), `10.0.${index}.0/24`), freeAddresses })),
});
const parallel = recommender({ jobType: 'Advanced', limits: { maxParallelOfTests: 3 } });

testRule(eachSubnetHasAddresses, {
  target: elastic({ initialInstanceCount: 2 }),
  pass: { 'four in each': free(4, 4), 'room for three tests': { target: parallel, ...free(6, 7) } },
  fail: {
    'one subnet is short': free(200, 3),
    'room for two tests of three': { target: parallel, ...free(200, 5) },
    'a single subnet': { target: parallel, ...free(5) },
  },
  notApplicable: { 'no VPC': { target: serverless() } },
});

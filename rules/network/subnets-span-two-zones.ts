import { defineRule } from '../../src/model/rule.ts';
import { judgeZones } from '../../src/reason/network/judge-zones.ts';
import { subnetsOf } from '../../src/reason/network/needs.ts';
import { hostsInVpc } from '../../src/reason/planned.ts';

export const subnetsSpanTwoZones = defineRule({
  id: 'network/subnets-span-two-zones',
  title: 'The subnets of an endpoint span two Availability Zones',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker hosting asks for subnets in two Availability Zones at least, even for a single instance.',
  fix: 'Name a subnet in a second Availability Zone as well.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html'],
  dependsOn: ['network/subnets-exist'],
  onlyBeforehand: true,
  appliesTo: hostsInVpc,
  needs: (target) => ({ subnets: subnetsOf(target) }),
  judge: ({ subnets }, target) => judgeZones(target, subnets),
});

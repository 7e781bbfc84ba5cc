import { defineRule } from '../../src/model/rule.ts';
import { judgeZones } from '../../src/reason/network/judge-zones.ts';
import { subnetsOf } from '../../src/reason/network/needs.ts';
import { recommendsInVpc } from '../../src/reason/planned.ts';

export const testedEndpointsSpanTwoZones = defineRule({
  id: 'network/tested-endpoints-span-two-zones',
  title: 'The subnets of an Inference Recommender job span two Availability Zones',
  severity: 'warning',
  basis: 'inference',
  why: 'The job makes endpoints in these subnets, and hosting asks for two Availability Zones; the page about the job itself does not say so.',
  fix: 'Name a subnet in a second Availability Zone as well.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
  ],
  dependsOn: ['network/subnets-exist'],
  onlyBeforehand: true,
  appliesTo: recommendsInVpc,
  needs: (target) => ({ subnets: subnetsOf(target) }),
  judge: ({ subnets }, target) => judgeZones(target, subnets),
});

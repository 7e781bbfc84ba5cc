import type { Applicability } from '../../src/model/rule.ts';
import { defineRule } from '../../src/model/rule.ts';
import { judgeTenancy } from '../../src/reason/network/judge-vpc.ts';
import { vpcOf } from '../../src/reason/network/needs.ts';
import type { WithVpc } from '../../src/reason/planned.ts';
import { hostsInVpc, recommendsInVpc } from '../../src/reason/planned.ts';

const makesEndpoints: Applicability<WithVpc> = {
  accepts: (target): target is WithVpc => hostsInVpc.accepts(target) || recommendsInVpc.accepts(target),
  otherwise: 'the plan makes no endpoint in a VPC',
  fields: ['vpcConfig'],
};

export const hostingVpcHasDefaultTenancy = defineRule({
  id: 'network/hosting-vpc-has-default-tenancy',
  title: 'The VPC of an endpoint has default tenancy',
  severity: 'warning',
  basis: 'inference',
  why: 'AWS says of training that it takes a VPC with default tenancy, and says nothing of endpoints, whose interfaces are made in the same way.',
  fix: 'Name subnets of a VPC with default tenancy, or try one small endpoint first.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html', 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html'],
  dependsOn: ['network/subnets-exist'],
  onlyBeforehand: true,
  appliesTo: makesEndpoints,
  needs: (target) => ({ vpc: vpcOf(target) }),
  judge: ({ vpc }, target) => judgeTenancy(target, vpc.value),
});

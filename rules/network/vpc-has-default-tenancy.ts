import { defineRule } from '../../src/model/rule.ts';
import { judgeTenancy } from '../../src/reason/network/judge-vpc.ts';
import { vpcOf } from '../../src/reason/network/needs.ts';
import { trainsInVpc } from '../../src/reason/planned.ts';

export const vpcHasDefaultTenancy = defineRule({
  id: 'network/vpc-has-default-tenancy',
  title: 'The VPC of a training job has default tenancy',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker trains on shared hardware only, which a VPC of dedicated tenancy forbids.',
  fix: 'Name subnets of a VPC with default tenancy, or change the VPC’s tenancy from dedicated to default.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html', 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html'],
  dependsOn: ['network/subnets-exist'],
  appliesTo: trainsInVpc,
  needs: (target) => ({ vpc: vpcOf(target) }),
  judge: ({ vpc }, target) => judgeTenancy(target, vpc.value),
});

import { fact } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { groupArn } from '../../src/reason/network/places.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const securityGroupsExist = defineRule({
  id: 'network/security-groups-exist',
  title: 'The security groups that the plan names exist in its Region',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker’s network interfaces carry these groups; an id that EC2 does not know is refused.',
  fix: 'Name security groups of the VPC of the plan’s subnets.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html',
  ],
  predicts: ['InvalidGroup.NotFound', 'The security group', 'InvalidSecurityGroupID.NotFound'],
  appliesTo: inVpc,
  needs: ({ vpcConfig, region }) => ({ groups: vpcConfig.securityGroupIds.map((groupId) => fact('ec2.securityGroup', { groupId, region })) }),
  judge: ({ groups }, target) => {
    const missing = target.vpcConfig.securityGroupIds.flatMap((id, place) =>
      groups[place]?.state === 'absent'
        ? [{ subject: groupArn(target, id), observed: `no security group ${id} in ${target.region}`, field: ['vpcConfig', 'securityGroupIds', place] }]
        : [],
    );
    return isNonEmpty(missing)
      ? fail(`There is no ${missing.map(({ observed }) => observed.slice(3)).join(', ')}`, missing)
      : pass('every security group exists');
  },
});

import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { securityGroupsOf, subnetsOf } from '../../src/reason/network/needs.ts';
import { groupField } from '../../src/reason/network/places.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const securityGroupsAreOfTheSubnetsVpc = defineRule({
  id: 'network/security-groups-are-of-the-subnets-vpc',
  title: 'The security groups belong to the VPC of the subnets',
  severity: 'error',
  basis: 'documented',
  why: 'A network interface takes security groups of its own VPC only.',
  fix: 'Name security groups of the VPC in which the subnets are.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  ],
  predicts: ['You have specified two resources that belong to different networks', 'security groups must belong to the same VPC'],
  dependsOn: ['network/subnets-are-in-one-vpc', 'network/security-groups-exist'],
  appliesTo: inVpc,
  needs: (target) => ({ subnets: subnetsOf(target), groups: securityGroupsOf(target) }),
  judge: ({ subnets, groups }, target) => {
    const vpcId = subnets[0]?.value.vpcId;
    const others = groups.flatMap(({ value: { arn, id, vpcId: other } }) =>
      other === vpcId ? [] : [{ subject: arn, observed: `${id} is of ${other}`, expected: `${vpcId}, as the subnets`, field: groupField(target, id) }],
    );
    return isNonEmpty(others) ? fail('Security groups of another VPC', others) : pass(`every security group is of ${vpcId}`);
  },
});

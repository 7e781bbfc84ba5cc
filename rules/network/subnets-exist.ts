import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { subnetArn } from '../../src/reason/network/places.ts';
import { inVpc } from '../../src/reason/planned.ts';
import { subnetAt } from '../../src/reason/vpc-requests.ts';

export const subnetsExist = defineRule({
  id: 'network/subnets-exist',
  title: 'The subnets that the plan names exist in its Region',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker puts network interfaces into these subnets; an id of another Region or account, or of a subnet that was deleted, is refused.',
  fix: 'Name subnets of this account and Region, or have them shared with it through AWS RAM.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html',
  ],
  predicts: ['InvalidSubnetID.NotFound', 'The subnet ID', 'Unable to describe subnets'],
  appliesTo: inVpc,
  needs: (target) => ({ subnets: target.vpcConfig.subnets.map((subnetId) => subnetAt(target, subnetId)) }),
  judge: ({ subnets }, target) => {
    const missing = target.vpcConfig.subnets.flatMap((id, place) =>
      subnets[place]?.state === 'absent'
        ? [{ subject: subnetArn(target, id), observed: `no subnet ${id} in ${target.region}`, field: ['vpcConfig', 'subnets', place] }]
        : [],
    );
    return isNonEmpty(missing) ? fail(`There is no ${missing.map(({ observed }) => observed.slice(3)).join(', ')}`, missing) : pass('every subnet exists');
  },
});

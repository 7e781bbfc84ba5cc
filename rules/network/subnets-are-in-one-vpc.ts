import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { subnetsOf } from '../../src/reason/network/needs.ts';
import { subnetField } from '../../src/reason/network/places.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const subnetsAreInOneVpc = defineRule({
  id: 'network/subnets-are-in-one-vpc',
  title: 'The subnets that the plan names are in one VPC',
  severity: 'error',
  basis: 'documented',
  why: 'A plan has one VPC: SageMaker refuses subnets of several.',
  fix: 'Name subnets of one VPC only.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html'],
  predicts: ['The subnets specified must be in the same VPC', 'subnets must belong to the same VPC'],
  dependsOn: ['network/subnets-exist'],
  appliesTo: inVpc,
  needs: (target) => ({ subnets: subnetsOf(target) }),
  judge: ({ subnets }, target) => {
    const vpcId = subnets[0]?.value.vpcId;
    const others = subnets.flatMap(({ value: { arn, id, vpcId: other } }) =>
      other === vpcId
        ? []
        : [{ subject: arn, observed: `${id} is in ${other}`, expected: `${vpcId}, as ${subnets[0]?.value.id}`, field: subnetField(target, id) }],
    );
    return isNonEmpty(others) ? fail('The subnets are in several VPCs', others) : pass(`every subnet is in ${vpcId}`);
  },
});

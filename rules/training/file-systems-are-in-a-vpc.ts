import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { readsFileSystems } from '../../src/reason/file-systems.ts';
import { jobSubject } from '../../src/reason/training.ts';

export const fileSystemsAreInAVpc = defineRule({
  id: 'training/file-systems-are-in-a-vpc',
  title: 'Training on a file system runs in a VPC',
  severity: 'error',
  basis: 'documented',
  why: 'A file system of Amazon EFS or FSx for Lustre lies in a VPC, and a training job reaches it only through interfaces of its own there.',
  fix: 'Name subnets and security groups of the file system’s VPC in vpcConfig; for FSx for Lustre the subnet of its Availability Zone.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/model-access-training-data.html'],
  onlyBeforehand: true,
  appliesTo: readsFileSystems,
  needs: () => ({}),
  judge: (_, target) => {
    if (target.vpcConfig !== undefined) return pass('the plan names a VPC');
    const open = target.unresolved?.['vpcConfig'];
    if (open !== undefined) return cannotTell(open);
    const observed = `${target.trainingJob.fileSystems.map(({ fileSystemId }) => fileSystemId).join(', ')}, and no vpcConfig`;
    return fail('The training reads a file system outside any VPC', [
      { subject: jobSubject(target), observed, expected: 'subnets and security groups', field: ['trainingJob', 'fileSystems'] },
    ]);
  },
});

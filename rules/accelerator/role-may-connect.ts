import { CONNECT_TO_ACCELERATOR } from '../../src/data/permissions/use-accelerator.ts';
import { acceleratedWithRole } from '../../src/reason/accelerators.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayConnect = permissionRule(
  {
    id: 'accelerator/role-may-connect',
    title: 'The execution role may find and use accelerators',
    severity: 'error',
    basis: 'documented',
    why: 'The instances look for the interface endpoint and connect to the accelerator as this role; both rights belong to no resource.',
    fix: 'Grant the role elastic-inference:Connect and ec2:DescribeVpcEndpoints on every resource.',
    docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html'],
    predicts: ['is not authorized to perform: elastic-inference:Connect'],
    dependsOn: ['identity/role-exists'],
    appliesTo: acceleratedWithRole,
  },
  CONNECT_TO_ACCELERATOR,
);

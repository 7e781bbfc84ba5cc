import { READ_MANIFEST } from '../../src/data/permissions/jumpstart.ts';
import { withJumpStartDeployer } from '../../src/reason/jumpstart.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const deployerMayReadManifest = permissionRule(
  {
    id: 'jumpstart/deployer-may-read-manifest',
    title: 'The deployer may read JumpStart’s manifest',
    severity: 'warning',
    basis: 'field-report',
    why: 'The SageMaker Python SDK looks models up in the manifest of the Region’s bucket as whoever calls it, not as the execution role. Who calls the API without the SDK needs none of it.',
    fix: 'Grant the deployer s3:GetObject on the objects of this Region’s JumpStart bucket.',
    docs: ['https://github.com/aws/sagemaker-python-sdk/issues/4043', 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html'],
    predicts: ['when calling the GetObject operation: Access Denied', 'Unable to find model manifest'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withJumpStartDeployer,
  },
  READ_MANIFEST,
);

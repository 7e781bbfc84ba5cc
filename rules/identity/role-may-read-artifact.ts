import { SHARED_MESSAGES } from '../../src/data/messages.ts';
import { READ_ARTIFACT } from '../../src/data/permissions/artifact.ts';
import { withRoleAndArtifact } from '../../src/reason/applicability.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayReadArtifact = permissionRule(
  {
    id: 'identity/role-may-read-artifact',
    title: 'The execution role may read the model artifact',
    severity: 'error',
    basis: 'documented',
    why: 'SageMaker downloads the artifact as the execution role: its policies, its boundary, the bucket’s policy and, for an encrypted object, the key’s policy must all let it.',
    fix: 'Grant what is missing, or take away what denies, in the place that the trace names.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    ],
    predicts: [SHARED_MESSAGES.modelDataNotAccessible, SHARED_MESSAGES.modelDownloadFailed, SHARED_MESSAGES.readRefused],
    dependsOn: ['identity/role-exists', 'artifact/bucket-exists', 'artifact/artifact-exists'],
    appliesTo: withRoleAndArtifact,
  },
  READ_ARTIFACT,
);

import { PASS_ITSELF } from '../../src/data/permissions/recommend.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { jobWithRole } from '../../src/reason/recommendation.ts';

export const roleMayPassItself = permissionRule(
  {
    id: 'recommender/role-may-pass-itself',
    title: 'The execution role may pass itself to SageMaker',
    severity: 'warning',
    basis: 'inference',
    why: 'The models that the job makes run as the job’s own role, and CreateModel asks whoever calls for iam:PassRole on it: here, the role itself.',
    fix: 'Grant the role iam:PassRole on its own ARN, best with iam:PassedToService = sagemaker.amazonaws.com.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    ],
    predicts: ['is not authorized to perform: iam:PassRole on resource'],
    dependsOn: ['identity/role-exists'],
    appliesTo: jobWithRole,
  },
  PASS_ITSELF,
);

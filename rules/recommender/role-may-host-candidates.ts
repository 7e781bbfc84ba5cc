import { HOST_CANDIDATES } from '../../src/data/permissions/recommend.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { jobWithRole } from '../../src/reason/recommendation.ts';

export const roleMayHostCandidates = permissionRule(
  {
    id: 'recommender/role-may-host-candidates',
    title: 'The execution role may make, call and remove the endpoints that it tests',
    severity: 'warning',
    basis: 'inference',
    why: 'The job creates models, endpoint configurations and endpoints as this role, calls them and removes them. AWS asks for AmazonSageMakerFullAccess and lists no actions, so this list is what the job is seen to do.',
    fix: 'Attach AmazonSageMakerFullAccess, or grant the role these actions on models, endpoint configurations and endpoints.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-troubleshooting.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:CreateModel', 'is not authorized to perform: sagemaker:InvokeEndpoint'],
    dependsOn: ['identity/role-exists'],
    appliesTo: jobWithRole,
  },
  HOST_CANDIDATES,
);

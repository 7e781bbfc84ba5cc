import { SIGN_IN_TO_ECR } from '../../src/data/permissions/launch.ts';
import { buildingAgent } from '../../src/reason/launch.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const agentMaySignInToEcr = permissionRule(
  {
    id: 'launch/agent-may-sign-in-to-ecr',
    title: 'The agent may sign in to Amazon ECR',
    severity: 'error',
    basis: 'documented',
    why: 'Every push begins with a token from ECR, which belongs to no repository: a grant on a repository’s ARN does not give it.',
    fix: 'Grant the agent ecr:GetAuthorizationToken on every resource (*).',
    docs: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html', 'https://docs.wandb.ai/launch/setup-launch-sagemaker'],
    predicts: ['Error getting username and password', 'is not authorized to perform: ecr:GetAuthorizationToken'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: buildingAgent,
  },
  SIGN_IN_TO_ECR,
);

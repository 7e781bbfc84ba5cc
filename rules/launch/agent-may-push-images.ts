import { pushImages } from '../../src/data/permissions/launch.ts';
import { builtImage, pushingAgent } from '../../src/reason/launch.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const agentMayPushImages = permissionRule(
  {
    id: 'launch/agent-may-push-images',
    title: 'The agent may push images into its repository',
    severity: 'error',
    basis: 'documented',
    why: 'Docker and kaniko upload what they build layer by layer, with the agent’s rights, and ask first which layers are there.',
    fix: 'Grant the agent the five actions of a push on the repository’s ARN.',
    docs: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html', 'https://docs.wandb.ai/launch/setup-agent-advanced'],
    predicts: ['error checking push permissions', 'is not authorized to perform: ecr:InitiateLayerUpload'],
    dependsOn: ['identity/deployer-exists', 'launch/destination-exists'],
    appliesTo: pushingAgent,
  },
  pushImages(builtImage),
);

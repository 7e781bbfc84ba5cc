import { describeImages } from '../../src/data/permissions/launch.ts';
import { builtImage, pushingAgent } from '../../src/reason/launch.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const agentMayDescribeImages = permissionRule(
  {
    id: 'launch/agent-may-describe-images',
    title: 'The agent may see which images are built already',
    severity: 'error',
    basis: 'documented',
    why: 'Before it builds, the agent asks ECR whether the image’s tag is there; a refusal ends the run.',
    fix: 'Grant the agent ecr:DescribeImages on the repository’s ARN.',
    docs: [
      'https://docs.wandb.ai/launch/setup-agent-advanced',
      'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/registry/elastic_container_registry.py',
    ],
    predicts: ['Error checking if image tag exists', 'is not authorized to perform: ecr:DescribeImages'],
    dependsOn: ['identity/deployer-exists', 'launch/destination-exists'],
    appliesTo: pushingAgent,
  },
  describeImages(builtImage),
);

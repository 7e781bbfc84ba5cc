import { pullCachedLayers } from '../../src/data/permissions/launch.ts';
import { builtImage, pushingKaniko } from '../../src/reason/launch.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const agentMayPullCachedLayers = permissionRule(
  {
    id: 'launch/agent-may-pull-cached-layers',
    title: 'Kaniko may pull layers from its cache',
    severity: 'warning',
    basis: 'inference',
    why: 'The agent has kaniko keep its cache in the repository that it pushes to; layers that cannot be pulled from there are built again each time.',
    fix: 'Grant the agent ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on the repository’s ARN.',
    docs: ['https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/builder/kaniko_builder.py', 'https://docs.wandb.ai/launch/setup-agent-advanced'],
    dependsOn: ['identity/deployer-exists', 'launch/destination-exists'],
    appliesTo: pushingKaniko,
  },
  pullCachedLayers(builtImage),
);

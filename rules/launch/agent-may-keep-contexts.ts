import { keepContexts } from '../../src/data/permissions/launch.ts';
import { addressesFor } from '../../src/reason/addresses.ts';
import { withContextStore } from '../../src/reason/launch.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const agentMayKeepContexts = permissionRule(
  {
    id: 'launch/agent-may-keep-contexts',
    title: 'The agent may write and read build contexts',
    severity: 'error',
    basis: 'documented',
    why: 'The agent uploads each build’s source as an archive, and kaniko reads it from there with the same rights.',
    fix: 'Grant the agent s3:PutObject and s3:GetObject on the objects below the build context store.',
    docs: ['https://docs.wandb.ai/launch/setup-launch-sagemaker', 'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/builder/kaniko_builder.py'],
    predicts: ['error resolving source context', 'is not authorized to perform: s3:PutObject'],
    dependsOn: ['identity/deployer-exists', 'artifact/bucket-exists'],
    appliesTo: withContextStore,
  },
  keepContexts(addressesFor('build-context')),
);

import { listContexts } from '../../src/data/permissions/launch.ts';
import { addressesFor } from '../../src/reason/addresses.ts';
import { withContextStore } from '../../src/reason/launch.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const agentMayListContexts = permissionRule(
  {
    id: 'launch/agent-may-list-contexts',
    title: 'The agent may list the bucket of build contexts',
    severity: 'error',
    basis: 'documented',
    why: 'When it starts, the agent asks S3 whether the bucket is there (HeadBucket), which takes s3:ListBucket on the bucket itself.',
    fix: 'Grant the agent s3:ListBucket on the bucket’s ARN, without /*.',
    docs: [
      'https://docs.wandb.ai/launch/setup-launch-sagemaker',
      'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html',
      'https://github.com/wandb/wandb/blob/main/wandb/sdk/launch/environment/aws_environment.py',
    ],
    predicts: ['Could not verify AWS storage uri', 'not accessible'],
    dependsOn: ['identity/deployer-exists', 'artifact/bucket-exists'],
    appliesTo: withContextStore,
  },
  listContexts(addressesFor('build-context')),
);

import { getRepositoryPolicy } from '../../aws/operations/ecr.ts';
import { absent, present } from '../../model/fact.ts';
import { partitionOf } from '../../reason/arn.ts';
import { defineCollector, invocation } from '../define.ts';
import { onRepository } from './permissions.ts';

/** A repository's policy. */
export const ecrRepositoryPolicy = defineCollector({
  kind: 'ecr.repositoryPolicy',
  operations: [getRepositoryPolicy],
  region: ({ region }) => region,
  calls: ({ account, repository }) => [invocation(getRepositoryPolicy, { account, repository })],
  permissions: (params, { partition }) => [onRepository('ecr:GetRepositoryPolicy', { ...params, partition })],
  collect: async ({ account, region, repository }, call) => {
    const policy = await call(getRepositoryPolicy, { account, repository });
    if (policy.state === 'absent') return absent;
    const arn = `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}`;
    return present({ kind: 'repository', name: repository, arn, text: policy.value });
  },
});

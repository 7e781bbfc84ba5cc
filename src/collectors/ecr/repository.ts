import { answered } from '../../aws/operation.ts';
import { describeRepositories } from '../../aws/operations/ecr.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { onRepository } from './permissions.ts';

/** A repository, of this account's registry or of another's that shows it. */
export const ecrRepository = defineCollector({
  kind: 'ecr.repository',
  operations: [describeRepositories],
  region: ({ region }) => region,
  calls: ({ account, repository }) => [invocation(describeRepositories, { account, repository })],
  permissions: (params, { partition }) => [onRepository('ecr:DescribeRepositories', { ...params, partition })],
  collect: async ({ account, repository }, call) => {
    const found = await call(describeRepositories, { account, repository });
    if (found.state === 'absent') return absent;
    const { repositoryArn, repositoryName, registryId, imageTagMutability } = found.value;
    return present({
      arn: answered(repositoryArn, 'repositoryArn'),
      name: answered(repositoryName, 'repositoryName'),
      account: answered(registryId, 'registryId'),
      tagMutability: answered(imageTagMutability, 'imageTagMutability'),
    });
  },
});

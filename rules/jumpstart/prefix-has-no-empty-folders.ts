import { defineRule } from '../../src/model/rule.ts';
import { existingPrefix, judgeKeys, withOwnPrefix } from '../../src/reason/model-prefix.ts';

export const prefixHasNoEmptyFolders = defineRule({
  id: 'jumpstart/prefix-has-no-empty-folders',
  title: 'No empty folder lies below the prefix of the model',
  severity: 'error',
  basis: 'api-model',
  why: 'SageMaker makes files of objects by their keys; an empty one whose key ends in a slash, as the console makes for a folder, is no file, and the model fails.',
  fix: 'Delete these objects; folders need not be made in S3.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html'],
  dependsOn: ['jumpstart/prefix-holds-files'],
  appliesTo: withOwnPrefix,
  needs: (target) => ({ prefix: existingPrefix(target) }),
  judge: ({ prefix: { value: prefix } }, target) =>
    judgeKeys(target, prefix, {
      keys: prefix.emptyFolders,
      summary: 'An empty folder lies below the prefix',
      observed: 'an empty object whose key ends in a slash',
    }),
});

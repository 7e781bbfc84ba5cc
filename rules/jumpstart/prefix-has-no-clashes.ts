import { defineRule } from '../../src/model/rule.ts';
import { existingPrefix, judgeKeys, withOwnPrefix } from '../../src/reason/model-prefix.ts';

export const prefixHasNoClashes = defineRule({
  id: 'jumpstart/prefix-has-no-clashes',
  title: 'No file below the prefix is a folder of others',
  severity: 'error',
  basis: 'api-model',
  why: 'SageMaker makes files of objects by their keys; where a key is also the beginning of others before a slash, file and folder of one name exclude each other.',
  fix: 'Rename the file, or what lies below its name.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html'],
  dependsOn: ['jumpstart/prefix-holds-files'],
  appliesTo: withOwnPrefix,
  needs: (target) => ({ prefix: existingPrefix(target) }),
  judge: ({ prefix: { value: prefix } }, target) =>
    judgeKeys(target, prefix, { keys: prefix.clashes, summary: 'A file has the name of a folder', observed: 'an object whose key other keys go on from' }),
});

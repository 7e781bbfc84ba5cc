import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingPrefix, prefixArn, withOwnPrefix } from '../../src/reason/model-prefix.ts';

export const prefixHoldsFiles = defineRule({
  id: 'jumpstart/prefix-holds-files',
  title: 'There are files below the prefix of the model',
  severity: 'error',
  basis: 'documented',
  why: 'SageMaker copies what lies below the prefix; with nothing there the model cannot be made.',
  fix: 'Upload the files of the model below the prefix, or name the prefix that holds them.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html'],
  predicts: ['Could not find model data at', 'Could not access model data at'],
  dependsOn: ['artifact/bucket-exists', 'jumpstart/prefix-ends-in-slash'],
  appliesTo: withOwnPrefix,
  needs: (target) => ({ prefix: existingPrefix(target) }),
  judge: ({ prefix: { value: prefix } }, target) => {
    const files = prefix.objects - prefix.emptyFolders.length;
    if (files > 0) return pass(`${files}${prefix.truncated ? ' and more' : ''} files are there`);
    const { s3Uri } = target.modelDataSource;
    return fail(
      'There is nothing below the prefix',
      [{ subject: prefixArn(target), observed: 'no files', field: ['modelDataSource', 's3Uri'] }],
      [{ kind: 'upload-artifact', to: s3Uri, region: target.region }],
    );
  },
});

import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { withPrefixUri } from '../../src/reason/model-prefix.ts';

const FIELD = ['modelDataSource', 's3Uri'] as const;

export const prefixEndsInSlash = defineRule({
  id: 'jumpstart/prefix-ends-in-slash',
  title: 'The prefix of an uncompressed model ends in a slash',
  severity: 'error',
  basis: 'api-model',
  why: 'With S3DataType S3Prefix the address must end in a slash: SageMaker takes what stands below it.',
  fix: 'Write the address with a slash at its end.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html'],
  appliesTo: withPrefixUri,
  needs: () => ({}),
  judge: (_, { modelDataSource: { s3Uri } }) =>
    s3Uri.endsWith('/')
      ? pass(`${s3Uri} ends in a slash`)
      : fail(
          'The prefix does not end in a slash',
          [{ subject: s3Uri, observed: s3Uri, expected: `${s3Uri}/`, field: FIELD }],
          [{ kind: 'set-field', field: FIELD, value: `${s3Uri}/`, why: 'a prefix ends in a slash' }],
        ),
});

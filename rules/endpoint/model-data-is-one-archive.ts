import { defineRule } from '../../src/model/rule.ts';
import { feature, judgeAbsence, withKnown } from '../../src/reason/features.ts';

export const modelDataIsOneArchive = defineRule({
  id: 'endpoint/model-data-is-one-archive',
  title: 'The model data is one archive named by ModelDataUrl',
  severity: 'error',
  basis: 'documented',
  why: 'Serverless endpoints do not read ModelDataSource: neither uncompressed models nor prefixes.',
  fix: 'Pack the model as one .tar.gz, and name it by ModelDataUrl.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
  ],
  appliesTo: withKnown('modelDataSource'),
  needs: () => ({}),
  judge: (_, target) =>
    judgeAbsence(target, 'ModelDataSource', feature(target.modelDataSource !== undefined, ['modelDataSource'], `${target.modelDataSource?.s3Uri}`)),
});

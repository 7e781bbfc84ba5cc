import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { modelSubject, withKnownSource } from '../../src/reason/recommendation.ts';

export const modelDataIsPacked = defineRule({
  id: 'recommender/model-data-is-packed',
  title: 'The model data is one archive',
  severity: 'error',
  basis: 'documented',
  why: 'Inference Recommender asks for a model that is packed as one .tar.gz; a prefix or an uncompressed source (ModelDataSource) is none.',
  fix: 'Pack the model with `tar -czf model.tar.gz`, and register it with ModelDataUrl.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ModelPackageContainerDefinition.html',
  ],
  appliesTo: withKnownSource,
  needs: () => ({}),
  judge: (_, target) => {
    const source = target.modelDataSource;
    if (source === undefined) return pass('no other source is named');
    const observed = `${source.compressionType ?? source.s3DataType ?? 'a source'} at ${source.s3Uri}`;
    return fail('The model data is no single archive', [
      { subject: modelSubject(target), observed, expected: 'ModelDataUrl of a .tar.gz', field: ['modelDataSource'] },
    ]);
  },
});

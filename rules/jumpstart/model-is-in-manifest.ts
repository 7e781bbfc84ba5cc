import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { modelSubject, versionsOfModel, withPublicModel } from '../../src/reason/jumpstart.ts';

export const modelIsInManifest = defineRule({
  id: 'jumpstart/model-is-in-manifest',
  title: 'The model is in the Region’s list of JumpStart models',
  severity: 'error',
  basis: 'observed',
  why: 'Each Region has a manifest of its own; an id that it does not list can be neither hosted nor trained there.',
  fix: 'Correct the id, or deploy to a Region whose manifest has it.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-foundation-models-latest.html',
    'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/constants.py',
  ],
  predicts: ['Invalid model ID', 'Unable to find model manifest for'],
  appliesTo: withPublicModel,
  needs: (target) => ({ versions: versionsOfModel(target) }),
  judge: ({ versions }, target) => {
    const finding = (observed: string, expected: string) => [{ subject: modelSubject(target), observed, expected, field: ['modelId'] }] as const;
    if (versions.state === 'absent')
      return fail(`There is no JumpStart manifest in ${target.region}`, finding('no manifest', 'a Region with JumpStart content'));
    const { modelId, versions: listed, nearest } = versions.value;
    if (listed.length > 0) return pass(`${modelId} is listed in ${listed.length} versions`);
    if (!isNonEmpty(nearest)) return fail(`No model has the id ${modelId}`, finding(modelId, 'an id of the manifest'));
    const fix = { kind: 'set-field', field: ['modelId'], value: nearest[0], why: 'this id is in the manifest' } as const;
    return fail(`No model has the id ${modelId}; did you mean ${nearest.join(' or ')}?`, finding(modelId, nearest.join(' or ')), [fix]);
  },
});

import { FRAMEWORK_VERSION } from '../../src/data/recommender.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { modelSubject, withFrameworkVersion } from '../../src/reason/recommendation.ts';

export const frameworkVersionHasTheForm = defineRule({
  id: 'recommender/framework-version-has-the-form',
  title: 'The framework’s version has the form that the API takes',
  severity: 'error',
  basis: 'api-model',
  why: 'The API takes 3 to 10 characters that begin with one digit and a point; a version of two digits before the point, or a bare number, is refused.',
  fix: 'Write the version as <digit>.<rest>, such as 1.7-1.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RecommendationJobContainerConfig.html'],
  predicts: ["Value at 'inputConfig.containerConfig.frameworkVersion' failed to satisfy constraint"],
  restsOn: [FRAMEWORK_VERSION],
  onlyBeforehand: true,
  appliesTo: withFrameworkVersion,
  needs: () => ({}),
  judge: (_, target) => {
    const { frameworkVersion } = target.containerConfig;
    if (FRAMEWORK_VERSION.values.test(frameworkVersion)) return pass(frameworkVersion);
    const field = ['containerConfig', 'frameworkVersion'];
    return fail('The framework’s version does not have the form', [
      { subject: modelSubject(target), observed: frameworkVersion, expected: '3 to 10 characters that begin with one digit and a point', field },
    ]);
  },
});

import { modelPackageIsAVersion } from '../../../rules/recommender/model-package-is-a-version.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(modelPackageIsAVersion, {
  target: recommender(),
  pass: {
    'the first version': {},
    'another partition': { target: recommender({ modelPackageName: 'arn:aws-cn:sagemaker:cn-north-1:123456789012:model-package/churn/12' }) },
  },
  fail: {
    'a group': { target: recommender({ modelPackageName: 'arn:aws:sagemaker:us-east-1:123456789012:model-package-group/churn' }) },
    'a package outside a group': { target: recommender({ modelPackageName: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/churn' }) },
    'a bare name': { target: recommender({ modelPackageName: 'churn' }) },
    'a version that is no number': { target: recommender({ modelPackageName: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/latest' }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no package': { target: lacking('modelPackageName') } },
});

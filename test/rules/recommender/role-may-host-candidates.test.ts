import { roleMayHostCandidates } from '../../../rules/recommender/role-may-host-candidates.ts';
import { HOST_CANDIDATES } from '../../../src/data/permissions/recommend.ts';
import { allow, asExecutionRole, deny } from '../../support/permission-rows.ts';
import { lacking } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, recommender, serverless } from '../../support/targets.ts';

const NEEDED = [...new Set(HOST_CANDIDATES.map(({ action }) => action))];

testRule(roleMayHostCandidates, {
  target: recommender(),
  pass: {
    'all of SageMaker': asExecutionRole(allow('sagemaker:*')),
    'each by name': asExecutionRole(allow(NEEDED)),
    'on things of this account': asExecutionRole(allow('sagemaker:*', `arn:aws:sagemaker:us-east-1:${ACCOUNT}:*`)),
    'a model in place of a package': {
      target: { ...lacking('modelPackageName'), modelName: 'churn' },
      ...asExecutionRole(allow(NEEDED.filter((one) => !one.endsWith('Package')))),
    },
  },
  fail: {
    nothing: asExecutionRole(),
    'all but calling': asExecutionRole(allow('sagemaker:*'), deny('sagemaker:InvokeEndpoint')),
    'all but reading the package': asExecutionRole(allow(NEEDED.filter((one) => !one.endsWith('Package')))),
  },
  cannotTell: {
    'some names only, and nobody knows which it gives': asExecutionRole(
      allow('sagemaker:*', ['arn:aws:sagemaker:*:*:*/ir-*', recommender().modelPackageName ?? '']),
    ),
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no role': { target: lacking('executionRoleArn') } },
});

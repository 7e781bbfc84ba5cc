import { FRESH_ACCOUNT_LIMITS } from '../../src/data/fresh-accounts.ts';
import { defineRule } from '../../src/model/rule.ts';
import { serverless } from '../../src/reason/applicability.ts';
import { judgeEndpointCount, runningEndpoints } from '../../src/reason/endpoint-count.ts';

export const endpointsFitFreshAccounts = defineRule({
  id: 'endpoint/endpoints-fit-fresh-accounts',
  title: 'The account has fewer serverless endpoints than young accounts are given',
  severity: 'warning',
  basis: 'field-report',
  why: 'Young accounts are given five serverless endpoints in a Region, far below what the guide says.',
  fix: 'Delete serverless endpoints that are not in use, or request a higher quota beforehand.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html', 'https://docs.aws.amazon.com/general/latest/gr/sagemaker.html'],
  predicts: ['ResourceLimitExceeded'],
  dependsOn: ['endpoint/endpoints-fit-quota'],
  restsOn: [FRESH_ACCOUNT_LIMITS],
  onlyBeforehand: true,
  appliesTo: serverless,
  needs: runningEndpoints,
  judge: ({ endpoints }, target) => judgeEndpointCount([target], endpoints.value, FRESH_ACCOUNT_LIMITS.values.endpoints),
});

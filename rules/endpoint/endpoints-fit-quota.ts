import { DOCUMENTED_SERVERLESS_QUOTAS } from '../../src/data/serverless.ts';
import { defineRule } from '../../src/model/rule.ts';
import { serverless } from '../../src/reason/applicability.ts';
import { judgeEndpointCount, runningEndpoints } from '../../src/reason/endpoint-count.ts';

export const endpointsFitQuota = defineRule({
  id: 'endpoint/endpoints-fit-quota',
  title: 'The account has fewer than 50 serverless endpoints in the Region',
  severity: 'error',
  basis: 'documented',
  why: 'A Region takes at most 50 serverless endpoints of an account.',
  fix: 'Delete serverless endpoints that are not in use.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html'],
  predicts: ['ResourceLimitExceeded'],
  restsOn: [DOCUMENTED_SERVERLESS_QUOTAS],
  onlyBeforehand: true,
  appliesTo: serverless,
  needs: runningEndpoints,
  judge: ({ endpoints }, target) => judgeEndpointCount([target], endpoints.value, DOCUMENTED_SERVERLESS_QUOTAS.values.endpointsPerRegion),
});

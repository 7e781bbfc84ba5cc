import { DOCUMENTED_SERVERLESS_QUOTAS } from '../../src/data/serverless.ts';
import { defineJointRule } from '../../src/model/rule.ts';
import { serverless } from '../../src/reason/applicability.ts';
import { judgeEndpointsTogether, runningEndpoints } from '../../src/reason/endpoint-count.ts';

export const endpointsTogetherFitQuota = defineJointRule({
  id: 'endpoint/endpoints-together-fit-quota',
  title: 'The planned serverless endpoints of a Region and those that run are no more than 50',
  severity: 'error',
  basis: 'documented',
  why: 'Each planned endpoint may find a place while the last one to be created finds none, because a Region takes at most 50 of an account.',
  fix: 'Delete serverless endpoints that are not in use, or deploy some of the plans in another Region.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html'],
  predicts: ['ResourceLimitExceeded'],
  onlyBeforehand: true,
  dependsOn: ['endpoint/endpoints-fit-quota'],
  restsOn: [DOCUMENTED_SERVERLESS_QUOTAS],
  appliesTo: serverless,
  needs: runningEndpoints,
  sharing: ({ account, region }) => [`serverless endpoints of ${account} in ${region}`],
  judge: (members) => judgeEndpointsTogether(members, DOCUMENTED_SERVERLESS_QUOTAS.values.endpointsPerRegion),
});

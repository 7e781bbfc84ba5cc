import { defineRule } from '../../src/model/rule.ts';
import { cannotTell } from '../../src/model/verdict.ts';
import { withHostingDeployer } from '../../src/reason/applicability.ts';
import { deployNeeds, deployWants, mayCreate, mayUpdate } from '../../src/reason/permission/deploy-endpoint.ts';

export const deployerMayCreateEndpoint = defineRule({
  id: 'identity/deployer-may-create-endpoint',
  title: 'The deployer may create the endpoint, or update the one of that name',
  severity: 'error',
  basis: 'documented',
  why: 'CreateEndpoint and UpdateEndpoint are checked against two things, the endpoint and the configuration that it takes; a policy that lists only one of them refuses.',
  fix: 'Grant the deployer sagemaker:CreateEndpoint (for an endpoint that exists: sagemaker:UpdateEndpoint) on both ARNs.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
  ],
  predicts: ['is not authorized to perform: sagemaker:CreateEndpoint on resource', 'is not authorized to perform: sagemaker:UpdateEndpoint on resource'],
  dependsOn: ['identity/deployer-exists'],
  appliesTo: withHostingDeployer,
  needs: deployNeeds,
  wants: deployWants,
  judge: (facts, target) => {
    const { endpoint } = facts;
    if (endpoint === undefined || endpoint.state === 'absent') return mayCreate(facts, target);
    if (endpoint.state === 'present') return mayUpdate(facts, target);
    const [create, update] = [mayCreate(facts, target), mayUpdate(facts, target)];
    return create.outcome === update.outcome ? create : cannotTell(endpoint);
  },
});

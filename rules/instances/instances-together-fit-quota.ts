import { defineJointRule } from '../../src/model/rule.ts';
import { instanceQuotaNeeds, instanceQuotaWants, judgeSharedInstances, sharedQuotas, withInstances } from '../../src/reason/instance-quota.ts';

export const instancesTogetherFitQuota = defineJointRule({
  id: 'instances/instances-together-fit-quota',
  title: 'The instances of all plans together fit into the account’s quota for their type and use',
  severity: 'error',
  basis: 'observed',
  why: 'Each plan may fit alone while the last one to start is refused, because all instances of one type and use in a Region draw on one quota.',
  fix: 'Request a quota that holds the sum, or let the plans use different types or times.',
  docs: [
    'https://docs.aws.amazon.com/general/latest/gr/sagemaker.html',
    'https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html',
  ],
  predicts: ['ResourceLimitExceeded'],
  dependsOn: ['instances/instances-fit-quota'],
  onlyBeforehand: true,
  appliesTo: withInstances,
  needs: (target) => ({ ...instanceQuotaNeeds(target), ...instanceQuotaWants(target) }),
  sharing: sharedQuotas,
  judge: (members, shared) => judgeSharedInstances(members, shared),
});

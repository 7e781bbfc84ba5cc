import { defineRule } from '../../src/model/rule.ts';
import { existingDomain, inStudio, judgeStatus } from '../../src/reason/studio.ts';

export const domainIsInService = defineRule({
  id: 'studio/domain-is-in-service',
  title: 'The Studio domain is in service',
  severity: 'warning',
  basis: 'inference',
  why: 'A domain that is being made, has failed or is being deleted probably starts no applications; AWS lists the states and not what each allows, and what is deployed does not need it: a warning.',
  fix: 'Wait until the status is InService, or mend what its FailureReason names.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html'],
  dependsOn: ['studio/domain-exists'],
  appliesTo: inStudio,
  needs: (target) => ({ domain: existingDomain(target) }),
  judge: ({ domain }) => judgeStatus(domain.value, ['studio', 'domainId']),
});

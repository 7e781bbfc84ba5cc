import { defineRule } from '../../src/model/rule.ts';
import { existingSpace, inSpace, judgeStatus } from '../../src/reason/studio.ts';

export const spaceIsInService = defineRule({
  id: 'studio/space-is-in-service',
  title: 'The space is in service',
  severity: 'warning',
  basis: 'inference',
  why: 'A space that is being made, has failed or is being deleted probably starts no applications; AWS lists the states and not what each allows, and what is deployed does not need it: a warning.',
  fix: 'Wait until the status is InService, or mend what its FailureReason names.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeSpace.html'],
  dependsOn: ['studio/space-exists'],
  appliesTo: inSpace,
  needs: (target) => ({ space: existingSpace(target) }),
  judge: ({ space }) => judgeStatus(space.value, ['studio', 'spaceName']),
});

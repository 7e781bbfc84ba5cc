import { defineRule } from '../../src/model/rule.ts';
import { existingSpace, inSpace, judgeStatus } from '../../src/reason/studio.ts';

export const spaceIsInService = defineRule({
  id: 'studio/space-is-in-service',
  title: 'The space is in service',
  severity: 'warning',
  basis: 'inference',
  why: 'A space in another state starts no applications, so that nobody can deploy from it.',
  fix: 'Wait until the status is InService, or mend what its FailureReason names.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeSpace.html'],
  dependsOn: ['studio/space-exists'],
  appliesTo: inSpace,
  needs: (target) => ({ space: existingSpace(target) }),
  judge: ({ space }) => judgeStatus(space.value, ['studio', 'spaceName']),
});

import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { inSpace, spaceOf } from '../../src/reason/studio.ts';

export const spaceExists = defineRule({
  id: 'studio/space-exists',
  title: 'The space exists',
  severity: 'error',
  basis: 'api-model',
  why: 'A space tells whose role is passed: its owner’s where it is private, the domain’s for spaces where it is shared.',
  fix: 'Name a space of this domain in studio.spaceName; aws sagemaker list-spaces lists them.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeSpace.html'],
  dependsOn: ['studio/domain-exists'],
  appliesTo: inSpace,
  needs: (target) => ({ space: spaceOf(target) }),
  judge: ({ space }, { account, region, studio }) =>
    space.state === 'present'
      ? pass(`${space.value.arn} is there`)
      : fail('The domain has no such space', [
          { subject: { account, region, kind: 'studio-space', name: studio.spaceName }, observed: 'no such space', field: ['studio', 'spaceName'] },
        ]),
});

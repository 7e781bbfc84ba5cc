import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { domainOf, inStudio } from '../../src/reason/studio.ts';

export const domainExists = defineRule({
  id: 'studio/domain-exists',
  title: 'The Studio domain exists',
  severity: 'error',
  basis: 'api-model',
  why: 'Where no execution role is passed, the one of Studio is, which only the domain knows.',
  fix: 'Name the domain’s id, d-…, in studio.domainId; aws sagemaker list-domains lists those of the Region.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html'],
  appliesTo: inStudio,
  needs: (target) => ({ domain: domainOf(target, target.studio) }),
  judge: ({ domain }, { account, region, studio }) =>
    domain.state === 'present'
      ? pass(`${domain.value.arn} is there`)
      : fail('There is no such Studio domain in the Region', [
          { subject: { account, region, kind: 'studio-domain', name: studio.domainId }, observed: 'no such domain', field: ['studio', 'domainId'] },
        ]),
});

import { ACCELERATOR_REGIONS } from '../../src/data/accelerators.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { elasticInference, endpointSubject } from '../../src/reason/accelerators.ts';

export const regionOfferedAccelerators = defineRule({
  id: 'accelerator/region-offered-accelerators',
  title: 'The Region is one where Elastic Inference was offered',
  severity: 'error',
  basis: 'api-model',
  why: 'Elastic Inference had endpoints in six Regions; elsewhere there never was an accelerator to attach.',
  fix: 'In any other Region, plan an instance type that infers by itself.',
  docs: ['https://github.com/boto/botocore/blob/1.34.22/botocore/data/endpoints.json', 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html'],
  appliesTo: elasticInference,
  needs: () => ({}),
  judge: (_, target) => {
    const { region } = target;
    if (ACCELERATOR_REGIONS.values.includes(region)) return pass(`${region} had Elastic Inference`);
    const expected = `one of ${ACCELERATOR_REGIONS.values.join(', ')}`;
    return fail(`${region} never had Elastic Inference`, [{ subject: endpointSubject(target), observed: region, expected, field: ['region'] }]);
  },
});

import { JUMPSTART_REGIONS } from '../../src/data/jumpstart.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { jumpStart } from '../../src/reason/jumpstart.ts';

export const regionHasContent = defineRule({
  id: 'jumpstart/region-has-content',
  title: 'JumpStart is known to have content in the Region',
  severity: 'warning',
  basis: 'observed',
  why: 'The SageMaker SDK lists the Regions with a bucket of JumpStart models; in any other the models may not be there. The list grows with each release.',
  fix: 'Deploy to a Region of the list, or look whether the newest SDK knows this one.',
  docs: [
    'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/region_config.json',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
  ],
  restsOn: [JUMPSTART_REGIONS],
  onlyBeforehand: true,
  appliesTo: jumpStart,
  needs: () => ({}),
  judge: (_, { name, account, region }) => {
    if (JUMPSTART_REGIONS.values.includes(region)) return pass(`${region} is in the list`);
    const subject = { account, region, kind: 'jumpstart-model', name };
    return fail(`${region} is not in the list of ${JUMPSTART_REGIONS.asOf}`, [
      { subject, observed: region, expected: 'a Region with JumpStart content', field: ['region'] },
    ]);
  },
});

import { SERVERLESS_REGIONS } from '../../src/data/serverless.ts';
import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { serverless } from '../../src/reason/applicability.ts';

export const regionOffersServerless = defineRule({
  id: 'endpoint/region-offers-serverless',
  title: 'Serverless Inference is documented for the Region',
  severity: 'warning',
  basis: 'documented',
  why: 'The guide lists the Regions with Serverless Inference; of the others it says nothing, and a deployment there may be refused.',
  fix: 'Deploy to a Region of the list, or try it out there first.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html'],
  dependsOn: ['endpoint/region-is-not-excluded'],
  restsOn: [SERVERLESS_REGIONS],
  onlyBeforehand: true,
  appliesTo: serverless,
  needs: () => ({}),
  judge: (_, { name, account, region }) => {
    if (SERVERLESS_REGIONS.values.includes(region)) return pass(`${region} is in the list`);
    const subject = { account, region, kind: 'serverless-endpoint', name };
    const expected = `one of ${SERVERLESS_REGIONS.values.join(', ')}`;
    return fail(`${region} is not in the list`, [{ subject, observed: region, expected, field: ['region'] }]);
  },
});

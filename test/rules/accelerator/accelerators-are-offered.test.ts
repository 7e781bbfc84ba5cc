import { expect, test } from '@jest/globals';
import { acceleratorsAreOffered } from '../../../rules/accelerator/accelerators-are-offered.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, jumpStart, launchQueue, recommender, serverless } from '../../support/targets.ts';

const { acceleratorType: _, ...without } = elastic();

testRule(acceleratorsAreOffered, {
  target: elastic(),
  // No account can make it pass: a plan that names nothing of the service is not judged.
  pass: {},
  fail: {
    'an endpoint with an accelerator': {},
    'the scenario alone': { target: without },
    'an accelerator as the instance type': { target: elastic({ instanceType: 'ml.eia2.medium' }) },
    'an accelerator beside a JumpStart model': { target: jumpStart({ acceleratorType: 'ml.eia1.large' }) },
    'an accelerator that a recommender is to test': { target: recommender({ endpointConfigurations: [{ instanceType: 'ml.eia2.large' }] }) },
  },
  notApplicable: {
    'judged as if it existed': { target: elastic({ legacyAudit: true }) },
    'a JumpStart model on instances': { target: jumpStart() },
    'a queue': { target: launchQueue() },
    'a serverless endpoint, of which another rule speaks': { target: { ...serverless(), acceleratorType: 'ml.eia2.medium' } },
  },
});

test('each place that names the service is a finding of its own, with what to do instead', () => {
  const verdict = judged(acceleratorsAreOffered, elastic({ instanceType: 'ml.eia1.medium' }), {});
  expect(verdict).toMatchObject({
    evidence: [{ field: ['acceleratorType'] }, { field: ['instanceType'], observed: 'instanceType ml.eia1.medium' }],
    fixes: [
      { kind: 'replace-accelerator', endpointName: 'accelerated', modelName: 'accelerated' },
      { kind: 'remove-field', field: ['acceleratorType'] },
    ],
  });
});

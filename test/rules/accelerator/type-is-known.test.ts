import { expect, test } from '@jest/globals';
import { typeIsKnown } from '../../../rules/accelerator/type-is-known.ts';
import { ACCELERATORS } from '../../../src/data/accelerators.ts';
import { unknown } from '../../../src/model/fact.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, jumpStart } from '../../support/targets.ts';

const { acceleratorType: _, ...without } = elastic();

testRule(typeIsKnown, {
  target: elastic(),
  pass: Object.fromEntries(ACCELERATORS.values.map(({ type }) => [type, { target: elastic({ acceleratorType: type }) }])),
  fail: {
    'a third generation': { target: elastic({ acceleratorType: 'ml.eia3.medium' }) },
    'a size that there was not': { target: elastic({ acceleratorType: 'ml.eia2.2xlarge' }) },
    'an instance type': { target: elastic({ acceleratorType: 'ml.g5.xlarge' }) },
    none: { target: without },
  },
  cannotTell: {
    'what is deployed could not be read': { target: { ...without, unresolved: { acceleratorType: unknown('access-denied', 'refused') } } },
  },
  notApplicable: { 'a JumpStart model': { target: jumpStart() } },
});

test('an audit of the past says so, whatever the verdict', () => {
  for (const acceleratorType of ['ml.eia2.medium', 'ml.eia9.medium'])
    expect(judged(typeIsKnown, elastic({ legacyAudit: true, acceleratorType }), {})).toMatchObject({
      notes: [expect.stringContaining('as if Elastic Inference had not ended')],
    });
  expect(judged(typeIsKnown, elastic(), {})).not.toHaveProperty('notes');
});

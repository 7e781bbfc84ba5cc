import { expect, test } from '@jest/globals';
import { artifactFitsAccelerator } from '../../../rules/accelerator/artifact-fits-accelerator.ts';
import { present } from '../../../src/model/fact.ts';
import { object } from '../../support/facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { elastic, serverless } from '../../support/targets.ts';

const GB = 1024 ** 3;
const sized = (size: number) => ({ object: present(object({ size })) });
const { modelDataUrl: _, ...without } = elastic();

testRule(artifactFitsAccelerator, {
  target: elastic(),
  pass: {
    small: sized(5_000_000),
    'as large as the memory': sized(2 * GB),
    'a larger type': { ...sized(8 * GB), target: elastic({ acceleratorType: 'ml.eia2.xlarge' }) },
  },
  fail: { 'one byte more': sized(2 * GB + 1), 'a smaller type': { ...sized(2 * GB), target: elastic({ acceleratorType: 'ml.eia1.medium' }) } },
  notApplicable: {
    'no artifact': { target: without },
    'a type that there is not': { target: elastic({ acceleratorType: 'ml.eia3.medium' }) },
    'a serverless endpoint': { target: serverless() },
  },
});

test('the fix is the smallest type that holds the archive, where there is one', () => {
  expect(judged(artifactFitsAccelerator, elastic(), sized(3 * GB))).toMatchObject({ fixes: [{ kind: 'set-field', value: 'ml.eia1.xlarge' }] });
  expect(judged(artifactFitsAccelerator, elastic(), sized(9 * GB))).toMatchObject({ fixes: [] });
});

import { expect, test } from '@jest/globals';
import { renderFix } from '../../../reporters/fixes/index.ts';
import { EVERY_FIX } from '../../support/report-fixes.ts';
import { REGION } from '../../support/targets.ts';

const FIX = EVERY_FIX['replace-accelerator'];

test('the documented steps stand in order, and the commands go as far as names are known', () => {
  const { text, commands } = renderFix(FIX);
  const steps = ['delete the endpoint’s scaling policies', 'make an endpoint configuration', 'update the endpoint', 'in service', 'scaling policies again'];
  const places = steps.map((step) => text.indexOf(step));
  expect(places).toEqual(places.filter((place) => place > 0).toSorted((a, b) => a - b));
  expect(commands.map((command) => command.split(' ').slice(1, 3).join(' '))).toEqual([
    'application-autoscaling describe-scaling-policies',
    'sagemaker create-endpoint-config',
    'sagemaker update-endpoint',
    'sagemaker wait',
  ]);
  expect(commands.join(' ')).not.toContain('AcceleratorType');
});

test('without the names of the plan there is nothing to paste', () => {
  expect(renderFix({ kind: 'replace-accelerator', region: REGION, instanceCount: 1 }).commands).toEqual([]);
});

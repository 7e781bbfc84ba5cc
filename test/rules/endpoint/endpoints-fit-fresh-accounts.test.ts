import { endpointsFitFreshAccounts } from '../../../rules/endpoint/endpoints-fit-fresh-accounts.ts';
import { present, unknown } from '../../../src/model/fact.ts';
import type { ExistingEndpoint } from '../../../src/model/facts/sagemaker.ts';
import { existingEndpoint } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const serverlessOnes = (count: number) => Array.from({ length: count }, (_, i) => existingEndpoint(`other-${i}`));
const REFUSED = unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeEndpoint'] });
const running = (...endpoints: readonly ExistingEndpoint[]) => ({ endpoints: present(endpoints) });

testRule(endpointsFitFreshAccounts, {
  target: serverless(),
  pass: {
    none: running(),
    'one is left': running(...serverlessOnes(4)),
    'it replaces itself': running(...serverlessOnes(4), existingEndpoint('Churn')),
    'those on instances do not count': running(...serverlessOnes(4), existingEndpoint('real', present([]))),
    'one unread, two left': running(...serverlessOnes(3), existingEndpoint('x', REFUSED)),
  },
  fail: { full: running(...serverlessOnes(5)), 'full, one unread': running(...serverlessOnes(5), existingEndpoint('x', REFUSED)) },
  cannotTell: { 'one unread, one left': running(...serverlessOnes(4), existingEndpoint('x', REFUSED)) },
});

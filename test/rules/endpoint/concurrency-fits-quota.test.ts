import { concurrencyFitsQuota } from '../../../rules/endpoint/concurrency-fits-quota.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { ExistingEndpoint } from '../../../src/model/facts/sagemaker.ts';
import { quota } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const running = (name: string, maxConcurrency: number): ExistingEndpoint => ({
  name,
  arn: `arn:aws:sagemaker:us-east-1:123456789012:endpoint/${name}`,
  status: 'InService',
  serverless: present([{ name: 'AllTraffic', memorySizeInMB: 2048, maxConcurrency }]),
});
const unread = (name: string): ExistingEndpoint => ({
  ...running(name, 0),
  serverless: unknown('access-denied', 'refused', { actions: ['sagemaker:DescribeEndpoint'] }),
});
const allowed = present(quota(10));

testRule(concurrencyFitsQuota, {
  target: serverless(),
  pass: {
    'nothing runs': { quota: allowed, endpoints: present([]) },
    'exactly full': { quota: allowed, endpoints: present([running('a', 5)]) },
    'it replaces itself': { quota: allowed, endpoints: present([running('churn', 9)]) },
    'what runs is not serverless': { quota: allowed, endpoints: present([{ ...running('a', 0), serverless: absent }]) },
  },
  fail: {
    'one too many': { quota: allowed, endpoints: present([running('a', 6)]) },
    'a quota of zero': { quota: present(quota(0)), endpoints: present([]) },
    'too many already, one unread': { quota: allowed, endpoints: present([running('a', 6), unread('b')]) },
  },
  cannotTell: {
    'no applied value': { quota: absent, endpoints: present([]) },
    'one endpoint unread': { quota: allowed, endpoints: present([running('a', 1), unread('b')]) },
  },
});

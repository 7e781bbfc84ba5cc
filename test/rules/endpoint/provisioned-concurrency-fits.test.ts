import { provisionedConcurrencyFits } from '../../../rules/endpoint/provisioned-concurrency-fits.ts';
import type { ServerlessConfig } from '../../../src/model/target.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const of = (serverlessConfig: ServerlessConfig) => ({ target: serverless({ serverlessConfig }) });

testRule(provisionedConcurrencyFits, {
  target: serverless(),
  pass: {
    part: of({ memorySizeInMB: 1024, maxConcurrency: 5, provisionedConcurrency: 1 }),
    all: of({ memorySizeInMB: 1024, maxConcurrency: 5, provisionedConcurrency: 5 }),
  },
  fail: {
    zero: of({ memorySizeInMB: 1024, maxConcurrency: 5, provisionedConcurrency: 0 }),
    'more than all': of({ memorySizeInMB: 1024, maxConcurrency: 5, provisionedConcurrency: 6 }),
    'more than AWS offers': of({ memorySizeInMB: 1024, maxConcurrency: 300, provisionedConcurrency: 201 }),
  },
  notApplicable: { 'nothing known': { target: without('serverlessConfig') }, 'none provisioned': of({ memorySizeInMB: 1024, maxConcurrency: 5 }) },
});

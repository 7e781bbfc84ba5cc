import { memoryFitsFreshAccounts } from '../../../rules/endpoint/memory-fits-fresh-accounts.ts';
import type { ServerlessConfig } from '../../../src/model/target.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const of = (serverlessConfig: ServerlessConfig) => ({ target: serverless({ serverlessConfig }) });

testRule(memoryFitsFreshAccounts, {
  target: serverless(),
  pass: { 'the most': of({ memorySizeInMB: 3072, maxConcurrency: 1 }) },
  fail: { larger: of({ memorySizeInMB: 4096, maxConcurrency: 1 }), largest: of({ memorySizeInMB: 6144, maxConcurrency: 1 }) },
  notApplicable: { 'nothing known': { target: without('serverlessConfig') } },
});

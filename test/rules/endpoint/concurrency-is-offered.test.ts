import { concurrencyIsOffered } from '../../../rules/endpoint/concurrency-is-offered.ts';
import type { ServerlessConfig } from '../../../src/model/target.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const of = (serverlessConfig: ServerlessConfig) => ({ target: serverless({ serverlessConfig }) });

testRule(concurrencyIsOffered, {
  target: serverless(),
  pass: { least: of({ memorySizeInMB: 1024, maxConcurrency: 1 }), most: of({ memorySizeInMB: 1024, maxConcurrency: 200 }) },
  fail: { zero: of({ memorySizeInMB: 1024, maxConcurrency: 0 }), 'one too many': of({ memorySizeInMB: 1024, maxConcurrency: 201 }) },
  notApplicable: { 'nothing known': { target: without('serverlessConfig') } },
});

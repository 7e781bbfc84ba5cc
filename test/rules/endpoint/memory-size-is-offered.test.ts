import { memorySizeIsOffered } from '../../../rules/endpoint/memory-size-is-offered.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const sized = (memorySizeInMB: number) => ({ target: serverless({ serverlessConfig: { memorySizeInMB, maxConcurrency: 1 } }) });

testRule(memorySizeIsOffered, {
  target: serverless(),
  pass: { smallest: sized(1024), largest: sized(6144), 'in between': sized(3072) },
  fail: { 'between two sizes': sized(1500), 'too small': sized(512), 'too large': sized(8192), zero: sized(0) },
});

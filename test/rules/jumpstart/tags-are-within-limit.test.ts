import { tagsAreWithinLimit } from '../../../rules/jumpstart/tags-are-within-limit.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

const tagged = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, 'yes']));

testRule(tagsAreWithinLimit, {
  target: jumpStart(),
  pass: { none: {}, '50': { target: jumpStart({ tags: tagged(50) }) } },
  fail: { '51': { target: jumpStart({ tags: tagged(51) }) } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});

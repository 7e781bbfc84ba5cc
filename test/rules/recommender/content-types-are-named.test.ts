import { contentTypesAreNamed } from '../../../rules/recommender/content-types-are-named.ts';
import { unknown } from '../../../src/model/fact.ts';
import { lacking, notSaying, saying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(contentTypesAreNamed, {
  target: recommender(),
  pass: { one: {}, two: { target: saying({ supportedContentTypes: ['text/csv', 'application/json'] }) } },
  fail: { none: { target: notSaying('supportedContentTypes') }, 'an empty list': { target: saying({ supportedContentTypes: [] }) } },
  cannotTell: { 'the package could not be read': { target: { ...lacking('containerConfig'), unresolved: { containerConfig: unknown('throttled', 'x') } } } },
  notApplicable: { 'a serverless endpoint': { target: serverless() } },
});

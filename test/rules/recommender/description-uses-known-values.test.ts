import { descriptionUsesKnownValues } from '../../../rules/recommender/description-uses-known-values.ts';
import { lacking, saying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(descriptionUsesKnownValues, {
  target: recommender(),
  pass: {
    'words of the list': {},
    'unknown, in the words of the guide': { target: saying({ domain: 'OTHER', task: 'OTHER', framework: 'OTHER' }) },
    'a word is missing, which another rule tells': { target: saying({ framework: 'PYTORCH' }) },
  },
  fail: {
    'a domain in small letters': { target: saying({ domain: 'machine_learning' }) },
    'a task of another list': { target: saying({ task: 'TRANSLATION' }) },
    'a framework that AWS does not list': { target: saying({ framework: 'MXNET' }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'nothing is said': { target: lacking('containerConfig') } },
});

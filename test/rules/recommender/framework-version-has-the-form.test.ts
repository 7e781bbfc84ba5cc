import { frameworkVersionHasTheForm } from '../../../rules/recommender/framework-version-has-the-form.ts';
import { notSaying, saying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(frameworkVersionHasTheForm, {
  target: recommender(),
  pass: { 'a version with a build': {}, 'three numbers': { target: saying({ frameworkVersion: '2.12.1' }) } },
  fail: {
    'two digits first': { target: saying({ frameworkVersion: '12.1' }) },
    'no point': { target: saying({ frameworkVersion: '2' }) },
    'too long': { target: saying({ frameworkVersion: '1.7.1-cpu-py3' }) },
    'a letter first': { target: saying({ frameworkVersion: 'v1.7' }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no version': { target: notSaying('frameworkVersion') } },
});

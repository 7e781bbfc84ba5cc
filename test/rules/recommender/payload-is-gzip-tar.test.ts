import { payloadIsGzipTar } from '../../../rules/recommender/payload-is-gzip-tar.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { notSaying, saying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

const start = (bytes: string) => ({ start: present({ bytes }) });

testRule(payloadIsGzipTar, {
  target: recommender(),
  pass: { 'by name and content': start('1f8b') },
  fail: {
    'a zip that is called otherwise': start('504b'),
    'an empty object': start(''),
    'another name': { target: saying({ samplePayloadUrl: 's3://churn-models/churn/payload.json' }), ...start('1f8b') },
  },
  cannotTell: {
    'the content may not be read': { start: unknown('access-denied', 'x', { actions: ['s3:GetObject'] }) },
    'it went away since': { start: absent },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no payload': { target: notSaying('samplePayloadUrl') } },
});

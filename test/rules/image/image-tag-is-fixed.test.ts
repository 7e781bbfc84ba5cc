import { expect, test } from '@jest/globals';
import { imageTagIsFixed } from '../../../rules/image/image-tag-is-fixed.ts';
import { present } from '../../../src/model/fact.ts';
import { image, repository } from '../../support/facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const HERE = '123456789012.dkr.ecr.us-east-1.amazonaws.com/churn';
const tags = (tagMutability: string) => ({ repository: present(repository({ tagMutability })), image: present(image()) });
const byDigest = serverless({ image: `${HERE}@sha256:${'0'.repeat(64)}` });

testRule(imageTagIsFixed, {
  target: serverless(),
  pass: { 'immutable tags': tags('IMMUTABLE'), 'by digest': { target: byDigest, ...tags('MUTABLE') } },
  fail: { 'mutable tags': tags('MUTABLE'), 'no tag': { target: serverless({ image: HERE }), ...tags('MUTABLE') } },
  cannotTell: { 'immutable but for some': tags('IMMUTABLE_WITH_EXCLUSION'), 'mutable but for some': tags('MUTABLE_WITH_EXCLUSION') },
  notApplicable: {
    'an image of AWS’s own': { target: serverless({ image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312' }) },
  },
});

test('the fix names the image by the digest that it has', () => {
  expect(judged(imageTagIsFixed, serverless(), tags('MUTABLE'))).toMatchObject({ fixes: [{ kind: 'use-image', to: `${HERE}@${image().digest}` }] });
});

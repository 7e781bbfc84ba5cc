import { expect, test } from '@jest/globals';
import { imageExists } from '../../../rules/image/image-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { image } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const awsImage = serverless({ image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312' });

testRule(imageExists, {
  target: serverless(),
  pass: { 'it is there': { image: present(image()) }, 'an image of AWS’s own': { target: awsImage, image: present(image()) } },
  fail: {
    'no such tag': { image: absent },
    'no such digest': { target: serverless({ image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/churn@sha256:${'0'.repeat(64)}` }), image: absent },
    'no such image of AWS’s own': { target: awsImage, image: absent },
  },
  notApplicable: { 'no ECR': { target: serverless({ image: 'docker.io/library/churn:1.4' }) } },
});

test('it is asked for by digest where there is one, and an image without tag is the latest', () => {
  const asked = (uri: string) => imageExists.needs(serverless({ image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/${uri}` }) as never);
  const digest = `sha256:${'0'.repeat(64)}`;
  expect(asked(`team/churn:1.4@${digest}`)).toMatchObject({ image: { params: { account: '123456789012', repository: 'team/churn', reference: digest } } });
  expect(asked('churn')).toMatchObject({ image: { params: { reference: 'tag:latest' } } });
});

test('who may push it is asked to; an image of AWS’s own nobody can build again', () => {
  const fixesOf = (target: typeof awsImage) => {
    const verdict = imageExists.judge({ image: absent } as never, target as never);
    return verdict.outcome === 'fail' ? verdict.fixes : undefined;
  };
  expect(fixesOf(serverless())).toMatchObject([{ kind: 'build-image' }]);
  expect(fixesOf(awsImage)).toEqual([]);
});

import { imageIsLikelyToFit } from '../../../rules/image/image-is-likely-to-fit.ts';
import { present } from '../../../src/model/fact.ts';
import { image } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const GIB = 1024 ** 3;
const of = (size: number) => ({ image: present(image({ size })) });
const { size: _, ...untold } = image();

testRule(imageIsLikelyToFit, {
  target: serverless(),
  pass: { small: of(50_000_000), 'four GiB compressed': of(4 * GIB) },
  fail: { 'one byte more': of(4 * GIB + 1) },
  cannotTell: { 'ECR does not say': { image: present(untold) } },
  notApplicable: { 'no ECR': { target: serverless({ image: 'docker.io/library/churn:1.4' }) } },
});

import { imageIsNotArchived } from '../../../rules/image/image-is-not-archived.ts';
import { present } from '../../../src/model/fact.ts';
import { image } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

const { status: _, ...untold } = image();

testRule(imageIsNotArchived, {
  target: serverless(),
  pass: { active: { image: present(image()) }, 'ECR does not say': { image: present(untold) } },
  fail: { archived: { image: present(image({ status: 'ARCHIVED' })) }, 'on its way back': { image: present(image({ status: 'ACTIVATING' })) } },
  notApplicable: { 'no ECR': { target: serverless({ image: 'docker.io/library/churn:1.4' }) } },
});

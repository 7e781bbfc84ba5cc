import { repositoryExists } from '../../../rules/image/repository-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { repository } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

testRule(repositoryExists, {
  target: serverless(),
  pass: { 'it is there': { repository: present(repository()) } },
  fail: { 'it is not': { repository: absent } },
  notApplicable: {
    'an image of AWS’s own': { target: serverless({ image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference:2.6.0-cpu-py312' }) },
    'no ECR': { target: serverless({ image: 'docker.io/library/churn:1.4' }) },
    'no image': { target: without('image') },
  },
});

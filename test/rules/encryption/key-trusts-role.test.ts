import { keyTrustsRole } from '../../../rules/encryption/key-trusts-role.ts';
import { testRule } from '../../support/rule.ts';
import { without } from '../../support/targets.ts';
import { closed, delegated, direct, EVERY_USE, granted, grantsUnread, target, via } from './key-use.ts';

testRule(keyTrustsRole, {
  target,
  pass: {
    'the key names the role': direct(EVERY_USE),
    'the key leaves it to IAM, which grants': delegated(EVERY_USE),
    'one operation is enough': direct(['kms:Decrypt']),
    'a grant': granted(['Decrypt', 'GenerateDataKey']),
    'through SageMaker': direct(EVERY_USE, via('sagemaker.us-east-1.amazonaws.com')),
  },
  fail: {
    'IAM grants, but the key leaves nothing to IAM': closed,
    'the key leaves it to IAM, which does not grant': delegated([]),
    'a service name in capitals, which no call carries': direct(EVERY_USE, via('SageMaker.us-east-1.amazonaws.com')),
    'SageMaker of another Region': direct(EVERY_USE, via('sagemaker.eu-west-1.amazonaws.com')),
  },
  cannotTell: {
    'grants unread, and only they could allow': grantsUnread,
    'only through another service': direct(EVERY_USE, via('ec2.us-east-1.amazonaws.com')),
  },
  notApplicable: { 'no key': { target: without('kmsKeyId') } },
});

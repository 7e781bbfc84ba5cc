import { roleExists } from '../../../rules/identity/role-exists.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { role } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { ACCOUNT, serverless } from '../../support/targets.ts';

testRule(roleExists, {
  target: serverless(),
  pass: { 'same ARN': { role: present(role()) } },
  fail: {
    'no such role': { role: absent },
    'other path': { role: present(role({ arn: `arn:aws:iam::${ACCOUNT}:role/Execution`, path: '/' })) },
    'role of another account': { target: serverless({ executionRoleArn: 'arn:aws:iam::999999999999:role/Execution' }), role: undefined },
  },
});

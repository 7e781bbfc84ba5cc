import { roleMayListContent } from '../../../rules/jumpstart/role-may-list-content.ts';
import { below, CONTENT, CONTENT_PREFIX } from '../../support/jumpstart-facts.ts';
import { allow, asExecutionRole } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { jumpStart, serverless } from '../../support/targets.ts';

testRule(roleMayListContent, {
  target: jumpStart({ modelDataUrl: CONTENT }),
  pass: { 'what is asked': asExecutionRole(allow('s3:ListBucket', 'arn:aws:s3:::jumpstart-cache-prod-us-east-1')) },
  fail: {
    nothing: asExecutionRole(),
    'on the objects, which is another resource': asExecutionRole(allow('s3:ListBucket', 'arn:aws:s3:::jumpstart-cache-prod-us-east-1/*')),
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an uncompressed model': { target: below(CONTENT_PREFIX) } },
});

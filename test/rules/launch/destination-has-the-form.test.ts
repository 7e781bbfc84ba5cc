import { destinationHasTheForm } from '../../../rules/launch/destination-has-the-form.ts';
import { changedBuilder, withRegistry } from '../../support/launch.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(destinationHasTheForm, {
  target: launchQueue(),
  pass: {
    'an address': {},
    'with a scheme': { target: changedBuilder({ destination: 'https://123456789012.dkr.ecr.us-east-1.amazonaws.com/team/launch' }) },
    'with a tag': { target: changedBuilder({ destination: '123456789012.dkr.ecr.us-east-1.amazonaws.com/launch:1' }) },
    'as registry.uri': { target: withRegistry({ type: 'ecr', uri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/launch' }) },
  },
  fail: {
    'an ARN': { target: changedBuilder({ destination: 'arn:aws:ecr:us-east-1:123456789012:repository/launch' }) },
    'without dkr': { target: changedBuilder({ destination: '123456789012.ecr.us-east-1.amazonaws.com/launch' }) },
    'China’s suffix': { target: changedBuilder({ destination: '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/launch' }) },
    'no repository': { target: changedBuilder({ destination: '123456789012.dkr.ecr.us-east-1.amazonaws.com' }) },
    'another registry': { target: withRegistry({ uri: 'docker.io/me/launch' }) },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, none: { target: changedBuilder({ destination: undefined }) } },
});

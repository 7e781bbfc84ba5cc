import { agentMayKeepContexts } from '../../../rules/launch/agent-may-keep-contexts.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { changedBuilder } from '../../support/launch.ts';
import { allow, asDeployer, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(agentMayKeepContexts, {
  target: launchQueue(),
  pass: {
    'what it needs': {
      ...asDeployer(allow(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::launch-context/*')),
      buckets: [present(bucket()), present(bucket())],
      bucketPolicies: [absent, absent],
    },
    everything: { ...asDeployer(allow('*')), buckets: [present(bucket()), present(bucket())], bucketPolicies: [absent, absent] },
  },
  fail: {
    nothing: { ...asDeployer(), buckets: [present(bucket()), present(bucket())], bucketPolicies: [absent, absent] },
    'all but one': {
      ...asDeployer(allow(['s3:GetObject'], 'arn:aws:s3:::launch-context/*')),
      buckets: [present(bucket()), present(bucket())],
      bucketPolicies: [absent, absent],
    },
    elsewhere: {
      ...asDeployer(allow(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::launch-context')),
      buckets: [present(bucket()), present(bucket())],
      bucketPolicies: [absent, absent],
    },
    'a denial': { ...asDeployer(allow('*'), deny('s3:PutObject')), buckets: [present(bucket()), present(bucket())], bucketPolicies: [absent, absent] },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) } },
});

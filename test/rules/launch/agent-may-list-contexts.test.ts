import { agentMayListContexts } from '../../../rules/launch/agent-may-list-contexts.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket } from '../../support/facts.ts';
import { changedBuilder } from '../../support/launch.ts';
import { allow, asDeployer, deny } from '../../support/permission-rows.ts';
import { testRule } from '../../support/rule.ts';
import { launchQueue, serverless } from '../../support/targets.ts';

testRule(agentMayListContexts, {
  target: launchQueue(),
  pass: {
    'what it needs': { ...asDeployer(allow(['s3:ListBucket'], 'arn:aws:s3:::launch-context')), buckets: [present(bucket())], bucketPolicies: [absent] },
    everything: { ...asDeployer(allow('*')), buckets: [present(bucket())], bucketPolicies: [absent] },
  },
  fail: {
    nothing: { ...asDeployer(), buckets: [present(bucket())], bucketPolicies: [absent] },
    'all but one': { ...asDeployer(allow('s3:ListAllMyBuckets', 'arn:aws:s3:::launch-context')), buckets: [present(bucket())], bucketPolicies: [absent] },
    elsewhere: { ...asDeployer(allow(['s3:ListBucket'], 'arn:aws:s3:::launch-context/*')), buckets: [present(bucket())], bucketPolicies: [absent] },
    'a denial': { ...asDeployer(allow('*'), deny('s3:ListBucket')), buckets: [present(bucket())], bucketPolicies: [absent] },
  },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'an agent that builds nothing': { target: changedBuilder({ type: 'noop' }) } },
});

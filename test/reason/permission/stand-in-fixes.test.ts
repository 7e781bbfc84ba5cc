import { describe, expect, test } from '@jest/globals';
import { roleMayReadInputs } from '../../../rules/identity/role-may-read-inputs.ts';
import { roleMayWriteLogs } from '../../../rules/identity/role-may-write-logs.ts';
import { roleMayWriteOutput } from '../../../rules/identity/role-may-write-output.ts';
import { deployerMayReadManifest } from '../../../rules/jumpstart/deployer-may-read-manifest.ts';
import { roleMayReadModel } from '../../../rules/jumpstart/role-may-read-model.ts';
import { roleMayReadOptimisedModels } from '../../../rules/jumpstart/role-may-read-optimised-models.ts';
import { agentMayKeepContexts } from '../../../rules/launch/agent-may-keep-contexts.ts';
import { agentMayReadLogs } from '../../../rules/launch/agent-may-read-logs.ts';
import { endpointPolicyAllowsPlan } from '../../../rules/network/endpoint-policy-allows-plan.ts';
import { absent, present } from '../../../src/model/fact.ts';
import { bucket, policy, role } from '../../support/facts.ts';
import { networkAndGroups, TWO_SUBNETS } from '../../support/network-facts.ts';
import { asDeployer, asExecutionRole } from '../../support/permission-rows.ts';
import { judged } from '../../support/rule.ts';
import { jumpStart, jumpStartTraining, launchQueue } from '../../support/targets.ts';
import { endpoint } from '../network/networks.ts';

const there = { buckets: [present(bucket())], bucketPolicies: [absent] };
const training = jumpStartTraining();
const { trainingJob } = training;
const queue = launchQueue();
const content = jumpStart({ modelDataUrl: 's3://jumpstart-cache-prod-us-east-1/model/infer.tar.gz' });

const granted = (verdict: object): readonly unknown[] => {
  const { fixes = [] } = verdict as { readonly fixes?: readonly { readonly statement: { readonly Resource: unknown } }[] };
  return fixes.map(({ statement }) => statement.Resource);
};

describe('what is granted covers every name, and not only the one that was asked about', () => {
  test('what a job writes', () => {
    expect(granted(judged(roleMayWriteOutput, training, { ...asExecutionRole(), ...there }))).toEqual(['arn:aws:s3:::churn-models/output/*']);
  });
  test('what a job reads: also a file, where the channel may name one', () => {
    const reading = (input: string) => jumpStartTraining({ trainingJob: { ...trainingJob, inputs: [input] } });
    const bothThere = { buckets: [present(bucket()), present(bucket())], bucketPolicies: [absent, absent] };
    const fixesFor = (input: string) => granted(judged(roleMayReadInputs, training, { target: reading(input), ...asExecutionRole(), ...bothThere }));
    expect(fixesFor('s3://churn-models/train/')).toEqual(['arn:aws:s3:::churn-models/train/*']);
    expect(fixesFor('s3://churn-models/train.csv')).toEqual(['arn:aws:s3:::churn-models/train.csv*']);
    expect(fixesFor('s3://churn-models')).toEqual(['arn:aws:s3:::churn-models/*']);
  });
  test('build contexts', () => {
    const two = { buckets: [present(bucket()), present(bucket())], bucketPolicies: [absent, absent] };
    expect(granted(judged(agentMayKeepContexts, queue, { ...asDeployer(), ...two }))).toEqual([
      expect.stringMatching(/^arn:aws:s3:::launch-context\/(.*\/)?\*$/),
    ]);
  });
  test('all of AWS’s content, since models come with scripts and specifications', () => {
    const [reading] = granted(judged(roleMayReadModel, content, asExecutionRole()));
    expect(reading).toBe('arn:aws:s3:::jumpstart-cache-prod-us-east-1/*');
    expect(granted(judged(deployerMayReadManifest, content, asDeployer()))).toEqual(['arn:aws:s3:::jumpstart-cache-prod-us-east-1/*']);
  });
  test('AWS’s optimised models', () => {
    expect(granted(judged(roleMayReadOptimisedModels, content, asExecutionRole()))).toEqual(['arn:aws:s3:::sagemaker-sd-models-prod-us-east-1/*']);
  });
  test('log streams', () => {
    const [writing] = granted(judged(roleMayWriteLogs, training, asExecutionRole()));
    expect(writing).toMatch(/log-group:\/aws\/sagemaker\/TrainingJobs:log-stream:\*$/);
    const reading = granted(judged(agentMayReadLogs, queue, asDeployer()));
    expect(reading).toEqual([expect.stringMatching(/:log-stream:\*$/)]);
  });
  test('what passes an endpoint', () => {
    const inVpc = jumpStartTraining({ vpcConfig: TWO_SUBNETS });
    const closed = endpoint({ policy: policy('vpc-endpoint', { Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: '*' }) });
    const asking = { role: present(role()), time: present('2026-01-01T00:00:00Z'), buckets: [present(bucket())], organization: absent };
    const resources = granted(judged(endpointPolicyAllowsPlan, inVpc, { ...networkAndGroups({ endpoints: [closed] }), ...asking }));
    expect(resources).toEqual(expect.arrayContaining(['arn:aws:s3:::churn-models/output/*']));
    expect(resources.every((one) => String(one).endsWith('*'))).toBe(true);
  });
});

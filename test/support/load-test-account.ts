import { CreateEndpointCommand, CreateEndpointConfigCommand, CreateModelCommand } from '@aws-sdk/client-sagemaker';
import type { RecommenderAccount } from './recommender-account.ts';
import { readyRecommenderAccount } from './recommender-account.ts';
import type { Stage } from './stage.ts';

/** An endpoint on instances that runs already, with its model and configuration. */
export const createInstanceEndpoint = async ({ admin, image, executionRole }: RecommenderAccount, name: string, variants = 1): Promise<void> => {
  await admin.sagemaker.send(new CreateModelCommand({ ModelName: name, ExecutionRoleArn: executionRole.arn, PrimaryContainer: { Image: image } }));
  const ProductionVariants = Array.from({ length: variants }, (_, index) => ({
    VariantName: `Variant${index}`,
    ModelName: name,
    InstanceType: 'ml.m5.large' as const,
    InitialInstanceCount: 1,
  }));
  await admin.sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: name, ProductionVariants }));
  await admin.sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
};

const QUOTAS = [
  ['L-TESTM5XL', 'ml.m5.xlarge for endpoint usage'],
  ['L-TESTC5XL', 'ml.c5.xlarge for endpoint usage'],
  ['L-7A3DF611', 'Number of instances across active endpoints'],
] as const;

/** An account like the one for a default job, ready for a load test of two types and of an endpoint that runs, with keys for volumes and results. */
export const readyLoadTestAccount = async (stage: Stage): Promise<RecommenderAccount> => {
  const ready = await readyRecommenderAccount(stage);
  const { account, region, keyArn, bucket } = ready;
  for (const [quotaCode, name] of QUOTAS) stage.proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode, name, value: 8 });
  await createInstanceEndpoint(ready, 'running');
  const phase = { initialNumberOfUsers: 1, spawnRate: 1, durationInSeconds: 120 };
  return {
    ...ready,
    target: {
      ...ready.target,
      jobType: 'Advanced',
      endpointConfigurations: [{ instanceType: 'ml.m5.xlarge' }, { instanceType: 'ml.c5.xlarge' }],
      trafficPattern: { trafficType: 'PHASES', phases: [phase, phase] },
      limits: { maxNumberOfTests: 2, maxParallelOfTests: 2, jobDurationInSeconds: 7200, maxInvocations: 300, latencyPercentiles: ['P95'] },
      endpoints: ['running'],
      volumeKmsKeyId: keyArn,
      outputKmsKeyId: keyArn,
      compiledOutputUri: `s3://${bucket}/compiled/`,
    },
  };
};

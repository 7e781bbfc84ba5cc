import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

const PAGE = 100;
/** In one of several wordings; other faults of the input come under the same name. */
const NO_SUCH = { name: 'ValidationException', message: /Could not find|Cannot find|does not exist|not found/ };
const open = ({ clients, region }: Route) => clients.open('sagemaker', region);

/** The training jobs of a Region that are in progress. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ListTrainingJobs.html */
export const listTrainingJobsInProgress = defineOperation({
  name: 'sagemaker:ListTrainingJobs',
  service: 'sagemaker',
  actions: ['sagemaker:ListTrainingJobs'],
  absentWhen: [],
  subject: (_: Readonly<Record<never, never>>) => 'the training jobs of the Region',
  send: async (_, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (NextToken) => {
      const page = await client.send(new sdk.ListTrainingJobsCommand({ StatusEquals: 'InProgress', MaxResults: PAGE, NextToken }), {
        abortSignal: route.signal,
      });
      return { items: answered(page.TrainingJobSummaries, 'TrainingJobSummaries'), next: page.NextToken || undefined };
    });
  },
});

/** One training job, in the words of the request that made it; its hyperparameters are forgotten here, and of its environment all but the names. Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html */
export const describeTrainingJob = defineOperation({
  name: 'sagemaker:DescribeTrainingJob',
  service: 'sagemaker',
  actions: ['sagemaker:DescribeTrainingJob'],
  absentWhen: [NO_SUCH, { name: 'ResourceNotFound' }],
  subject: ({ trainingJobName }: { readonly trainingJobName: string }) => `the training job ${trainingJobName}`,
  send: async ({ trainingJobName }, route) => {
    const { client, sdk } = await open(route);
    const job = await client.send(new sdk.DescribeTrainingJobCommand({ TrainingJobName: trainingJobName }), { abortSignal: route.signal });
    const { TrainingJobName, TrainingJobArn, TrainingJobStatus, FailureReason, Environment = {} } = job;
    const { RoleArn, AlgorithmSpecification, InputDataConfig, OutputDataConfig, ResourceConfig, StoppingCondition, CheckpointConfig, VpcConfig } = job;
    const { EnableManagedSpotTraining, EnableInterContainerTrafficEncryption, EnableNetworkIsolation } = job;
    return {
      name: answered(TrainingJobName, 'TrainingJobName'),
      arn: TrainingJobArn,
      status: TrainingJobStatus,
      failureReason: FailureReason,
      environment: Object.keys(Environment),
      ...{ RoleArn, AlgorithmSpecification, InputDataConfig, OutputDataConfig, ResourceConfig, StoppingCondition, CheckpointConfig, VpcConfig },
      ...{ EnableManagedSpotTraining, EnableInterContainerTrafficEncryption, EnableNetworkIsolation },
    };
  },
});

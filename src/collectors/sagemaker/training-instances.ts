import { answered } from '../../aws/operation.ts';
import { describeTrainingJob, listTrainingJobsInProgress } from '../../aws/operations/sagemaker-training.ts';
import { present } from '../../model/fact.ts';
import type { InstanceUse } from '../../model/facts/sagemaker.ts';
import type { Call } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';
import type { HeldInstances } from './instances.ts';
import { allInstances } from './instances.ts';

interface Resources {
  readonly InstanceType?: string | undefined;
  readonly InstanceCount?: number | undefined;
  readonly SelectedInstanceType?: string | undefined;
  readonly SelectedInstanceCount?: number | undefined;
  /** A cluster of several types. */
  readonly InstanceGroups?: readonly { readonly InstanceType?: string | undefined; readonly InstanceCount?: number | undefined }[] | undefined;
}
type Held = Pick<InstanceUse, 'instanceType' | 'count'>;

/** A job that let SageMaker choose among types holds what was chosen; until then it holds nothing. A serverless job has no instances. */
const heldIn = (resources: Resources | undefined): readonly Held[] => {
  if (resources === undefined) return [];
  const { InstanceGroups = [], SelectedInstanceType, SelectedInstanceCount, InstanceType, InstanceCount } = resources;
  const alone = { InstanceType: SelectedInstanceType ?? InstanceType, InstanceCount: SelectedInstanceCount ?? InstanceCount };
  const groups = InstanceGroups.length > 0 ? InstanceGroups : [alone];
  return groups.flatMap(({ InstanceType: instanceType, InstanceCount: count }) => (instanceType === undefined ? [] : [{ instanceType, count: count ?? 1 }]));
};

const OPERATIONS = [listTrainingJobsInProgress, describeTrainingJob] as const;

const heldByJob = async (call: Call<typeof OPERATIONS>, trainingJobName: string): Promise<HeldInstances> => {
  const job = await call.attempt(describeTrainingJob, { trainingJobName });
  if (job.state !== 'present') return job;
  const { name, ResourceConfig, EnableManagedSpotTraining } = job.value;
  return present(heldIn(ResourceConfig).map((held) => ({ name, ...held, spot: EnableManagedSpotTraining === true })));
};

/** The instances of every training job of a Region that is in progress. */
export const sagemakerTrainingInstances = defineCollector({
  kind: 'sagemaker.trainingInstances',
  operations: OPERATIONS,
  region: ({ region }) => region,
  calls: () => [invocation(listTrainingJobsInProgress, {})],
  surcharges: [
    { service: 'sagemaker', each: 1, per: 'training job in progress' },
    { service: 'sagemaker', each: 1, per: 'further 100 training jobs in progress' },
  ],
  permissions: ({ region = '*' }, { partition, account }) => [
    { action: 'sagemaker:ListTrainingJobs', resources: ['*'], because: 'the action has no resource types' },
    {
      action: 'sagemaker:DescribeTrainingJob',
      resources: [`arn:${partition}:sagemaker:${region}:${account}:training-job/*`],
      because: 'every training job in progress counts against the quota',
    },
  ],
  collect: async (_, call) => {
    const listing = await call(listTrainingJobsInProgress, {});
    const summaries = listing.state === 'present' ? listing.value : [];
    const held = await Promise.all(summaries.map(({ TrainingJobName }) => heldByJob(call, answered(TrainingJobName, 'TrainingJobName'))));
    return present(allInstances(held));
  },
});

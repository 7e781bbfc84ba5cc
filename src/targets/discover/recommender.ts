import type { OutputOf } from '../../aws/operation.ts';
import { describeRecommenderJob, listRecommenderJobs } from '../../aws/operations/discovery.ts';
import type { Findings } from './found.ts';
import { allOf, NOTHING, noted } from './found.ts';
import type { Where } from './where.ts';
import { missing, nameIn, placeIn } from './where.ts';

type Job = OutputOf<typeof describeRecommenderJob>;

const targetOf = (where: Where, { arn, status, failureReason, request }: Job): Findings => {
  const { JobName, InputConfig } = request;
  if (!InputConfig?.VpcConfig?.Subnets?.length)
    return noted(`the Inference Recommender job ${JobName} in ${where.region} runs in no VPC: no scenario judges it`);
  const says = [`found as ${arn}, which is ${status}`, ...(failureReason === undefined ? [] : [`SageMaker says of its failure: ${failureReason}`])];
  // AWS's words are kept: a description takes the request as it is. Undefined values are not JSON.
  const entry = {
    name: nameIn(where, 'recommender-job', JobName),
    scenario: 'inference-recommender-vpc' as const,
    ...placeIn(where),
    request: JSON.parse(JSON.stringify(request)) as unknown,
  };
  return { ...NOTHING, found: [{ entry, says }] };
};

const ofJob = async (where: Where, jobName: string): Promise<Findings> => {
  const job = await where.call(describeRecommenderJob, where.region, { jobName });
  if (job.state === 'absent') return NOTHING;
  return job.state === 'unknown' ? missing(where, nameIn(where, 'recommender-job', jobName), job) : targetOf(where, job.value);
};

/** Finds the Inference Recommender jobs that were made of late. */
export const findRecommenderJobs = async (where: Where): Promise<Findings> => {
  const listing = await where.call(listRecommenderJobs, where.region, { createdAfter: where.createdAfter });
  if (listing.state === 'unknown') return missing(where, `${where.prefix}recommender jobs`, listing);
  const names = listing.state === 'present' ? listing.value : [];
  return allOf(await Promise.all(names.map((name) => ofJob(where, name))));
};

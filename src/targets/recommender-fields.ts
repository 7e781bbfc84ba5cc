import type { Field } from './field.ts';

const text = (flag: string | undefined, title: string, words: Pick<Field, 'help' | 'expected' | 'example'>) =>
  ({ flag, type: 'text', presence: 'optional', inherited: 'from-defaults', title, ...words }) as const;

const number = (flag: string | undefined, title: string, words: Pick<Field, 'help' | 'expected' | 'example'>) =>
  ({ flag, type: 'number', presence: 'optional', inherited: 'from-defaults', title, ...words }) as const;

const list = (flag: string | undefined, title: string, words: Pick<Field, 'help' | 'expected' | 'example'>) =>
  ({ flag, type: 'list', presence: 'optional', inherited: 'from-defaults', title, ...words }) as const;

const KEY = 'a key id, a key ARN, alias/<name> or an alias ARN';

/** Keys of an Inference Recommender job, by their path in the target file. */
export const RECOMMENDER_FIELDS = {
  request: {
    ...text('request', 'Request', {
      help: 'The request of CreateInferenceRecommendationsJob, whose keys may also stand in the target: its JSON file, or the map itself',
      expected: 'the path of a file, beginning at the description’s folder, or the map itself',
      example: 'recommendations-job.json',
    }),
    inherited: 'never',
  },
  jobName: {
    ...text('job-name', 'Job name', {
      help: 'Name that the job will have (JobName)',
      expected: '1 to 64 letters, digits and hyphens',
      example: 'churn-sizing',
    }),
    inherited: 'never',
  },
  jobType: text('job-type', 'Job type', {
    help: 'Default recommends instances, Advanced tests under load (JobType); Default if left out',
    expected: 'Default or Advanced',
    example: 'Default',
  }),
  'containerConfig.domain': text('domain', 'Domain', {
    help: 'Domain of the model (ContainerConfig.Domain); from the model package if left out',
    expected: 'a domain, such as MACHINE_LEARNING',
    example: 'MACHINE_LEARNING',
  }),
  'containerConfig.task': text('task', 'Task', {
    help: 'Task of the model (ContainerConfig.Task); from the model package if left out',
    expected: 'a task, such as CLASSIFICATION',
    example: 'CLASSIFICATION',
  }),
  'containerConfig.framework': text('framework', 'Framework', {
    help: 'Framework of the container (ContainerConfig.Framework); from the model package if left out',
    expected: 'a framework, such as XGBOOST',
    example: 'XGBOOST',
  }),
  'containerConfig.frameworkVersion': text('framework-version', 'Framework version', {
    help: 'Version of the framework (ContainerConfig.FrameworkVersion); from the model package if left out',
    expected: 'a version in quotes, such as "1.7-1"',
    example: '1.7-1',
  }),
  'containerConfig.nearestModelName': text('nearest-model-name', 'Nearest model', {
    help: 'Known model that is most like this one (ContainerConfig.NearestModelName)',
    expected: 'the name of a model',
    example: 'xgboost',
  }),
  'containerConfig.samplePayloadUrl': text('sample-payload-url', 'Sample payload', {
    help: 'Archive of sample requests in S3 (PayloadConfig.SamplePayloadUrl); from the model package if left out',
    expected: 's3://bucket/key of a .tar.gz',
    example: 's3://churn-models/churn/payload.tar.gz',
  }),
  'containerConfig.supportedContentTypes': list('supported-content-type', 'Content types', {
    help: 'Content types of requests (PayloadConfig.SupportedContentTypes); from the model package if left out',
    expected: 'a list of content types',
    example: ['text/csv'],
  }),
  'containerConfig.supportedInstanceTypes': list('supported-instance-type', 'Instance types', {
    help: 'Instance types that may be tested (ContainerConfig.SupportedInstanceTypes); from the model package if left out',
    expected: 'a list of instance types',
    example: ['ml.m5.xlarge'],
  }),
  'containerConfig.supportedEndpointType': text('supported-endpoint-type', 'Endpoint type', {
    help: 'Kind of endpoint that is recommended (ContainerConfig.SupportedEndpointType); both if left out',
    expected: 'RealTime or Serverless',
    example: 'RealTime',
  }),
  endpointConfigurations: list(undefined, 'Tested configurations', {
    help: 'Endpoints that an advanced job tests (EndpointConfigurations), each with instanceType or serverlessConfig',
    expected: 'a list of maps with instanceType or serverlessConfig',
    example: [{ instanceType: 'ml.m5.xlarge' }],
  }),
  'trafficPattern.trafficType': text(undefined, 'Traffic', {
    help: 'Form of the load (TrafficPattern.TrafficType)',
    expected: 'PHASES or STAIRS',
    example: 'PHASES',
  }),
  'trafficPattern.phases': list(undefined, 'Phases', {
    help: 'Phases of the load (TrafficPattern.Phases), each with initialNumberOfUsers, spawnRate and durationInSeconds',
    expected: 'a list of maps with initialNumberOfUsers, spawnRate and durationInSeconds',
    example: [{ initialNumberOfUsers: 1, spawnRate: 1, durationInSeconds: 120 }],
  }),
  'limits.maxNumberOfTests': number('max-number-of-tests', 'Tests', {
    help: 'Tests at most (ResourceLimit.MaxNumberOfTests)',
    expected: 'a whole number, 0 or more',
    example: 5,
  }),
  'limits.maxParallelOfTests': number('max-parallel-of-tests', 'Tests at once', {
    help: 'Tests at the same time (ResourceLimit.MaxParallelOfTests)',
    expected: 'a whole number, 0 or more',
    example: 2,
  }),
  'limits.jobDurationInSeconds': number('job-duration-in-seconds', 'Duration', {
    help: 'Seconds that the job may take (JobDurationInSeconds)',
    expected: 'a whole number of seconds, 0 or more',
    example: 7200,
  }),
  'limits.maxInvocations': number('max-invocations', 'Invocations', {
    help: 'Requests a minute at which a test stops (StoppingConditions.MaxInvocations)',
    expected: 'a whole number, 0 or more',
    example: 300,
  }),
  'limits.latencyPercentiles': list(undefined, 'Latency percentiles', {
    help: 'Percentiles of the model latency at which a test stops (StoppingConditions.ModelLatencyThresholds)',
    expected: 'a list of percentiles, such as P95',
    example: ['P95'],
  }),
  endpoints: {
    ...list(undefined, 'Existing endpoints', {
      help: 'Endpoints that exist and are tested (Endpoints)',
      expected: 'a list of endpoint names',
      example: ['churn'],
    }),
    inherited: 'never',
  },
  volumeKmsKeyId: text('volume-kms-key-id', 'Volume key', {
    help: 'Key of the tested endpoints’ volumes (InputConfig.VolumeKmsKeyId)',
    expected: KEY,
    example: 'alias/churn',
  }),
  outputKmsKeyId: text('output-kms-key-id', 'Output key', { help: 'Key of the job’s output (OutputConfig.KmsKeyId)', expected: KEY, example: 'alias/churn' }),
  compiledOutputUri: text('compiled-output-uri', 'Compiled models', {
    help: 'Where compiled models are written (CompiledOutputConfig.S3OutputUri)',
    expected: 's3://bucket or s3://bucket/prefix',
    example: 's3://churn-models/compiled/',
  }),
} as const satisfies Readonly<Record<string, Field>>;

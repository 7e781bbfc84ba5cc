/** A mistake that a public page prints, reduced to what shows it, in words of our own. */
interface PrintedMistake {
  /** The page that prints it. */
  readonly page: string;
  readonly text: string;
  /** Ids of the errata that it shows. */
  readonly errata: readonly string[];
  /** What the author meant. */
  readonly mended?: object;
  /** Problems that only the reader can mend. */
  readonly left?: readonly string[];
}

const JUMPSTART = 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html';
const AGENT = 'https://docs.wandb.ai/platform/launch/setup-launch-sagemaker';
const AGENT_OF_2023 = 'https://docs.wandb.ai/guides/launch/setup-agent-advanced';

const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const allowed = (Action: string | readonly string[], Resource: string | readonly string[]) => ({ Effect: 'Allow', Action, Resource });

/** Policies as guides print them. */
export const PRINTED_POLICIES: readonly PrintedMistake[] = [
  {
    page: JUMPSTART,
    text: `{
  "Effect": "Allow",
  "Action": ["s3:GetObject"],
  "Resources": [
    "arn:aws:s3:<region>::bucket/cache-<region>/*",
  ]
},{
  "Effect": "Allow",
  "Action": ["s3:ListBucket",],
  "Resources": [
    "arn:aws:s3:<region>:<account>:bucket",
  ]
`,
    errata: ['resources-for-resource', 'bare-statements', 's3-arn-with-region-or-account'],
    mended: policy(allowed(['s3:GetObject'], ['arn:aws:s3:::cache-<region>/*']), allowed(['s3:ListBucket'], ['arn:aws:s3:::bucket'])),
    left: ['placeholder'],
  },
  {
    page: JUMPSTART,
    text: JSON.stringify(policy(allowed(['s3:GetObject', 's3:ListBucket'], ['arn:aws:s3:::cache/*', 'arn:aws:s3:::cache', 'arn:aws:s3:::mine/*']))),
    errata: ['list-bucket-on-objects'],
    mended: policy(allowed(['s3:GetObject', 's3:ListBucket'], ['arn:aws:s3:::cache/*', 'arn:aws:s3:::cache', 'arn:aws:s3:::mine/*', 'arn:aws:s3:::mine'])),
  },
  {
    page: AGENT_OF_2023,
    text: JSON.stringify(policy(allowed('sagemaker:CreateTrainingJob', 'arn:aws:sagemaker:<REGION>:<ACCOUNT-ID>/*')), undefined, 2),
    errata: ['sagemaker-arn-of-five-fields'],
    mended: policy(allowed('sagemaker:CreateTrainingJob', 'arn:aws:sagemaker:<REGION>:<ACCOUNT-ID>:training-job/*')),
    left: ['placeholder'],
  },
  {
    page: AGENT,
    text: JSON.stringify(
      policy({
        ...allowed('kms:CreateGrant', 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'),
        Condition: { StringEquals: { 'kms:ViaService': 'SageMaker.us-east-1.amazonaws.com' } },
      }),
    ),
    errata: ['service-host-in-capitals'],
    mended: policy({
      ...allowed('kms:CreateGrant', 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'),
      Condition: { StringEquals: { 'kms:ViaService': 'sagemaker.us-east-1.amazonaws.com' } },
    }),
  },
  {
    page: AGENT,
    text: JSON.stringify(
      policy(allowed(['logs:DescribeLogStreams', 'SageMaker:AddTags', 'SageMaker:CreateTrainingJob'], 'arn:aws:sagemaker:us-east-1:123456789012:*')),
    ),
    errata: ['logs-on-a-sagemaker-resource'],
    mended: policy(
      allowed(['SageMaker:AddTags', 'SageMaker:CreateTrainingJob'], 'arn:aws:sagemaker:us-east-1:123456789012:*'),
      allowed('logs:DescribeLogStreams', 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:*'),
    ),
  },
  {
    page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html',
    text: JSON.stringify(policy(allowed(['elastic-inference:Connect', 'ec2:DescribeVpcEndpoints'], '*'))),
    errata: ['elastic-inference-has-ended'],
  },
];

/** Configurations and requests as guides print them. */
export const PRINTED_CONFIGURATIONS: readonly PrintedMistake[] = [
  { page: AGENT, text: 'registry:\n  type: ecr\n  uri: <ecr-repo-arn>\n', errata: ['registry-given-as-arn'] },
  { page: AGENT, text: 'registry:\n  uri: "arn:aws:ecr:us-east-1:123456789012:repository/trainer"\n', errata: ['registry-given-as-arn'] },
  {
    page: 'https://docs.wandb.ai/platform/launch/setup-agent-advanced',
    text: 'destination: <account-id>.ecr.<aws-region>.amazonaws.com/trainer',
    errata: ['registry-without-dkr'],
  },
  {
    page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
    text: 'Unknown parameter in input: "RecommendationJobVpcConfig", must be one of: JobName',
    errata: ['recommender-vpc-parameter'],
  },
];

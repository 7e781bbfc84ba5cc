import type { Erratum } from './erratum.ts';

const JUMPSTART = 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html';
const AGENT = 'https://docs.wandb.ai/platform/launch/setup-launch-sagemaker';
const ELASTIC_INFERENCE = 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html';

/** Mistakes in printed policies. */
export const POLICY_ERRATA: readonly Erratum[] = [
  {
    id: 'resources-for-resource',
    problems: ['unknown-element'],
    signs: [/"Resources"\s*:/],
    means: 'IAM’s grammar has no element of that name, so the document is refused, and the statement would have no resource at all.',
    instead: '"Resource": […]',
    page: JUMPSTART,
  },
  {
    id: 'bare-statements',
    problems: ['bare-statement'],
    signs: [/^\s*\{\s*"(?:Effect|Sid)"[\s\S]*\}\s*,\s*\{\s*"(?:Effect|Sid)"/],
    means: 'Statements are no policy: a document has a Version, and holds its statements in one array.',
    instead: '{"Version": "2012-10-17", "Statement": [ … ]}',
    page: JUMPSTART,
  },
  {
    id: 's3-arn-with-region-or-account',
    problems: ['arn-with-region', 'arn-with-account'],
    signs: [/arn:aws[\w-]*:s3:(?:[^:\s"]+:[^:\s"]*|:[^:\s"]+):(?!accesspoint|job|storage-lens)/],
    means: 'A bucket’s ARN has neither Region nor account, so this one matches no bucket and no object, whatever is filled in.',
    instead: 'for the bucket arn:aws:s3:::BUCKET, for its objects arn:aws:s3:::BUCKET/*',
    page: JUMPSTART,
  },
  {
    id: 'list-bucket-on-objects',
    problems: ['bucket-partly-named', 'bucket-action-on-objects'],
    signs: [/"Effect"/, /s3:ListBucket/i, /arn:aws[\w-]*:s3:::[^"\s]{1,200}\/\*/],
    means: 'Listing is checked against the bucket itself; on BUCKET/* alone it is never granted.',
    instead: 'both arn:aws:s3:::BUCKET and arn:aws:s3:::BUCKET/*',
    page: JUMPSTART,
  },
  {
    id: 'sagemaker-arn-of-five-fields',
    problems: ['short-arn'],
    signs: [/arn:aws[\w-]*:sagemaker:(?:<[^<>"]{1,99}>|[^:"<>]{0,99}):(?:<[^<>"]{1,99}>|[^:"<>/]{0,99})\//],
    means: 'The account and the resource run together, so the ARN has five fields instead of six and allows no training job.',
    instead: 'the six fields of arn:aws:sagemaker:REGION:ACCOUNT:training-job/*',
    page: 'https://docs.wandb.ai/guides/launch/setup-agent-advanced',
  },
  {
    id: 'service-host-in-capitals',
    problems: ['service-host-case'],
    signs: [/kms:ViaService/i, /"SageMaker\.[^"]*amazonaws/],
    means: 'KMS sends the service’s name in lower case and StringEquals compares case, so the condition never holds and the grant is refused.',
    instead: 'sagemaker.REGION.amazonaws.com',
    page: AGENT,
  },
  {
    id: 'logs-on-a-sagemaker-resource',
    problems: ['action-on-other-service'],
    signs: [/"logs:[A-Za-z*]+"(?:(?!"Effect")[\s\S]){0,2000}"arn:aws[\w-]*:sagemaker:/],
    means: 'Actions of CloudWatch Logs are checked against log groups; on a SageMaker ARN they are never granted, and the job’s logs are not shown.',
    instead: 'a statement of its own on arn:aws:logs:REGION:ACCOUNT:log-group:/aws/sagemaker/TrainingJobs:*',
    page: AGENT,
  },
  {
    id: 'elastic-inference-has-ended',
    signs: [/elastic-inference:Connect/i],
    means: 'AWS no longer offers Elastic Inference, so there is nothing left that this permission could be for.',
    instead: 'an instance type with an accelerator of its own, and no elastic-inference permission',
    page: ELASTIC_INFERENCE,
  },
];

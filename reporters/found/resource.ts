import type { Subject } from '../../src/model/verdict.ts';
import { parseArn, partitionOf } from '../../src/reason/arn.ts';
import { visible } from '../text.ts';
import { subjectText } from './identity.ts';

/** What a finding is about, as inboxes of findings name resources. */
export interface Resource {
  /** The type in the words of Security Hub; `Other` where it has none. Source: https://docs.aws.amazon.com/securityhub/latest/userguide/asff-resources.html */
  readonly asff: string;
  /** The type in the words of CloudFormation, or what the subject calls itself. */
  readonly type: string;
  /** The ARN, or the words that name it. */
  readonly id: string;
  readonly name: string;
  readonly partition: string;
  readonly region: string;
}

const OTHER = 'Other';

/** By service and resource type of the ARN. */
const TYPES: Readonly<Record<string, readonly [asff: string, type: string]>> = {
  'iam:role': ['AwsIamRole', 'AWS::IAM::Role'],
  'iam:user': ['AwsIamUser', 'AWS::IAM::User'],
  'iam:group': ['AwsIamGroup', 'AWS::IAM::Group'],
  'iam:policy': ['AwsIamPolicy', 'AWS::IAM::ManagedPolicy'],
  's3:bucket': ['AwsS3Bucket', 'AWS::S3::Bucket'],
  's3:object': ['AwsS3Object', 'S3 object'],
  'kms:key': ['AwsKmsKey', 'AWS::KMS::Key'],
  'kms:alias': [OTHER, 'AWS::KMS::Alias'],
  'ecr:repository': ['AwsEcrRepository', 'AWS::ECR::Repository'],
  'ec2:vpc': ['AwsEc2Vpc', 'AWS::EC2::VPC'],
  'ec2:subnet': ['AwsEc2Subnet', 'AWS::EC2::Subnet'],
  'ec2:route-table': ['AwsEc2RouteTable', 'AWS::EC2::RouteTable'],
  'ec2:network-acl': ['AwsEc2NetworkAcl', 'AWS::EC2::NetworkAcl'],
  'ec2:security-group': ['AwsEc2SecurityGroup', 'AWS::EC2::SecurityGroup'],
  'ec2:network-interface': ['AwsEc2NetworkInterface', 'AWS::EC2::NetworkInterface'],
  'ec2:vpc-endpoint': [OTHER, 'AWS::EC2::VPCEndpoint'],
  'sagemaker:endpoint': [OTHER, 'AWS::SageMaker::Endpoint'],
  'sagemaker:endpoint-config': [OTHER, 'AWS::SageMaker::EndpointConfig'],
  'sagemaker:model': [OTHER, 'AWS::SageMaker::Model'],
  'sagemaker:model-package': [OTHER, 'AWS::SageMaker::ModelPackage'],
};

// An ARN of S3 names no type: what has a slash is an object.
const keyOf = (service: string, resource: string): string => {
  if (service === 's3') return resource.includes('/') ? 's3:object' : 's3:bucket';
  return `${service}:${resource.split(/[/:]/)[0] ?? ''}`;
};

const lastOf = (text: string): string => text.slice(text.lastIndexOf('/') + 1) || text;

/** What a finding is about. `region`: where the target is, for resources that belong to none or do not say. */
export const resourceOf = (subject: Subject, region: string): Resource => {
  const id = subjectText(subject);
  const place = { partition: partitionOf(region), region: visible(region) };
  if (typeof subject !== 'string') return { asff: OTHER, type: visible(subject.kind), id, name: visible(subject.name), ...place };
  const arn = parseArn(subject);
  if (arn === undefined) return { asff: OTHER, type: OTHER, id, name: id, ...place };
  const key = keyOf(arn.service, arn.resource);
  const [asff, type] = TYPES[key] ?? [OTHER, key];
  return { asff, type: visible(type), id, name: visible(lastOf(arn.resource)), partition: visible(arn.partition), region: visible(arn.region || region) };
};

import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { partitionOf } from '../../src/reason/arn.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** Temporary keys. */
export interface SessionKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Where an account of the test server is reached. */
export interface Place {
  readonly url: string;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

/** Clients that may do everything in one account: for building it, and for breaking one thing. */
export interface AdminClients {
  readonly keys: SessionKeys;
  readonly ec2: EC2Client;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly s3: S3Client;
  readonly sagemaker: SageMakerClient;
  readonly quotas: ServiceQuotasClient;
}

// moto takes any key; it names its default account, which assumes the role.
const ANYBODY: SessionKeys = { accessKeyId: 'anybody', secretAccessKey: 'anybody', sessionToken: 'anybody' };

/** ARN of a role, in the Region's partition. */
export const roleArn = ({ account, region }: Omit<Place, 'url'>, name: string): string => `arn:${partitionOf(region)}:iam::${account}:role/${name}`;

/** Assumes a role of an account (moto does not ask whether it exists) and returns its keys. */
export const assume = async ({ url, region }: Place, arn: string): Promise<SessionKeys> => {
  const sts = new STSClient({ endpoint: url, region, credentials: ANYBODY });
  const { Credentials: keys } = await sts.send(new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: 'test' }));
  sts.destroy();
  const { AccessKeyId, SecretAccessKey, SessionToken } = keys ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error(`no keys for ${arn}`);
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
};

/** Clients of an account's administrator. */
export const adminClients = async (place: Place): Promise<AdminClients> => {
  const keys = await assume(place, roleArn(place, 'Administrator'));
  const config = { endpoint: place.url, region: place.region, credentials: keys };
  return {
    keys,
    ec2: new EC2Client(config),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    sagemaker: new SageMakerClient(config),
    quotas: new ServiceQuotasClient(config),
  };
};

/** Variables of a process that acts with these keys, and with nothing of the machine's own configuration. */
export const environmentOf = ({ url, region }: Place, keys: SessionKeys): Readonly<Record<string, string>> => ({
  AWS_ACCESS_KEY_ID: keys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
  AWS_SESSION_TOKEN: keys.sessionToken,
  AWS_REGION: region,
  AWS_ENDPOINT_URL: url,
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  AWS_EC2_METADATA_DISABLED: 'true',
});

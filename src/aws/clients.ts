import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { SecurityHubClient } from '@aws-sdk/client-securityhub';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Credentials } from './credentials.ts';
import { withResolve } from './deadline.ts';
import { overridesS3 } from './endpoints.ts';
import { guardReadOnly } from './guard.ts';
import type { Renewable } from './renewable.ts';
import { renewable } from './renewable.ts';
import { renewOnExpiry } from './renewal.ts';
import { announceSending } from './sending.ts';

const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 10_000;

/** What every client is made with. */
export interface ClientOptions {
  /** Version of sageready, for the user agent. */
  readonly version: string;
  /** Those that can be renewed may be shared by several clients of one account. */
  readonly credentials: Credentials | Renewable;
  /** Wins over every configured endpoint. */
  readonly endpoint?: string;
  /** Profile for settings of the shared configuration files, such as FIPS endpoints. */
  readonly profile?: string;
}

/** A client, and the commands that it may send. */
export interface Opened<Client, Sdk> {
  readonly client: Client;
  readonly sdk: Sdk;
}

/** Every service that may be asked, with its client and commands. */
interface Services {
  readonly cloudtrail: Opened<CloudTrailClient, typeof import('./services/cloudtrail.ts')>;
  readonly ec2: Opened<EC2Client, typeof import('./services/ec2.ts')>;
  readonly ecr: Opened<ECRClient, typeof import('./services/ecr.ts')>;
  readonly iam: Opened<IAMClient, typeof import('./services/iam.ts')>;
  /** IAM again, with a client and a turn of its own: IAM's simulator throttles early, and nothing else may wait behind it. */
  readonly 'iam-simulator': Opened<IAMClient, typeof import('./services/iam.ts')>;
  readonly kms: Opened<KMSClient, typeof import('./services/kms.ts')>;
  readonly organizations: Opened<OrganizationsClient, typeof import('./services/organizations.ts')>;
  readonly s3: Opened<S3Client, typeof import('./services/s3.ts')>;
  readonly sagemaker: Opened<SageMakerClient, typeof import('./services/sagemaker.ts')>;
  readonly securityhub: Opened<SecurityHubClient, typeof import('./services/securityhub.ts')>;
  readonly 'service-quotas': Opened<ServiceQuotasClient, typeof import('./services/service-quotas.ts')>;
  readonly sns: Opened<SNSClient, typeof import('./services/sns.ts')>;
  readonly sts: Opened<STSClient, typeof import('./services/sts.ts')>;
}

export type ServiceName = keyof Services;

/** Clients, opened when first asked for: one per service and Region. */
export interface Clients {
  /** Resolves when the run's first request is on its way: from then on there is time for other work, before that none. */
  readonly firstSent: Promise<void>;
  readonly open: <S extends ServiceName>(service: S, region: string) => Promise<Services[S]>;
  /** Closes idle connections; without it they keep the process alive for some seconds. */
  readonly close: () => Promise<void>;
}

const configuration = ({ version, endpoint, profile }: ClientOptions, credentials: Renewable, region: string) => ({
  region,
  credentials: credentials.provide,
  customUserAgent: [['sageready', version]] as [string, string][],
  // What is sent again, and when, is decided where requests wait for their turn.
  retryMode: 'standard',
  maxAttempts: 1,
  requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, throwOnRequestTimeout: true },
  ...(endpoint !== undefined && { endpoint }),
  ...(profile !== undefined && { profile }),
});
type Configuration = ReturnType<typeof configuration>;

/** Each service's module is imported here and nowhere else, so that a run loads only the services it asks. */
const OPENERS: { readonly [S in ServiceName]: (config: Configuration, options: ClientOptions) => Promise<Services[S]> } = {
  cloudtrail: async (config) => {
    const sdk = await import('./services/cloudtrail.ts');
    return { sdk, client: new sdk.CloudTrailClient(config) };
  },
  ec2: async (config) => {
    const sdk = await import('./services/ec2.ts');
    return { sdk, client: new sdk.EC2Client(config) };
  },
  ecr: async (config) => {
    const sdk = await import('./services/ecr.ts');
    return { sdk, client: new sdk.ECRClient(config) };
  },
  iam: async (config) => {
    const sdk = await import('./services/iam.ts');
    return { sdk, client: new sdk.IAMClient(config) };
  },
  'iam-simulator': async (config) => {
    const sdk = await import('./services/iam.ts');
    return { sdk, client: new sdk.IAMClient(config) };
  },
  kms: async (config) => {
    const sdk = await import('./services/kms.ts');
    return { sdk, client: new sdk.KMSClient(config) };
  },
  organizations: async (config) => {
    const sdk = await import('./services/organizations.ts');
    return { sdk, client: new sdk.OrganizationsClient(config) };
  },
  s3: async (config, { endpoint }) => {
    const sdk = await import('./services/s3.ts');
    // A redirect is an answer (it tells the bucket's Region), and a session of S3 Express would be a call that nobody declared.
    const settings = { followRegionRedirects: false, disableS3ExpressSessionAuth: true, forcePathStyle: overridesS3(process.env, endpoint) };
    return { sdk, client: new sdk.S3Client({ ...config, ...settings }) };
  },
  sagemaker: async (config) => {
    const sdk = await import('./services/sagemaker.ts');
    return { sdk, client: new sdk.SageMakerClient(config) };
  },
  securityhub: async (config) => {
    const sdk = await import('./services/securityhub.ts');
    return { sdk, client: new sdk.SecurityHubClient(config) };
  },
  'service-quotas': async (config) => {
    const sdk = await import('./services/service-quotas.ts');
    return { sdk, client: new sdk.ServiceQuotasClient(config) };
  },
  sns: async (config) => {
    const sdk = await import('./services/sns.ts');
    return { sdk, client: new sdk.SNSClient(config) };
  },
  sts: async (config) => {
    const sdk = await import('./services/sts.ts');
    return { sdk, client: new sdk.STSClient(config) };
  },
};

/** The SDK announces the end of its Node 20 support on stderr; users of sageready cannot act on it. Switch: https://github.com/aws/aws-sdk-js-v3/issues/7983 */
const silenceNodeVersionNotice = (): void => {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
};

/** Makes the clients of one run. Opens nothing yet. */
export const openClients = (options: ClientOptions): Clients => {
  silenceNodeVersionNotice();
  const opened = new Map<string, Promise<Opened<{ destroy(): void }, unknown>>>();
  const { promise: firstSent, resolve: sent } = withResolve<void>();
  const credentials = typeof options.credentials === 'function' ? renewable(options.credentials) : options.credentials;
  const openGuarded = async (service: ServiceName, region: string) => {
    const { client, sdk } = await OPENERS[service](configuration(options, credentials, region), options);
    return { client: announceSending(renewOnExpiry(guardReadOnly(client), credentials), sent), sdk };
  };
  return {
    firstSent,
    open: <S extends ServiceName>(service: S, region: string) => {
      const key = `${service} ${region}`;
      const opening = opened.get(key) ?? openGuarded(service, region);
      opened.set(key, opening);
      return opening as Promise<Services[S]>;
    },
    close: async () => {
      for (const opening of opened.values()) (await opening).client.destroy();
    },
  };
};

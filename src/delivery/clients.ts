import type { S3Client } from '@aws-sdk/client-s3';
import type { SecurityHubClient } from '@aws-sdk/client-securityhub';
import type { SNSClient } from '@aws-sdk/client-sns';
import { guardDelivery } from './guard.ts';

const ATTEMPTS = 5;
const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** Keys as the SDK takes them. */
interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** What the clients are made with. */
export interface DeliveryOptions {
  /** Version of sageready, for the user agent. */
  readonly version: string;
  readonly credentials: (context?: object) => Promise<Keys>;
  /** Wins over every configured endpoint. */
  readonly endpoint?: string;
  readonly profile?: string;
  /** S3 is asked at an address where a bucket has no host name of its own. */
  readonly pathStyle: boolean;
}

/** The clients that may hand a report on, opened when first asked for. */
export interface DeliveryClients {
  readonly s3: (region: string) => Promise<{ readonly client: S3Client; readonly sdk: typeof import('./services/s3.ts') }>;
  readonly sns: (region: string) => Promise<{ readonly client: SNSClient; readonly sdk: typeof import('./services/sns.ts') }>;
  readonly securityHub: (region: string) => Promise<{ readonly client: SecurityHubClient; readonly sdk: typeof import('./services/securityhub.ts') }>;
  /** Closes idle connections. */
  readonly close: () => void;
}

const configuration = ({ version, credentials, endpoint, profile }: DeliveryOptions, region: string) => ({
  region,
  credentials,
  customUserAgent: [['sageready', version]] as [string, string][],
  maxAttempts: ATTEMPTS,
  requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, throwOnRequestTimeout: true },
  ...(endpoint !== undefined && { endpoint }),
  ...(profile !== undefined && { profile }),
});

/** Makes the clients of one run's deliveries. Opens nothing yet. */
export const openDeliveryClients = (options: DeliveryOptions): DeliveryClients => {
  const opened: { destroy(): void }[] = [];
  const guarded = <C extends { destroy(): void }>(client: C): C => {
    opened.push(client);
    return guardDelivery(client);
  };
  return {
    s3: async (region) => {
      const sdk = await import('./services/s3.ts');
      // The bucket may lie in another Region than the run.
      const settings = { followRegionRedirects: true, forcePathStyle: options.pathStyle };
      return { sdk, client: guarded(new sdk.S3Client({ ...configuration(options, region), ...settings })) };
    },
    sns: async (region) => {
      const sdk = await import('./services/sns.ts');
      return { sdk, client: guarded(new sdk.SNSClient(configuration(options, region))) };
    },
    securityHub: async (region) => {
      const sdk = await import('./services/securityhub.ts');
      return { sdk, client: guarded(new sdk.SecurityHubClient(configuration(options, region))) };
    },
    close: () => {
      for (const client of opened) client.destroy();
    },
  };
};

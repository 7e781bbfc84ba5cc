import { knownProfiles } from './profiles.ts';

// Instance metadata is asked twice when nobody answers (version 2, then 1); off EC2 both go nowhere.
const INSTANCE_METADATA_TIMEOUT_MS = 450;

/** Keys as the SDK takes them. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Gives the run's credentials; every client shares one. */
export type Credentials = (context?: object) => Promise<Keys>;

/** Where credentials are looked for. */
export interface CredentialOptions {
  /** `--profile`. */
  readonly profile?: string;
  /** The environment variables; default: this process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The chain warns on the console where a profile and keys are both given; which of them wins is said below. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const HOW_TO_GET_SOME =
  'run `aws configure` or `aws sso login`, set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or judge saved facts: sageready judge --facts FILE';

const namedError = (name: string, message: string, cause: unknown): Error => Object.assign(new Error(message, { cause }), { name });

const explained = async (error: unknown, profile: string | undefined, env: NonNullable<CredentialOptions['env']>): Promise<Error> => {
  const { message } = error as Error;
  const isGeneric = message.startsWith('Could not load credentials');
  if (profile === undefined) return namedError('CredentialsProviderError', isGeneric ? `no AWS credentials were found — ${HOW_TO_GET_SOME}` : message, error);
  const known = await knownProfiles(env);
  if (known.includes(profile))
    return namedError('CredentialsProviderError', isGeneric ? `the profile "${profile}" gives no credentials — ${HOW_TO_GET_SOME}` : message, error);
  const others = known.length > 0 ? `known profiles: ${known.join(', ')}` : 'no profile is configured on this machine';
  return namedError('CredentialsProviderError', `there is no profile "${profile}" — ${others}`, error);
};

/**
 * The default chain: environment, SSO, profile, process, web identity, container, instance metadata.
 * As in the AWS CLI, `--profile` wins over keys in the environment, and those over AWS_PROFILE
 * (https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-authentication.html).
 * Rejects with an error named CredentialsProviderError whose message says how to get some.
 */
export const openCredentials = ({ profile, env = process.env }: CredentialOptions = {}): Credentials => {
  const keysInEnvironment = Boolean(env['AWS_ACCESS_KEY_ID'] && env['AWS_SECRET_ACCESS_KEY']);
  const open = async (): Promise<Credentials> => {
    const { fromEnv, fromNodeProviderChain } = await import('./credential-providers.ts');
    if (profile === undefined && keysInEnvironment) return fromEnv();
    return fromNodeProviderChain({ ...(profile !== undefined && { profile }), timeout: INSTANCE_METADATA_TIMEOUT_MS, maxRetries: 0, logger: silent });
  };
  let chain: Promise<Credentials> | undefined;
  return async (context) => {
    chain ??= open();
    try {
      return await (await chain)(context);
    } catch (error) {
      throw await explained(error, profile ?? env['AWS_PROFILE'], env);
    }
  };
};

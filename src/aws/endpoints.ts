type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'AWS_ENDPOINT_URL';

const isIgnored = (env: Environment): boolean => env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true';

/** Endpoint overrides that are active for this run, as `NAME=URL`, for the report. A flag wins over every variable. Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
export const activeEndpointOverrides = (env: Environment, flag?: string): readonly string[] => {
  if (flag !== undefined) return [`--endpoint-url=${flag}`];
  if (isIgnored(env)) return [];
  const names = Object.keys(env).filter((name) => (name === PREFIX || name.startsWith(`${PREFIX}_`)) && env[name]);
  return names.sort().map((name) => `${name}=${env[name]}`);
};

/** Whether S3 is asked at another address than AWS's: there, a bucket has no host name of its own. */
export const overridesS3 = (env: Environment, flag?: string): boolean =>
  activeEndpointOverrides(env, flag).some((override) => /^(--endpoint-url|AWS_ENDPOINT_URL|AWS_ENDPOINT_URL_S3)=/.test(override));

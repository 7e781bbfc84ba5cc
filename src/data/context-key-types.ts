import type { SimulatedKey } from '../model/facts/iam.ts';

/**
 * Condition keys that are no strings, in lower case; every other key is one, or a list of strings where a request carries several values.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html and the pages of the other services, "Condition keys"
 */
export const CONTEXT_KEY_TYPES: Readonly<Record<string, Exclude<SimulatedKey['type'], 'string' | 'stringList'>>> = {
  'aws:securetransport': 'boolean',
  'aws:viaawsservice': 'boolean',
  'kms:grantisforawsresource': 'boolean',
  'kms:bypasspolicylockoutsafetycheck': 'boolean',
  'sagemaker:enableremotedebug': 'boolean',
  'sagemaker:intercontainertrafficencryption': 'boolean',
  'sagemaker:keepaliveperiod': 'numeric',
  'sagemaker:maxruntimeinseconds': 'numeric',
  'sagemaker:networkisolation': 'boolean',
  'sagemaker:serverlessmaxconcurrency': 'numeric',
  'sagemaker:serverlessmemorysize': 'numeric',
};

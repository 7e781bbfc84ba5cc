import type { Scenario } from '../../src/model/scenario.ts';

export const serverlessEndpoint: Scenario = {
  id: 'serverless-endpoint',
  title: 'A SageMaker serverless endpoint',
  guide: 'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints-prerequisites.html',
  rules: [
    'identity/role-exists',
    'identity/role-trusts-sagemaker',
    'identity/role-may-read-artifact',
    'identity/deployer-exists',
    'identity/deployer-may-pass-role',
    'image/image-is-in-this-account-and-region',
    'image/registry-account-is-this-regions',
    'artifact/bucket-exists',
    'artifact/artifact-is-in-this-region',
    'artifact/artifact-exists',
    'encryption/key-exists',
    'encryption/key-trusts-role',
    'encryption/key-allows-role-every-use',
    'endpoint/memory-size-is-offered',
    'endpoint/concurrency-fits-quota',
    'endpoint/concurrencies-together-fit-quota',
  ],
};

// Generated from the file names below rules/ by `npm run generate`. Do not edit.

declare module '../src/model/rule-id.ts' {
  interface RuleRegistry {
    readonly 'artifact/artifact-exists': true;
    readonly 'artifact/artifact-fits-disk': true;
    readonly 'artifact/artifact-fits-memory': true;
    readonly 'artifact/artifact-is-gzip-tar': true;
    readonly 'artifact/artifact-is-in-this-region': true;
    readonly 'artifact/artifact-is-not-archived': true;
    readonly 'artifact/bucket-belongs-to-this-account': true;
    readonly 'artifact/bucket-exists': true;
    readonly 'artifact/bucket-owner-pays': true;
    readonly 'encryption/deployer-may-create-grant': true;
    readonly 'encryption/key-allows-role-every-use': true;
    readonly 'encryption/key-exists': true;
    readonly 'encryption/key-is-customer-managed': true;
    readonly 'encryption/key-is-enabled': true;
    readonly 'encryption/key-is-symmetric': true;
    readonly 'encryption/key-trusts-role': true;
    readonly 'endpoint/concurrencies-together-fit-quota': true;
    readonly 'endpoint/concurrency-fits-quota': true;
    readonly 'endpoint/memory-size-is-offered': true;
    readonly 'identity/deployer-exists': true;
    readonly 'identity/deployer-may-add-tags': true;
    readonly 'identity/deployer-may-create-endpoint': true;
    readonly 'identity/deployer-may-create-endpoint-config': true;
    readonly 'identity/deployer-may-create-model': true;
    readonly 'identity/deployer-may-pass-role': true;
    readonly 'identity/no-dangling-principals': true;
    readonly 'identity/organisation-policies-are-known': true;
    readonly 'identity/role-exists': true;
    readonly 'identity/role-may-pull-image': true;
    readonly 'identity/role-may-read-artifact': true;
    readonly 'identity/role-may-write-logs': true;
    readonly 'identity/role-trusts-sagemaker': true;
    readonly 'image/image-is-in-this-account-and-region': true;
    readonly 'image/registry-account-is-this-regions': true;
  }
}

/** Every rule id, sorted. */
export const RULE_IDS = [
  'artifact/artifact-exists',
  'artifact/artifact-fits-disk',
  'artifact/artifact-fits-memory',
  'artifact/artifact-is-gzip-tar',
  'artifact/artifact-is-in-this-region',
  'artifact/artifact-is-not-archived',
  'artifact/bucket-belongs-to-this-account',
  'artifact/bucket-exists',
  'artifact/bucket-owner-pays',
  'encryption/deployer-may-create-grant',
  'encryption/key-allows-role-every-use',
  'encryption/key-exists',
  'encryption/key-is-customer-managed',
  'encryption/key-is-enabled',
  'encryption/key-is-symmetric',
  'encryption/key-trusts-role',
  'endpoint/concurrencies-together-fit-quota',
  'endpoint/concurrency-fits-quota',
  'endpoint/memory-size-is-offered',
  'identity/deployer-exists',
  'identity/deployer-may-add-tags',
  'identity/deployer-may-create-endpoint',
  'identity/deployer-may-create-endpoint-config',
  'identity/deployer-may-create-model',
  'identity/deployer-may-pass-role',
  'identity/no-dangling-principals',
  'identity/organisation-policies-are-known',
  'identity/role-exists',
  'identity/role-may-pull-image',
  'identity/role-may-read-artifact',
  'identity/role-may-write-logs',
  'identity/role-trusts-sagemaker',
  'image/image-is-in-this-account-and-region',
  'image/registry-account-is-this-regions',
] as const;

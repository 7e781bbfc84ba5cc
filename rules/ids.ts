// Generated from the file names below rules/ by `npm run generate`. Do not edit.

declare module '../src/model/rule-id.ts' {
  interface RuleRegistry {
    readonly 'artifact/artifact-exists': true;
    readonly 'artifact/artifact-is-in-this-region': true;
    readonly 'artifact/bucket-exists': true;
    readonly 'encryption/key-allows-role-every-use': true;
    readonly 'encryption/key-exists': true;
    readonly 'encryption/key-trusts-role': true;
    readonly 'endpoint/concurrencies-together-fit-quota': true;
    readonly 'endpoint/concurrency-fits-quota': true;
    readonly 'endpoint/memory-size-is-offered': true;
    readonly 'identity/deployer-exists': true;
    readonly 'identity/deployer-may-pass-role': true;
    readonly 'identity/role-exists': true;
    readonly 'identity/role-may-read-artifact': true;
    readonly 'identity/role-trusts-sagemaker': true;
    readonly 'image/image-is-in-this-account-and-region': true;
    readonly 'image/registry-account-is-this-regions': true;
  }
}

/** Every rule id, sorted. */
export const RULE_IDS = [
  'artifact/artifact-exists',
  'artifact/artifact-is-in-this-region',
  'artifact/bucket-exists',
  'encryption/key-allows-role-every-use',
  'encryption/key-exists',
  'encryption/key-trusts-role',
  'endpoint/concurrencies-together-fit-quota',
  'endpoint/concurrency-fits-quota',
  'endpoint/memory-size-is-offered',
  'identity/deployer-exists',
  'identity/deployer-may-pass-role',
  'identity/role-exists',
  'identity/role-may-read-artifact',
  'identity/role-trusts-sagemaker',
  'image/image-is-in-this-account-and-region',
  'image/registry-account-is-this-regions',
] as const;

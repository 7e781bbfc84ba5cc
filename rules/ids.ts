// Generated from the file names below rules/ by `npm run generate`. Do not edit.

declare module '../src/model/rule-id.ts' {
  interface RuleRegistry {
    readonly 'artifact/artifact-exists': true;
    readonly 'artifact/artifact-is-in-this-region': true;
    readonly 'artifact/bucket-exists': true;
    readonly 'encryption/key-exists': true;
    readonly 'endpoint/concurrencies-together-fit-quota': true;
    readonly 'endpoint/concurrency-fits-quota': true;
    readonly 'endpoint/memory-size-is-offered': true;
    readonly 'identity/deployer-exists': true;
    readonly 'identity/role-exists': true;
  }
}

/** Every rule id, sorted. */
export const RULE_IDS = [
  'artifact/artifact-exists',
  'artifact/artifact-is-in-this-region',
  'artifact/bucket-exists',
  'encryption/key-exists',
  'endpoint/concurrencies-together-fit-quota',
  'endpoint/concurrency-fits-quota',
  'endpoint/memory-size-is-offered',
  'identity/deployer-exists',
  'identity/role-exists',
] as const;

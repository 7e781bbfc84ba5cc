// Generated from the file names below rules/ by `npm run generate`. Do not edit.

declare module '../src/model/rule-id.ts' {
  interface RuleRegistry {
    readonly 'accelerator/accelerators-are-offered': true;
    readonly 'accelerator/artifact-fits-accelerator': true;
    readonly 'accelerator/clients-admit-nobody': true;
    readonly 'accelerator/groups-are-two': true;
    readonly 'accelerator/image-is-built-for-accelerators': true;
    readonly 'accelerator/interface-endpoint-admits-clients-only': true;
    readonly 'accelerator/interface-endpoint-is-gone': true;
    readonly 'accelerator/interface-endpoint-is-in-every-zone': true;
    readonly 'accelerator/interface-endpoint-is-in-planned-zones': true;
    readonly 'accelerator/interface-endpoint-spans-two-zones': true;
    readonly 'accelerator/region-offered-accelerators': true;
    readonly 'accelerator/role-has-documented-policy': true;
    readonly 'accelerator/role-may-connect': true;
    readonly 'accelerator/type-is-known': true;
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
    readonly 'encryption/key-encrypts-instance-storage': true;
    readonly 'encryption/key-exists': true;
    readonly 'encryption/key-is-customer-managed': true;
    readonly 'encryption/key-is-enabled': true;
    readonly 'encryption/key-is-symmetric': true;
    readonly 'encryption/key-likely-suits-instance-type': true;
    readonly 'encryption/key-suits-instance-type': true;
    readonly 'encryption/key-trusts-role': true;
    readonly 'encryption/role-may-encrypt-output': true;
    readonly 'encryption/role-may-make-data-keys-for-output': true;
    readonly 'encryption/volume-key-may-be-granted': true;
    readonly 'endpoint/concurrencies-together-fit-quota': true;
    readonly 'endpoint/concurrency-fits-quota': true;
    readonly 'endpoint/concurrency-is-offered': true;
    readonly 'endpoint/container-is-alone': true;
    readonly 'endpoint/container-serves-one-model': true;
    readonly 'endpoint/data-capture-is-off': true;
    readonly 'endpoint/endpoint-name-is-free-or-updatable': true;
    readonly 'endpoint/endpoints-fit-fresh-accounts': true;
    readonly 'endpoint/endpoints-fit-quota': true;
    readonly 'endpoint/endpoints-together-fit-quota': true;
    readonly 'endpoint/image-comes-from-ecr': true;
    readonly 'endpoint/inference-is-synchronous': true;
    readonly 'endpoint/memory-fits-fresh-accounts': true;
    readonly 'endpoint/memory-size-is-offered': true;
    readonly 'endpoint/model-data-is-one-archive': true;
    readonly 'endpoint/model-has-no-vpc': true;
    readonly 'endpoint/model-is-not-isolated': true;
    readonly 'endpoint/provisioned-concurrency-fits': true;
    readonly 'endpoint/region-is-not-excluded': true;
    readonly 'endpoint/region-offers-serverless': true;
    readonly 'endpoint/variant-has-no-instances': true;
    readonly 'endpoint/variant-is-alone': true;
    readonly 'identity/deployer-exists': true;
    readonly 'identity/deployer-may-add-tags': true;
    readonly 'identity/deployer-may-create-endpoint': true;
    readonly 'identity/deployer-may-create-endpoint-config': true;
    readonly 'identity/deployer-may-create-model': true;
    readonly 'identity/deployer-may-create-training-job': true;
    readonly 'identity/deployer-may-describe-training-job': true;
    readonly 'identity/deployer-may-pass-role': true;
    readonly 'identity/deployer-may-stop-training-job': true;
    readonly 'identity/deployer-may-tag-training-job': true;
    readonly 'identity/no-dangling-principals': true;
    readonly 'identity/organisation-policies-are-known': true;
    readonly 'identity/role-exists': true;
    readonly 'identity/role-may-describe-vpc-endpoints': true;
    readonly 'identity/role-may-list-buckets': true;
    readonly 'identity/role-may-pull-image': true;
    readonly 'identity/role-may-read-artifact': true;
    readonly 'identity/role-may-read-inputs': true;
    readonly 'identity/role-may-use-network': true;
    readonly 'identity/role-may-write-logs': true;
    readonly 'identity/role-may-write-output': true;
    readonly 'identity/role-trusts-sagemaker': true;
    readonly 'image/image-architecture-is-amd64': true;
    readonly 'image/image-exists': true;
    readonly 'image/image-fits': true;
    readonly 'image/image-is-for-cpu': true;
    readonly 'image/image-is-in-this-account-and-region': true;
    readonly 'image/image-is-in-this-region': true;
    readonly 'image/image-is-likely-to-fit': true;
    readonly 'image/image-is-no-manifest-list': true;
    readonly 'image/image-is-not-archived': true;
    readonly 'image/image-media-type-is-accepted': true;
    readonly 'image/image-tag-is-fixed': true;
    readonly 'image/registry-account-is-this-regions': true;
    readonly 'image/repository-exists': true;
    readonly 'instances/instances-fit-quota': true;
    readonly 'instances/instances-together-fit-quota': true;
    readonly 'jumpstart/calls-need-no-eula': true;
    readonly 'jumpstart/content-is-of-this-region': true;
    readonly 'jumpstart/deployer-may-read-hub': true;
    readonly 'jumpstart/deployer-may-read-manifest': true;
    readonly 'jumpstart/deployer-may-tag-as-sdk-does': true;
    readonly 'jumpstart/eula-is-accepted': true;
    readonly 'jumpstart/hub-content-exists': true;
    readonly 'jumpstart/hub-content-is-available': true;
    readonly 'jumpstart/instance-type-is-supported': true;
    readonly 'jumpstart/isolation-suits-model': true;
    readonly 'jumpstart/model-is-in-manifest': true;
    readonly 'jumpstart/model-offers-use': true;
    readonly 'jumpstart/prefix-ends-in-slash': true;
    readonly 'jumpstart/prefix-has-no-clashes': true;
    readonly 'jumpstart/prefix-has-no-empty-folders': true;
    readonly 'jumpstart/prefix-holds-files': true;
    readonly 'jumpstart/region-has-content': true;
    readonly 'jumpstart/role-may-encrypt-repackaged-model': true;
    readonly 'jumpstart/role-may-list-content': true;
    readonly 'jumpstart/role-may-list-model-prefix': true;
    readonly 'jumpstart/role-may-read-model': true;
    readonly 'jumpstart/role-may-read-model-files': true;
    readonly 'jumpstart/role-may-read-optimised-models': true;
    readonly 'jumpstart/role-may-read-repackaged-model': true;
    readonly 'jumpstart/tags-are-within-limit': true;
    readonly 'jumpstart/version-exists': true;
    readonly 'jumpstart/version-is-not-deprecated': true;
    readonly 'launch/agent-may-describe-images': true;
    readonly 'launch/agent-may-keep-contexts': true;
    readonly 'launch/agent-may-list-contexts': true;
    readonly 'launch/agent-may-not-change-repository': true;
    readonly 'launch/agent-may-pull-cached-layers': true;
    readonly 'launch/agent-may-push-images': true;
    readonly 'launch/agent-may-read-logs': true;
    readonly 'launch/agent-may-sign-in-to-ecr': true;
    readonly 'launch/agent-role-is-not-sagemakers': true;
    readonly 'launch/algorithm-names-input-mode': true;
    readonly 'launch/builder-knows-its-destination': true;
    readonly 'launch/containers-reach-wandb': true;
    readonly 'launch/destination-exists': true;
    readonly 'launch/destination-has-the-form': true;
    readonly 'launch/destination-is-in-this-region': true;
    readonly 'launch/destination-tags-are-fixed': true;
    readonly 'launch/environment-is-aws': true;
    readonly 'launch/environment-is-in-this-region': true;
    readonly 'launch/kaniko-has-a-context-store': true;
    readonly 'launch/kaniko-secret-is-whole': true;
    readonly 'launch/queue-is-complete': true;
    readonly 'launch/queue-keys-are-known': true;
    readonly 'launch/queue-leaves-room-for-agent-tag': true;
    readonly 'launch/queue-names-role': true;
    readonly 'launch/queue-tags-differ': true;
    readonly 'launch/role-may-pull-built-images': true;
    readonly 'launch/roles-are-apart': true;
    readonly 'launch/somebody-makes-the-image': true;
    readonly 'launch/volume-has-a-size': true;
    readonly 'names/endpoints-and-jobs-differ-in-name': true;
    readonly 'names/models-of-one-name-are-alike': true;
    readonly 'network/addresses-together-suffice': true;
    readonly 'network/bucket-policy-admits-the-vpc': true;
    readonly 'network/each-subnet-has-addresses': true;
    readonly 'network/encrypting-members-reach-each-other': true;
    readonly 'network/endpoint-policy-allows-listing': true;
    readonly 'network/endpoint-policy-allows-plan': true;
    readonly 'network/fabric-members-reach-each-other': true;
    readonly 'network/groups-let-out-on-every-port': true;
    readonly 'network/groups-let-out-to-own-subnets': true;
    readonly 'network/hosting-vpc-has-default-tenancy': true;
    readonly 'network/interface-endpoints-are-reachable': true;
    readonly 'network/interface-endpoints-exist': true;
    readonly 'network/internet-is-reachable': true;
    readonly 'network/members-reach-each-other': true;
    readonly 'network/names-are-resolved-by-aws': true;
    readonly 'network/s3-goes-through-an-endpoint': true;
    readonly 'network/s3-is-reachable-from-every-subnet': true;
    readonly 'network/security-groups-are-of-the-subnets-vpc': true;
    readonly 'network/security-groups-exist': true;
    readonly 'network/subnets-are-in-one-vpc': true;
    readonly 'network/subnets-exist': true;
    readonly 'network/subnets-span-two-zones': true;
    readonly 'network/subnets-together-have-addresses': true;
    readonly 'network/tested-endpoints-span-two-zones': true;
    readonly 'network/vpc-config-is-within-limits': true;
    readonly 'network/vpc-gives-hostnames': true;
    readonly 'network/vpc-has-default-tenancy': true;
    readonly 'network/vpc-resolves-names': true;
    readonly 'recommender/artifact-is-not-vpc-restricted': true;
    readonly 'recommender/content-types-are-named': true;
    readonly 'recommender/default-job-names-no-load': true;
    readonly 'recommender/deployer-may-create-job': true;
    readonly 'recommender/deployer-may-tag-job': true;
    readonly 'recommender/deployer-may-use-keys': true;
    readonly 'recommender/description-uses-known-values': true;
    readonly 'recommender/endpoint-type-suits-vpc': true;
    readonly 'recommender/existing-endpoint-can-be-tested': true;
    readonly 'recommender/existing-endpoint-exists': true;
    readonly 'recommender/existing-endpoint-is-alone': true;
    readonly 'recommender/existing-endpoint-is-in-service': true;
    readonly 'recommender/framework-version-has-the-form': true;
    readonly 'recommender/image-is-not-vpc-restricted': true;
    readonly 'recommender/instances-are-not-burstable': true;
    readonly 'recommender/job-names-its-model': true;
    readonly 'recommender/latency-percentiles-are-known': true;
    readonly 'recommender/load-is-within-limits': true;
    readonly 'recommender/load-test-is-described': true;
    readonly 'recommender/model-data-is-packed': true;
    readonly 'recommender/model-exists': true;
    readonly 'recommender/model-is-described': true;
    readonly 'recommender/model-package-is-a-version': true;
    readonly 'recommender/model-package-is-in-this-account': true;
    readonly 'recommender/model-package-is-in-this-region': true;
    readonly 'recommender/payload-exists': true;
    readonly 'recommender/payload-is-gzip-tar': true;
    readonly 'recommender/payload-is-in-this-region': true;
    readonly 'recommender/payload-is-named': true;
    readonly 'recommender/payload-is-not-vpc-restricted': true;
    readonly 'recommender/phases-follow-each-other': true;
    readonly 'recommender/role-may-grant-volume-key': true;
    readonly 'recommender/role-may-host-candidates': true;
    readonly 'recommender/role-may-make-data-keys-for-results': true;
    readonly 'recommender/role-may-modify-network-interfaces': true;
    readonly 'recommender/role-may-pass-itself': true;
    readonly 'recommender/role-may-read-payload': true;
    readonly 'recommender/spawn-rate-is-documented': true;
    readonly 'recommender/traffic-fits-job-duration': true;
    readonly 'registry/model-package-exists': true;
    readonly 'registry/model-package-is-approved': true;
    readonly 'registry/model-package-is-completed': true;
    readonly 'registry/model-package-is-in-this-account-and-region': true;
    readonly 'registry/model-package-is-not-from-marketplace': true;
    readonly 'studio/default-role-is-set': true;
    readonly 'studio/domain-exists': true;
    readonly 'studio/domain-is-in-service': true;
    readonly 'studio/space-exists': true;
    readonly 'studio/space-is-in-service': true;
    readonly 'studio/space-is-open-to-user': true;
    readonly 'studio/user-profile-exists': true;
    readonly 'studio/user-profile-is-in-service': true;
    readonly 'training/environment-is-within-limits': true;
    readonly 'training/file-systems-are-in-a-vpc': true;
    readonly 'training/file-systems-are-within-reach': true;
    readonly 'training/instance-type-is-known': true;
    readonly 'training/job-name-has-the-form': true;
    readonly 'training/runtime-is-within-limits': true;
    readonly 'training/spot-wait-covers-runtime': true;
    readonly 'training/volume-key-is-named-itself': true;
    readonly 'training/warm-pool-fits-quota': true;
  }
}

/** Every rule id, sorted. */
export const RULE_IDS = [
  'accelerator/accelerators-are-offered',
  'accelerator/artifact-fits-accelerator',
  'accelerator/clients-admit-nobody',
  'accelerator/groups-are-two',
  'accelerator/image-is-built-for-accelerators',
  'accelerator/interface-endpoint-admits-clients-only',
  'accelerator/interface-endpoint-is-gone',
  'accelerator/interface-endpoint-is-in-every-zone',
  'accelerator/interface-endpoint-is-in-planned-zones',
  'accelerator/interface-endpoint-spans-two-zones',
  'accelerator/region-offered-accelerators',
  'accelerator/role-has-documented-policy',
  'accelerator/role-may-connect',
  'accelerator/type-is-known',
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
  'encryption/key-encrypts-instance-storage',
  'encryption/key-exists',
  'encryption/key-is-customer-managed',
  'encryption/key-is-enabled',
  'encryption/key-is-symmetric',
  'encryption/key-likely-suits-instance-type',
  'encryption/key-suits-instance-type',
  'encryption/key-trusts-role',
  'encryption/role-may-encrypt-output',
  'encryption/role-may-make-data-keys-for-output',
  'encryption/volume-key-may-be-granted',
  'endpoint/concurrencies-together-fit-quota',
  'endpoint/concurrency-fits-quota',
  'endpoint/concurrency-is-offered',
  'endpoint/container-is-alone',
  'endpoint/container-serves-one-model',
  'endpoint/data-capture-is-off',
  'endpoint/endpoint-name-is-free-or-updatable',
  'endpoint/endpoints-fit-fresh-accounts',
  'endpoint/endpoints-fit-quota',
  'endpoint/endpoints-together-fit-quota',
  'endpoint/image-comes-from-ecr',
  'endpoint/inference-is-synchronous',
  'endpoint/memory-fits-fresh-accounts',
  'endpoint/memory-size-is-offered',
  'endpoint/model-data-is-one-archive',
  'endpoint/model-has-no-vpc',
  'endpoint/model-is-not-isolated',
  'endpoint/provisioned-concurrency-fits',
  'endpoint/region-is-not-excluded',
  'endpoint/region-offers-serverless',
  'endpoint/variant-has-no-instances',
  'endpoint/variant-is-alone',
  'identity/deployer-exists',
  'identity/deployer-may-add-tags',
  'identity/deployer-may-create-endpoint',
  'identity/deployer-may-create-endpoint-config',
  'identity/deployer-may-create-model',
  'identity/deployer-may-create-training-job',
  'identity/deployer-may-describe-training-job',
  'identity/deployer-may-pass-role',
  'identity/deployer-may-stop-training-job',
  'identity/deployer-may-tag-training-job',
  'identity/no-dangling-principals',
  'identity/organisation-policies-are-known',
  'identity/role-exists',
  'identity/role-may-describe-vpc-endpoints',
  'identity/role-may-list-buckets',
  'identity/role-may-pull-image',
  'identity/role-may-read-artifact',
  'identity/role-may-read-inputs',
  'identity/role-may-use-network',
  'identity/role-may-write-logs',
  'identity/role-may-write-output',
  'identity/role-trusts-sagemaker',
  'image/image-architecture-is-amd64',
  'image/image-exists',
  'image/image-fits',
  'image/image-is-for-cpu',
  'image/image-is-in-this-account-and-region',
  'image/image-is-in-this-region',
  'image/image-is-likely-to-fit',
  'image/image-is-no-manifest-list',
  'image/image-is-not-archived',
  'image/image-media-type-is-accepted',
  'image/image-tag-is-fixed',
  'image/registry-account-is-this-regions',
  'image/repository-exists',
  'instances/instances-fit-quota',
  'instances/instances-together-fit-quota',
  'jumpstart/calls-need-no-eula',
  'jumpstart/content-is-of-this-region',
  'jumpstart/deployer-may-read-hub',
  'jumpstart/deployer-may-read-manifest',
  'jumpstart/deployer-may-tag-as-sdk-does',
  'jumpstart/eula-is-accepted',
  'jumpstart/hub-content-exists',
  'jumpstart/hub-content-is-available',
  'jumpstart/instance-type-is-supported',
  'jumpstart/isolation-suits-model',
  'jumpstart/model-is-in-manifest',
  'jumpstart/model-offers-use',
  'jumpstart/prefix-ends-in-slash',
  'jumpstart/prefix-has-no-clashes',
  'jumpstart/prefix-has-no-empty-folders',
  'jumpstart/prefix-holds-files',
  'jumpstart/region-has-content',
  'jumpstart/role-may-encrypt-repackaged-model',
  'jumpstart/role-may-list-content',
  'jumpstart/role-may-list-model-prefix',
  'jumpstart/role-may-read-model',
  'jumpstart/role-may-read-model-files',
  'jumpstart/role-may-read-optimised-models',
  'jumpstart/role-may-read-repackaged-model',
  'jumpstart/tags-are-within-limit',
  'jumpstart/version-exists',
  'jumpstart/version-is-not-deprecated',
  'launch/agent-may-describe-images',
  'launch/agent-may-keep-contexts',
  'launch/agent-may-list-contexts',
  'launch/agent-may-not-change-repository',
  'launch/agent-may-pull-cached-layers',
  'launch/agent-may-push-images',
  'launch/agent-may-read-logs',
  'launch/agent-may-sign-in-to-ecr',
  'launch/agent-role-is-not-sagemakers',
  'launch/algorithm-names-input-mode',
  'launch/builder-knows-its-destination',
  'launch/containers-reach-wandb',
  'launch/destination-exists',
  'launch/destination-has-the-form',
  'launch/destination-is-in-this-region',
  'launch/destination-tags-are-fixed',
  'launch/environment-is-aws',
  'launch/environment-is-in-this-region',
  'launch/kaniko-has-a-context-store',
  'launch/kaniko-secret-is-whole',
  'launch/queue-is-complete',
  'launch/queue-keys-are-known',
  'launch/queue-leaves-room-for-agent-tag',
  'launch/queue-names-role',
  'launch/queue-tags-differ',
  'launch/role-may-pull-built-images',
  'launch/roles-are-apart',
  'launch/somebody-makes-the-image',
  'launch/volume-has-a-size',
  'names/endpoints-and-jobs-differ-in-name',
  'names/models-of-one-name-are-alike',
  'network/addresses-together-suffice',
  'network/bucket-policy-admits-the-vpc',
  'network/each-subnet-has-addresses',
  'network/encrypting-members-reach-each-other',
  'network/endpoint-policy-allows-listing',
  'network/endpoint-policy-allows-plan',
  'network/fabric-members-reach-each-other',
  'network/groups-let-out-on-every-port',
  'network/groups-let-out-to-own-subnets',
  'network/hosting-vpc-has-default-tenancy',
  'network/interface-endpoints-are-reachable',
  'network/interface-endpoints-exist',
  'network/internet-is-reachable',
  'network/members-reach-each-other',
  'network/names-are-resolved-by-aws',
  'network/s3-goes-through-an-endpoint',
  'network/s3-is-reachable-from-every-subnet',
  'network/security-groups-are-of-the-subnets-vpc',
  'network/security-groups-exist',
  'network/subnets-are-in-one-vpc',
  'network/subnets-exist',
  'network/subnets-span-two-zones',
  'network/subnets-together-have-addresses',
  'network/tested-endpoints-span-two-zones',
  'network/vpc-config-is-within-limits',
  'network/vpc-gives-hostnames',
  'network/vpc-has-default-tenancy',
  'network/vpc-resolves-names',
  'recommender/artifact-is-not-vpc-restricted',
  'recommender/content-types-are-named',
  'recommender/default-job-names-no-load',
  'recommender/deployer-may-create-job',
  'recommender/deployer-may-tag-job',
  'recommender/deployer-may-use-keys',
  'recommender/description-uses-known-values',
  'recommender/endpoint-type-suits-vpc',
  'recommender/existing-endpoint-can-be-tested',
  'recommender/existing-endpoint-exists',
  'recommender/existing-endpoint-is-alone',
  'recommender/existing-endpoint-is-in-service',
  'recommender/framework-version-has-the-form',
  'recommender/image-is-not-vpc-restricted',
  'recommender/instances-are-not-burstable',
  'recommender/job-names-its-model',
  'recommender/latency-percentiles-are-known',
  'recommender/load-is-within-limits',
  'recommender/load-test-is-described',
  'recommender/model-data-is-packed',
  'recommender/model-exists',
  'recommender/model-is-described',
  'recommender/model-package-is-a-version',
  'recommender/model-package-is-in-this-account',
  'recommender/model-package-is-in-this-region',
  'recommender/payload-exists',
  'recommender/payload-is-gzip-tar',
  'recommender/payload-is-in-this-region',
  'recommender/payload-is-named',
  'recommender/payload-is-not-vpc-restricted',
  'recommender/phases-follow-each-other',
  'recommender/role-may-grant-volume-key',
  'recommender/role-may-host-candidates',
  'recommender/role-may-make-data-keys-for-results',
  'recommender/role-may-modify-network-interfaces',
  'recommender/role-may-pass-itself',
  'recommender/role-may-read-payload',
  'recommender/spawn-rate-is-documented',
  'recommender/traffic-fits-job-duration',
  'registry/model-package-exists',
  'registry/model-package-is-approved',
  'registry/model-package-is-completed',
  'registry/model-package-is-in-this-account-and-region',
  'registry/model-package-is-not-from-marketplace',
  'studio/default-role-is-set',
  'studio/domain-exists',
  'studio/domain-is-in-service',
  'studio/space-exists',
  'studio/space-is-in-service',
  'studio/space-is-open-to-user',
  'studio/user-profile-exists',
  'studio/user-profile-is-in-service',
  'training/environment-is-within-limits',
  'training/file-systems-are-in-a-vpc',
  'training/file-systems-are-within-reach',
  'training/instance-type-is-known',
  'training/job-name-has-the-form',
  'training/runtime-is-within-limits',
  'training/spot-wait-covers-runtime',
  'training/volume-key-is-named-itself',
  'training/warm-pool-fits-quota',
] as const;

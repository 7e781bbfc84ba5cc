// Generated from the file names below rules/ by `npm run generate`. Do not edit.

import type { AnyRule } from '../src/model/rule.ts';
import { acceleratorsAreOffered } from './accelerator/accelerators-are-offered.ts';
import { artifactFitsAccelerator } from './accelerator/artifact-fits-accelerator.ts';
import { clientsAdmitNobody } from './accelerator/clients-admit-nobody.ts';
import { groupsAreTwo } from './accelerator/groups-are-two.ts';
import { imageIsBuiltForAccelerators } from './accelerator/image-is-built-for-accelerators.ts';
import { interfaceEndpointAdmitsClientsOnly } from './accelerator/interface-endpoint-admits-clients-only.ts';
import { interfaceEndpointIsGone } from './accelerator/interface-endpoint-is-gone.ts';
import { interfaceEndpointIsInEveryZone } from './accelerator/interface-endpoint-is-in-every-zone.ts';
import { interfaceEndpointIsInPlannedZones } from './accelerator/interface-endpoint-is-in-planned-zones.ts';
import { interfaceEndpointSpansTwoZones } from './accelerator/interface-endpoint-spans-two-zones.ts';
import { regionOfferedAccelerators } from './accelerator/region-offered-accelerators.ts';
import { roleHasDocumentedPolicy } from './accelerator/role-has-documented-policy.ts';
import { roleMayConnect } from './accelerator/role-may-connect.ts';
import { typeIsKnown } from './accelerator/type-is-known.ts';
import { artifactExists } from './artifact/artifact-exists.ts';
import { artifactFitsDisk } from './artifact/artifact-fits-disk.ts';
import { artifactFitsMemory } from './artifact/artifact-fits-memory.ts';
import { artifactIsGzipTar } from './artifact/artifact-is-gzip-tar.ts';
import { artifactIsInThisRegion } from './artifact/artifact-is-in-this-region.ts';
import { artifactIsNotArchived } from './artifact/artifact-is-not-archived.ts';
import { bucketBelongsToThisAccount } from './artifact/bucket-belongs-to-this-account.ts';
import { bucketExists } from './artifact/bucket-exists.ts';
import { bucketOwnerPays } from './artifact/bucket-owner-pays.ts';
import { deployerMayCreateGrant } from './encryption/deployer-may-create-grant.ts';
import { keyAllowsRoleEveryUse } from './encryption/key-allows-role-every-use.ts';
import { keyEncryptsInstanceStorage } from './encryption/key-encrypts-instance-storage.ts';
import { keyExists } from './encryption/key-exists.ts';
import { keyIsCustomerManaged } from './encryption/key-is-customer-managed.ts';
import { keyIsEnabled } from './encryption/key-is-enabled.ts';
import { keyIsSymmetric } from './encryption/key-is-symmetric.ts';
import { keyLikelySuitsInstanceType } from './encryption/key-likely-suits-instance-type.ts';
import { keySuitsInstanceType } from './encryption/key-suits-instance-type.ts';
import { keyTrustsRole } from './encryption/key-trusts-role.ts';
import { roleMayEncryptOutput } from './encryption/role-may-encrypt-output.ts';
import { roleMayMakeDataKeysForOutput } from './encryption/role-may-make-data-keys-for-output.ts';
import { volumeKeyMayBeGranted } from './encryption/volume-key-may-be-granted.ts';
import { concurrenciesTogetherFitQuota } from './endpoint/concurrencies-together-fit-quota.ts';
import { concurrencyFitsQuota } from './endpoint/concurrency-fits-quota.ts';
import { concurrencyIsOffered } from './endpoint/concurrency-is-offered.ts';
import { containerIsAlone } from './endpoint/container-is-alone.ts';
import { containerServesOneModel } from './endpoint/container-serves-one-model.ts';
import { dataCaptureIsOff } from './endpoint/data-capture-is-off.ts';
import { endpointNameIsFreeOrUpdatable } from './endpoint/endpoint-name-is-free-or-updatable.ts';
import { endpointsFitFreshAccounts } from './endpoint/endpoints-fit-fresh-accounts.ts';
import { endpointsFitQuota } from './endpoint/endpoints-fit-quota.ts';
import { endpointsTogetherFitQuota } from './endpoint/endpoints-together-fit-quota.ts';
import { imageComesFromEcr } from './endpoint/image-comes-from-ecr.ts';
import { inferenceIsSynchronous } from './endpoint/inference-is-synchronous.ts';
import { memoryFitsFreshAccounts } from './endpoint/memory-fits-fresh-accounts.ts';
import { memorySizeIsOffered } from './endpoint/memory-size-is-offered.ts';
import { modelDataIsOneArchive } from './endpoint/model-data-is-one-archive.ts';
import { modelHasNoVpc } from './endpoint/model-has-no-vpc.ts';
import { modelIsNotIsolated } from './endpoint/model-is-not-isolated.ts';
import { provisionedConcurrencyFits } from './endpoint/provisioned-concurrency-fits.ts';
import { regionIsNotExcluded } from './endpoint/region-is-not-excluded.ts';
import { regionOffersServerless } from './endpoint/region-offers-serverless.ts';
import { variantHasNoInstances } from './endpoint/variant-has-no-instances.ts';
import { variantIsAlone } from './endpoint/variant-is-alone.ts';
import { deployerExists } from './identity/deployer-exists.ts';
import { deployerMayAddTags } from './identity/deployer-may-add-tags.ts';
import { deployerMayCreateEndpoint } from './identity/deployer-may-create-endpoint.ts';
import { deployerMayCreateEndpointConfig } from './identity/deployer-may-create-endpoint-config.ts';
import { deployerMayCreateModel } from './identity/deployer-may-create-model.ts';
import { deployerMayCreateTrainingJob } from './identity/deployer-may-create-training-job.ts';
import { deployerMayDescribeTrainingJob } from './identity/deployer-may-describe-training-job.ts';
import { deployerMayPassRole } from './identity/deployer-may-pass-role.ts';
import { deployerMayStopTrainingJob } from './identity/deployer-may-stop-training-job.ts';
import { deployerMayTagTrainingJob } from './identity/deployer-may-tag-training-job.ts';
import { noDanglingPrincipals } from './identity/no-dangling-principals.ts';
import { organisationPoliciesAreKnown } from './identity/organisation-policies-are-known.ts';
import { roleExists } from './identity/role-exists.ts';
import { roleMayDescribeVpcEndpoints } from './identity/role-may-describe-vpc-endpoints.ts';
import { roleMayListBuckets } from './identity/role-may-list-buckets.ts';
import { roleMayPullImage } from './identity/role-may-pull-image.ts';
import { roleMayReadArtifact } from './identity/role-may-read-artifact.ts';
import { roleMayReadInputs } from './identity/role-may-read-inputs.ts';
import { roleMayUseNetwork } from './identity/role-may-use-network.ts';
import { roleMayWriteLogs } from './identity/role-may-write-logs.ts';
import { roleMayWriteOutput } from './identity/role-may-write-output.ts';
import { roleTrustsSagemaker } from './identity/role-trusts-sagemaker.ts';
import { imageArchitectureIsAmd64 } from './image/image-architecture-is-amd64.ts';
import { imageExists } from './image/image-exists.ts';
import { imageFits } from './image/image-fits.ts';
import { imageIsForCpu } from './image/image-is-for-cpu.ts';
import { imageIsInThisAccountAndRegion } from './image/image-is-in-this-account-and-region.ts';
import { imageIsInThisRegion } from './image/image-is-in-this-region.ts';
import { imageIsLikelyToFit } from './image/image-is-likely-to-fit.ts';
import { imageIsNoManifestList } from './image/image-is-no-manifest-list.ts';
import { imageIsNotArchived } from './image/image-is-not-archived.ts';
import { imageMediaTypeIsAccepted } from './image/image-media-type-is-accepted.ts';
import { imageTagIsFixed } from './image/image-tag-is-fixed.ts';
import { registryAccountIsThisRegions } from './image/registry-account-is-this-regions.ts';
import { repositoryExists } from './image/repository-exists.ts';
import { instancesFitQuota } from './instances/instances-fit-quota.ts';
import { instancesTogetherFitQuota } from './instances/instances-together-fit-quota.ts';
import { callsNeedNoEula } from './jumpstart/calls-need-no-eula.ts';
import { contentIsOfThisRegion } from './jumpstart/content-is-of-this-region.ts';
import { deployerMayReadHub } from './jumpstart/deployer-may-read-hub.ts';
import { deployerMayReadManifest } from './jumpstart/deployer-may-read-manifest.ts';
import { deployerMayTagAsSdkDoes } from './jumpstart/deployer-may-tag-as-sdk-does.ts';
import { eulaIsAccepted } from './jumpstart/eula-is-accepted.ts';
import { hubContentExists } from './jumpstart/hub-content-exists.ts';
import { hubContentIsAvailable } from './jumpstart/hub-content-is-available.ts';
import { instanceTypeIsSupported } from './jumpstart/instance-type-is-supported.ts';
import { isolationSuitsModel } from './jumpstart/isolation-suits-model.ts';
import { modelIsInManifest } from './jumpstart/model-is-in-manifest.ts';
import { modelOffersUse } from './jumpstart/model-offers-use.ts';
import { prefixEndsInSlash } from './jumpstart/prefix-ends-in-slash.ts';
import { prefixHasNoClashes } from './jumpstart/prefix-has-no-clashes.ts';
import { prefixHasNoEmptyFolders } from './jumpstart/prefix-has-no-empty-folders.ts';
import { prefixHoldsFiles } from './jumpstart/prefix-holds-files.ts';
import { regionHasContent } from './jumpstart/region-has-content.ts';
import { roleMayEncryptRepackagedModel } from './jumpstart/role-may-encrypt-repackaged-model.ts';
import { roleMayListContent } from './jumpstart/role-may-list-content.ts';
import { roleMayListModelPrefix } from './jumpstart/role-may-list-model-prefix.ts';
import { roleMayReadModel } from './jumpstart/role-may-read-model.ts';
import { roleMayReadModelFiles } from './jumpstart/role-may-read-model-files.ts';
import { roleMayReadOptimisedModels } from './jumpstart/role-may-read-optimised-models.ts';
import { roleMayReadRepackagedModel } from './jumpstart/role-may-read-repackaged-model.ts';
import { tagsAreWithinLimit } from './jumpstart/tags-are-within-limit.ts';
import { versionExists } from './jumpstart/version-exists.ts';
import { versionIsNotDeprecated } from './jumpstart/version-is-not-deprecated.ts';
import { agentMayDescribeImages } from './launch/agent-may-describe-images.ts';
import { agentMayKeepContexts } from './launch/agent-may-keep-contexts.ts';
import { agentMayListContexts } from './launch/agent-may-list-contexts.ts';
import { agentMayNotChangeRepository } from './launch/agent-may-not-change-repository.ts';
import { agentMayPullCachedLayers } from './launch/agent-may-pull-cached-layers.ts';
import { agentMayPushImages } from './launch/agent-may-push-images.ts';
import { agentMayReadLogs } from './launch/agent-may-read-logs.ts';
import { agentMaySignInToEcr } from './launch/agent-may-sign-in-to-ecr.ts';
import { agentRoleIsNotSagemakers } from './launch/agent-role-is-not-sagemakers.ts';
import { algorithmNamesInputMode } from './launch/algorithm-names-input-mode.ts';
import { builderKnowsItsDestination } from './launch/builder-knows-its-destination.ts';
import { containersReachWandb } from './launch/containers-reach-wandb.ts';
import { destinationExists } from './launch/destination-exists.ts';
import { destinationHasTheForm } from './launch/destination-has-the-form.ts';
import { destinationIsInThisRegion } from './launch/destination-is-in-this-region.ts';
import { destinationTagsAreFixed } from './launch/destination-tags-are-fixed.ts';
import { environmentIsAws } from './launch/environment-is-aws.ts';
import { environmentIsInThisRegion } from './launch/environment-is-in-this-region.ts';
import { kanikoHasAContextStore } from './launch/kaniko-has-a-context-store.ts';
import { kanikoSecretIsWhole } from './launch/kaniko-secret-is-whole.ts';
import { queueIsComplete } from './launch/queue-is-complete.ts';
import { queueKeysAreKnown } from './launch/queue-keys-are-known.ts';
import { queueLeavesRoomForAgentTag } from './launch/queue-leaves-room-for-agent-tag.ts';
import { queueNamesRole } from './launch/queue-names-role.ts';
import { queueTagsDiffer } from './launch/queue-tags-differ.ts';
import { roleMayPullBuiltImages } from './launch/role-may-pull-built-images.ts';
import { rolesAreApart } from './launch/roles-are-apart.ts';
import { somebodyMakesTheImage } from './launch/somebody-makes-the-image.ts';
import { volumeHasASize } from './launch/volume-has-a-size.ts';
import { endpointsAndJobsDifferInName } from './names/endpoints-and-jobs-differ-in-name.ts';
import { modelsOfOneNameAreAlike } from './names/models-of-one-name-are-alike.ts';
import { addressesTogetherSuffice } from './network/addresses-together-suffice.ts';
import { bucketPolicyAdmitsTheVpc } from './network/bucket-policy-admits-the-vpc.ts';
import { eachSubnetHasAddresses } from './network/each-subnet-has-addresses.ts';
import { encryptingMembersReachEachOther } from './network/encrypting-members-reach-each-other.ts';
import { endpointPolicyAllowsListing } from './network/endpoint-policy-allows-listing.ts';
import { endpointPolicyAllowsPlan } from './network/endpoint-policy-allows-plan.ts';
import { fabricMembersReachEachOther } from './network/fabric-members-reach-each-other.ts';
import { groupsLetOutOnEveryPort } from './network/groups-let-out-on-every-port.ts';
import { groupsLetOutToOwnSubnets } from './network/groups-let-out-to-own-subnets.ts';
import { hostingVpcHasDefaultTenancy } from './network/hosting-vpc-has-default-tenancy.ts';
import { interfaceEndpointsAreReachable } from './network/interface-endpoints-are-reachable.ts';
import { interfaceEndpointsExist } from './network/interface-endpoints-exist.ts';
import { internetIsReachable } from './network/internet-is-reachable.ts';
import { membersReachEachOther } from './network/members-reach-each-other.ts';
import { namesAreResolvedByAws } from './network/names-are-resolved-by-aws.ts';
import { s3GoesThroughAnEndpoint } from './network/s3-goes-through-an-endpoint.ts';
import { s3IsReachableFromEverySubnet } from './network/s3-is-reachable-from-every-subnet.ts';
import { securityGroupsAreOfTheSubnetsVpc } from './network/security-groups-are-of-the-subnets-vpc.ts';
import { securityGroupsExist } from './network/security-groups-exist.ts';
import { subnetsAreInOneVpc } from './network/subnets-are-in-one-vpc.ts';
import { subnetsExist } from './network/subnets-exist.ts';
import { subnetsSpanTwoZones } from './network/subnets-span-two-zones.ts';
import { subnetsTogetherHaveAddresses } from './network/subnets-together-have-addresses.ts';
import { testedEndpointsSpanTwoZones } from './network/tested-endpoints-span-two-zones.ts';
import { vpcConfigIsWithinLimits } from './network/vpc-config-is-within-limits.ts';
import { vpcGivesHostnames } from './network/vpc-gives-hostnames.ts';
import { vpcHasDefaultTenancy } from './network/vpc-has-default-tenancy.ts';
import { vpcResolvesNames } from './network/vpc-resolves-names.ts';
import { artifactIsNotVpcRestricted } from './recommender/artifact-is-not-vpc-restricted.ts';
import { contentTypesAreNamed } from './recommender/content-types-are-named.ts';
import { defaultJobNamesNoLoad } from './recommender/default-job-names-no-load.ts';
import { deployerMayCreateJob } from './recommender/deployer-may-create-job.ts';
import { deployerMayTagJob } from './recommender/deployer-may-tag-job.ts';
import { deployerMayUseKeys } from './recommender/deployer-may-use-keys.ts';
import { descriptionUsesKnownValues } from './recommender/description-uses-known-values.ts';
import { endpointTypeSuitsVpc } from './recommender/endpoint-type-suits-vpc.ts';
import { existingEndpointCanBeTested } from './recommender/existing-endpoint-can-be-tested.ts';
import { existingEndpointExists } from './recommender/existing-endpoint-exists.ts';
import { existingEndpointIsAlone } from './recommender/existing-endpoint-is-alone.ts';
import { existingEndpointIsInService } from './recommender/existing-endpoint-is-in-service.ts';
import { frameworkVersionHasTheForm } from './recommender/framework-version-has-the-form.ts';
import { imageIsNotVpcRestricted } from './recommender/image-is-not-vpc-restricted.ts';
import { instancesAreNotBurstable } from './recommender/instances-are-not-burstable.ts';
import { jobNamesItsModel } from './recommender/job-names-its-model.ts';
import { latencyPercentilesAreKnown } from './recommender/latency-percentiles-are-known.ts';
import { loadIsWithinLimits } from './recommender/load-is-within-limits.ts';
import { loadTestIsDescribed } from './recommender/load-test-is-described.ts';
import { modelDataIsPacked } from './recommender/model-data-is-packed.ts';
import { modelExists } from './recommender/model-exists.ts';
import { modelIsDescribed } from './recommender/model-is-described.ts';
import { modelPackageIsAVersion } from './recommender/model-package-is-a-version.ts';
import { modelPackageIsInThisAccount } from './recommender/model-package-is-in-this-account.ts';
import { modelPackageIsInThisRegion } from './recommender/model-package-is-in-this-region.ts';
import { payloadExists } from './recommender/payload-exists.ts';
import { payloadIsGzipTar } from './recommender/payload-is-gzip-tar.ts';
import { payloadIsInThisRegion } from './recommender/payload-is-in-this-region.ts';
import { payloadIsNamed } from './recommender/payload-is-named.ts';
import { payloadIsNotVpcRestricted } from './recommender/payload-is-not-vpc-restricted.ts';
import { phasesFollowEachOther } from './recommender/phases-follow-each-other.ts';
import { roleMayGrantVolumeKey } from './recommender/role-may-grant-volume-key.ts';
import { roleMayHostCandidates } from './recommender/role-may-host-candidates.ts';
import { roleMayMakeDataKeysForResults } from './recommender/role-may-make-data-keys-for-results.ts';
import { roleMayModifyNetworkInterfaces } from './recommender/role-may-modify-network-interfaces.ts';
import { roleMayPassItself } from './recommender/role-may-pass-itself.ts';
import { roleMayReadPayload } from './recommender/role-may-read-payload.ts';
import { spawnRateIsDocumented } from './recommender/spawn-rate-is-documented.ts';
import { trafficFitsJobDuration } from './recommender/traffic-fits-job-duration.ts';
import { modelPackageExists } from './registry/model-package-exists.ts';
import { modelPackageIsApproved } from './registry/model-package-is-approved.ts';
import { modelPackageIsCompleted } from './registry/model-package-is-completed.ts';
import { modelPackageIsInThisAccountAndRegion } from './registry/model-package-is-in-this-account-and-region.ts';
import { modelPackageIsNotFromMarketplace } from './registry/model-package-is-not-from-marketplace.ts';
import { defaultRoleIsSet } from './studio/default-role-is-set.ts';
import { domainExists } from './studio/domain-exists.ts';
import { domainIsInService } from './studio/domain-is-in-service.ts';
import { spaceExists } from './studio/space-exists.ts';
import { spaceIsInService } from './studio/space-is-in-service.ts';
import { spaceIsOpenToUser } from './studio/space-is-open-to-user.ts';
import { userProfileExists } from './studio/user-profile-exists.ts';
import { userProfileIsInService } from './studio/user-profile-is-in-service.ts';
import { environmentIsWithinLimits } from './training/environment-is-within-limits.ts';
import { fileSystemsAreInAVpc } from './training/file-systems-are-in-a-vpc.ts';
import { fileSystemsAreWithinReach } from './training/file-systems-are-within-reach.ts';
import { instanceTypeIsKnown } from './training/instance-type-is-known.ts';
import { jobNameHasTheForm } from './training/job-name-has-the-form.ts';
import { runtimeIsWithinLimits } from './training/runtime-is-within-limits.ts';
import { spotWaitCoversRuntime } from './training/spot-wait-covers-runtime.ts';
import { volumeKeyIsNamedItself } from './training/volume-key-is-named-itself.ts';
import { warmPoolFitsQuota } from './training/warm-pool-fits-quota.ts';

/** Every rule, sorted by id. */
export const RULES: readonly AnyRule[] = [
  acceleratorsAreOffered,
  artifactFitsAccelerator,
  clientsAdmitNobody,
  groupsAreTwo,
  imageIsBuiltForAccelerators,
  interfaceEndpointAdmitsClientsOnly,
  interfaceEndpointIsGone,
  interfaceEndpointIsInEveryZone,
  interfaceEndpointIsInPlannedZones,
  interfaceEndpointSpansTwoZones,
  regionOfferedAccelerators,
  roleHasDocumentedPolicy,
  roleMayConnect,
  typeIsKnown,
  artifactExists,
  artifactFitsDisk,
  artifactFitsMemory,
  artifactIsGzipTar,
  artifactIsInThisRegion,
  artifactIsNotArchived,
  bucketBelongsToThisAccount,
  bucketExists,
  bucketOwnerPays,
  deployerMayCreateGrant,
  keyAllowsRoleEveryUse,
  keyEncryptsInstanceStorage,
  keyExists,
  keyIsCustomerManaged,
  keyIsEnabled,
  keyIsSymmetric,
  keyLikelySuitsInstanceType,
  keySuitsInstanceType,
  keyTrustsRole,
  roleMayEncryptOutput,
  roleMayMakeDataKeysForOutput,
  volumeKeyMayBeGranted,
  concurrenciesTogetherFitQuota,
  concurrencyFitsQuota,
  concurrencyIsOffered,
  containerIsAlone,
  containerServesOneModel,
  dataCaptureIsOff,
  endpointNameIsFreeOrUpdatable,
  endpointsFitFreshAccounts,
  endpointsFitQuota,
  endpointsTogetherFitQuota,
  imageComesFromEcr,
  inferenceIsSynchronous,
  memoryFitsFreshAccounts,
  memorySizeIsOffered,
  modelDataIsOneArchive,
  modelHasNoVpc,
  modelIsNotIsolated,
  provisionedConcurrencyFits,
  regionIsNotExcluded,
  regionOffersServerless,
  variantHasNoInstances,
  variantIsAlone,
  deployerExists,
  deployerMayAddTags,
  deployerMayCreateEndpoint,
  deployerMayCreateEndpointConfig,
  deployerMayCreateModel,
  deployerMayCreateTrainingJob,
  deployerMayDescribeTrainingJob,
  deployerMayPassRole,
  deployerMayStopTrainingJob,
  deployerMayTagTrainingJob,
  noDanglingPrincipals,
  organisationPoliciesAreKnown,
  roleExists,
  roleMayDescribeVpcEndpoints,
  roleMayListBuckets,
  roleMayPullImage,
  roleMayReadArtifact,
  roleMayReadInputs,
  roleMayUseNetwork,
  roleMayWriteLogs,
  roleMayWriteOutput,
  roleTrustsSagemaker,
  imageArchitectureIsAmd64,
  imageExists,
  imageFits,
  imageIsForCpu,
  imageIsInThisAccountAndRegion,
  imageIsInThisRegion,
  imageIsLikelyToFit,
  imageIsNoManifestList,
  imageIsNotArchived,
  imageMediaTypeIsAccepted,
  imageTagIsFixed,
  registryAccountIsThisRegions,
  repositoryExists,
  instancesFitQuota,
  instancesTogetherFitQuota,
  callsNeedNoEula,
  contentIsOfThisRegion,
  deployerMayReadHub,
  deployerMayReadManifest,
  deployerMayTagAsSdkDoes,
  eulaIsAccepted,
  hubContentExists,
  hubContentIsAvailable,
  instanceTypeIsSupported,
  isolationSuitsModel,
  modelIsInManifest,
  modelOffersUse,
  prefixEndsInSlash,
  prefixHasNoClashes,
  prefixHasNoEmptyFolders,
  prefixHoldsFiles,
  regionHasContent,
  roleMayEncryptRepackagedModel,
  roleMayListContent,
  roleMayListModelPrefix,
  roleMayReadModel,
  roleMayReadModelFiles,
  roleMayReadOptimisedModels,
  roleMayReadRepackagedModel,
  tagsAreWithinLimit,
  versionExists,
  versionIsNotDeprecated,
  agentMayDescribeImages,
  agentMayKeepContexts,
  agentMayListContexts,
  agentMayNotChangeRepository,
  agentMayPullCachedLayers,
  agentMayPushImages,
  agentMayReadLogs,
  agentMaySignInToEcr,
  agentRoleIsNotSagemakers,
  algorithmNamesInputMode,
  builderKnowsItsDestination,
  containersReachWandb,
  destinationExists,
  destinationHasTheForm,
  destinationIsInThisRegion,
  destinationTagsAreFixed,
  environmentIsAws,
  environmentIsInThisRegion,
  kanikoHasAContextStore,
  kanikoSecretIsWhole,
  queueIsComplete,
  queueKeysAreKnown,
  queueLeavesRoomForAgentTag,
  queueNamesRole,
  queueTagsDiffer,
  roleMayPullBuiltImages,
  rolesAreApart,
  somebodyMakesTheImage,
  volumeHasASize,
  endpointsAndJobsDifferInName,
  modelsOfOneNameAreAlike,
  addressesTogetherSuffice,
  bucketPolicyAdmitsTheVpc,
  eachSubnetHasAddresses,
  encryptingMembersReachEachOther,
  endpointPolicyAllowsListing,
  endpointPolicyAllowsPlan,
  fabricMembersReachEachOther,
  groupsLetOutOnEveryPort,
  groupsLetOutToOwnSubnets,
  hostingVpcHasDefaultTenancy,
  interfaceEndpointsAreReachable,
  interfaceEndpointsExist,
  internetIsReachable,
  membersReachEachOther,
  namesAreResolvedByAws,
  s3GoesThroughAnEndpoint,
  s3IsReachableFromEverySubnet,
  securityGroupsAreOfTheSubnetsVpc,
  securityGroupsExist,
  subnetsAreInOneVpc,
  subnetsExist,
  subnetsSpanTwoZones,
  subnetsTogetherHaveAddresses,
  testedEndpointsSpanTwoZones,
  vpcConfigIsWithinLimits,
  vpcGivesHostnames,
  vpcHasDefaultTenancy,
  vpcResolvesNames,
  artifactIsNotVpcRestricted,
  contentTypesAreNamed,
  defaultJobNamesNoLoad,
  deployerMayCreateJob,
  deployerMayTagJob,
  deployerMayUseKeys,
  descriptionUsesKnownValues,
  endpointTypeSuitsVpc,
  existingEndpointCanBeTested,
  existingEndpointExists,
  existingEndpointIsAlone,
  existingEndpointIsInService,
  frameworkVersionHasTheForm,
  imageIsNotVpcRestricted,
  instancesAreNotBurstable,
  jobNamesItsModel,
  latencyPercentilesAreKnown,
  loadIsWithinLimits,
  loadTestIsDescribed,
  modelDataIsPacked,
  modelExists,
  modelIsDescribed,
  modelPackageIsAVersion,
  modelPackageIsInThisAccount,
  modelPackageIsInThisRegion,
  payloadExists,
  payloadIsGzipTar,
  payloadIsInThisRegion,
  payloadIsNamed,
  payloadIsNotVpcRestricted,
  phasesFollowEachOther,
  roleMayGrantVolumeKey,
  roleMayHostCandidates,
  roleMayMakeDataKeysForResults,
  roleMayModifyNetworkInterfaces,
  roleMayPassItself,
  roleMayReadPayload,
  spawnRateIsDocumented,
  trafficFitsJobDuration,
  modelPackageExists,
  modelPackageIsApproved,
  modelPackageIsCompleted,
  modelPackageIsInThisAccountAndRegion,
  modelPackageIsNotFromMarketplace,
  defaultRoleIsSet,
  domainExists,
  domainIsInService,
  spaceExists,
  spaceIsInService,
  spaceIsOpenToUser,
  userProfileExists,
  userProfileIsInService,
  environmentIsWithinLimits,
  fileSystemsAreInAVpc,
  fileSystemsAreWithinReach,
  instanceTypeIsKnown,
  jobNameHasTheForm,
  runtimeIsWithinLimits,
  spotWaitCoversRuntime,
  volumeKeyIsNamedItself,
  warmPoolFitsQuota,
];

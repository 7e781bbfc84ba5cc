// Generated from the file names below rules/ by `npm run generate`. Do not edit.

import type { AnyRule } from '../src/model/rule.ts';
import { acceleratorsAreOffered } from './accelerator/accelerators-are-offered.ts';
import { artifactFitsAccelerator } from './accelerator/artifact-fits-accelerator.ts';
import { clientsAdmitNobody } from './accelerator/clients-admit-nobody.ts';
import { groupsAreTwo } from './accelerator/groups-are-two.ts';
import { imageIsBuiltForAccelerators } from './accelerator/image-is-built-for-accelerators.ts';
import { interfaceEndpointAdmitsClientsOnly } from './accelerator/interface-endpoint-admits-clients-only.ts';
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
import { addressesTogetherSuffice } from './network/addresses-together-suffice.ts';
import { bucketPolicyAdmitsTheVpc } from './network/bucket-policy-admits-the-vpc.ts';
import { eachSubnetHasAddresses } from './network/each-subnet-has-addresses.ts';
import { encryptingMembersReachEachOther } from './network/encrypting-members-reach-each-other.ts';
import { endpointPolicyAllowsListing } from './network/endpoint-policy-allows-listing.ts';
import { endpointPolicyAllowsPlan } from './network/endpoint-policy-allows-plan.ts';
import { fabricMembersReachEachOther } from './network/fabric-members-reach-each-other.ts';
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

/** Every rule, sorted by id. */
export const RULES: readonly AnyRule[] = [
  acceleratorsAreOffered,
  artifactFitsAccelerator,
  clientsAdmitNobody,
  groupsAreTwo,
  imageIsBuiltForAccelerators,
  interfaceEndpointAdmitsClientsOnly,
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
  addressesTogetherSuffice,
  bucketPolicyAdmitsTheVpc,
  eachSubnetHasAddresses,
  encryptingMembersReachEachOther,
  endpointPolicyAllowsListing,
  endpointPolicyAllowsPlan,
  fabricMembersReachEachOther,
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
];

// Generated from the file names below rules/ by `npm run generate`. Do not edit.

import type { AnyRule } from '../src/model/rule.ts';
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
import { keyTrustsRole } from './encryption/key-trusts-role.ts';
import { concurrenciesTogetherFitQuota } from './endpoint/concurrencies-together-fit-quota.ts';
import { concurrencyFitsQuota } from './endpoint/concurrency-fits-quota.ts';
import { memorySizeIsOffered } from './endpoint/memory-size-is-offered.ts';
import { deployerExists } from './identity/deployer-exists.ts';
import { deployerMayAddTags } from './identity/deployer-may-add-tags.ts';
import { deployerMayCreateEndpoint } from './identity/deployer-may-create-endpoint.ts';
import { deployerMayCreateEndpointConfig } from './identity/deployer-may-create-endpoint-config.ts';
import { deployerMayCreateModel } from './identity/deployer-may-create-model.ts';
import { deployerMayPassRole } from './identity/deployer-may-pass-role.ts';
import { noDanglingPrincipals } from './identity/no-dangling-principals.ts';
import { organisationPoliciesAreKnown } from './identity/organisation-policies-are-known.ts';
import { roleExists } from './identity/role-exists.ts';
import { roleMayPullImage } from './identity/role-may-pull-image.ts';
import { roleMayReadArtifact } from './identity/role-may-read-artifact.ts';
import { roleMayWriteLogs } from './identity/role-may-write-logs.ts';
import { roleTrustsSagemaker } from './identity/role-trusts-sagemaker.ts';
import { imageIsInThisAccountAndRegion } from './image/image-is-in-this-account-and-region.ts';
import { registryAccountIsThisRegions } from './image/registry-account-is-this-regions.ts';

/** Every rule, sorted by id. */
export const RULES: readonly AnyRule[] = [
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
  keyTrustsRole,
  concurrenciesTogetherFitQuota,
  concurrencyFitsQuota,
  memorySizeIsOffered,
  deployerExists,
  deployerMayAddTags,
  deployerMayCreateEndpoint,
  deployerMayCreateEndpointConfig,
  deployerMayCreateModel,
  deployerMayPassRole,
  noDanglingPrincipals,
  organisationPoliciesAreKnown,
  roleExists,
  roleMayPullImage,
  roleMayReadArtifact,
  roleMayWriteLogs,
  roleTrustsSagemaker,
  imageIsInThisAccountAndRegion,
  registryAccountIsThisRegions,
];

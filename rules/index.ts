// Generated from the file names below rules/ by `npm run generate`. Do not edit.

import type { AnyRule } from '../src/model/rule.ts';
import { artifactExists } from './artifact/artifact-exists.ts';
import { artifactIsInThisRegion } from './artifact/artifact-is-in-this-region.ts';
import { bucketExists } from './artifact/bucket-exists.ts';
import { keyAllowsRoleEveryUse } from './encryption/key-allows-role-every-use.ts';
import { keyExists } from './encryption/key-exists.ts';
import { keyTrustsRole } from './encryption/key-trusts-role.ts';
import { concurrenciesTogetherFitQuota } from './endpoint/concurrencies-together-fit-quota.ts';
import { concurrencyFitsQuota } from './endpoint/concurrency-fits-quota.ts';
import { memorySizeIsOffered } from './endpoint/memory-size-is-offered.ts';
import { deployerExists } from './identity/deployer-exists.ts';
import { deployerMayPassRole } from './identity/deployer-may-pass-role.ts';
import { roleExists } from './identity/role-exists.ts';
import { roleMayReadArtifact } from './identity/role-may-read-artifact.ts';
import { roleTrustsSagemaker } from './identity/role-trusts-sagemaker.ts';
import { imageIsInThisAccountAndRegion } from './image/image-is-in-this-account-and-region.ts';
import { registryAccountIsThisRegions } from './image/registry-account-is-this-regions.ts';

/** Every rule, sorted by id. */
export const RULES: readonly AnyRule[] = [
  artifactExists,
  artifactIsInThisRegion,
  bucketExists,
  keyAllowsRoleEveryUse,
  keyExists,
  keyTrustsRole,
  concurrenciesTogetherFitQuota,
  concurrencyFitsQuota,
  memorySizeIsOffered,
  deployerExists,
  deployerMayPassRole,
  roleExists,
  roleMayReadArtifact,
  roleTrustsSagemaker,
  imageIsInThisAccountAndRegion,
  registryAccountIsThisRegions,
];

import type { Fix, FixKind } from '../../src/model/fix.ts';
import type { FixRenderer, RenderedFix } from '../rendered-fix.ts';
import { allowInBucketPolicy } from './allow-in-bucket-policy.ts';
import { allowInKeyPolicy } from './allow-in-key-policy.ts';
import { allowInOrganisation } from './allow-in-organisation.ts';
import { amendBoundary } from './amend-boundary.ts';
import { amendDenial } from './amend-denial.ts';
import { approveModelPackage } from './approve-model-package.ts';
import { buildImage } from './build-image.ts';
import { copyArtifact } from './copy-artifact.ts';
import { createKey } from './create-key.ts';
import { createRepository } from './create-repository.ts';
import { createRole } from './create-role.ts';
import { enableKey } from './enable-key.ts';
import { grant } from './grant.ts';
import { pushImage } from './push-image.ts';
import { removeField } from './remove-field.ts';
import { requestQuota } from './request-quota.ts';
import { restoreArtifact } from './restore-artifact.ts';
import { restoreImage } from './restore-image.ts';
import { setField } from './set-field.ts';
import { trustService } from './trust-service.ts';
import { uploadArtifact } from './upload-artifact.ts';
import { useImage } from './use-image.ts';

const RENDERERS: { readonly [K in FixKind]: FixRenderer<K> } = {
  grant,
  'amend-boundary': amendBoundary,
  'amend-denial': amendDenial,
  'trust-service': trustService,
  'create-role': createRole,
  'allow-in-bucket-policy': allowInBucketPolicy,
  'allow-in-key-policy': allowInKeyPolicy,
  'copy-artifact': copyArtifact,
  'upload-artifact': uploadArtifact,
  'push-image': pushImage,
  'use-image': useImage,
  'remove-field': removeField,
  'restore-image': restoreImage,
  'create-repository': createRepository,
  'build-image': buildImage,
  'approve-model-package': approveModelPackage,
  'set-field': setField,
  'request-quota': requestQuota,
  'enable-key': enableKey,
  'restore-artifact': restoreArtifact,
  'allow-in-organisation': allowInOrganisation,
  'create-key': createKey,
};

/** A fix of whatever kind in words and commands. */
export const renderFix = (fix: Fix): RenderedFix => (RENDERERS[fix.kind] as (fix: Fix) => RenderedFix)(fix);

import type { Fix, FixKind } from '../../src/model/fix.ts';
import type { FixRenderer, RenderedFix } from '../rendered-fix.ts';
import { allowInBucketPolicy } from './allow-in-bucket-policy.ts';
import { allowInKeyPolicy } from './allow-in-key-policy.ts';
import { allowInOrganisation } from './allow-in-organisation.ts';
import { amendBoundary } from './amend-boundary.ts';
import { amendDenial } from './amend-denial.ts';
import { amendEndpointPolicy } from './amend-endpoint-policy.ts';
import { approveModelPackage } from './approve-model-package.ts';
import { askOwner } from './ask-owner.ts';
import { associateRouteTable } from './associate-route-table.ts';
import { buildImage } from './build-image.ts';
import { copyArtifact } from './copy-artifact.ts';
import { createEndpoint } from './create-endpoint.ts';
import { createKey } from './create-key.ts';
import { createRepository } from './create-repository.ts';
import { createRole } from './create-role.ts';
import { enableKey } from './enable-key.ts';
import { enablePrivateDns } from './enable-private-dns.ts';
import { enableVpcDns } from './enable-vpc-dns.ts';
import { grant } from './grant.ts';
import { openEgress } from './open-egress.ts';
import { openIngress } from './open-ingress.ts';
import { openNetworkAcl } from './open-network-acl.ts';
import { pushImage } from './push-image.ts';
import { removeField } from './remove-field.ts';
import { repairEndpoint } from './repair-endpoint.ts';
import { replaceAccelerator } from './replace-accelerator.ts';
import { requestQuota } from './request-quota.ts';
import { restoreArtifact } from './restore-artifact.ts';
import { restoreImage } from './restore-image.ts';
import { routeThroughNat } from './route-through-nat.ts';
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
  'replace-accelerator': replaceAccelerator,
  'create-key': createKey,
  'associate-route-table': associateRouteTable,
  'create-endpoint': createEndpoint,
  'repair-endpoint': repairEndpoint,
  'amend-endpoint-policy': amendEndpointPolicy,
  'enable-private-dns': enablePrivateDns,
  'enable-vpc-dns': enableVpcDns,
  'open-egress': openEgress,
  'open-ingress': openIngress,
  'open-network-acl': openNetworkAcl,
  'route-through-nat': routeThroughNat,
  'ask-owner': askOwner,
};

/** A fix of whatever kind in words and commands. */
export const renderFix = (fix: Fix): RenderedFix => (RENDERERS[fix.kind] as (fix: Fix) => RenderedFix)(fix);

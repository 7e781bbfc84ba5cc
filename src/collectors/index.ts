import type { FactKind } from '../model/fact.ts';
import type { Collector } from './define.ts';
import { ec2DhcpOptions } from './ec2/dhcp-options.ts';
import { ec2EndpointService } from './ec2/endpoint-service.ts';
import { ec2InternetGateways } from './ec2/internet-gateways.ts';
import { ec2NatGateways } from './ec2/nat-gateways.ts';
import { ec2NetworkAcls } from './ec2/network-acls.ts';
import { ec2PrefixList } from './ec2/prefix-list.ts';
import { ec2PublicAccessBlock } from './ec2/public-access-block.ts';
import { ec2RouteTables } from './ec2/route-tables.ts';
import { ec2SecurityGroup, ec2SecurityGroups } from './ec2/security-groups.ts';
import { ec2Subnet } from './ec2/subnet.ts';
import { ec2Vpc } from './ec2/vpc.ts';
import { ec2VpcDns } from './ec2/vpc-dns.ts';
import { ec2VpcEndpoints } from './ec2/vpc-endpoints.ts';
import { ecrImage } from './ecr/image.ts';
import { ecrImagePlatform } from './ecr/image-platform.ts';
import { ecrRepository } from './ecr/repository.ts';
import { ecrRepositoryPolicy } from './ecr/repository-policy.ts';
import { iamRole } from './iam/role.ts';
import { iamRolePolicies } from './iam/role-policies.ts';
import { iamSimulation } from './iam/simulation.ts';
import { iamUser } from './iam/user.ts';
import { iamUserPolicies } from './iam/user-policies.ts';
import { jumpstartSpec } from './jumpstart/spec.ts';
import { jumpstartVersions } from './jumpstart/versions.ts';
import { kmsGrants } from './kms/grants.ts';
import { kmsKey } from './kms/key.ts';
import { kmsKeyPolicy } from './kms/key-policy.ts';
import { organizationsOrganization } from './organizations/organization.ts';
import { quotaApplied } from './quota/applied.ts';
import { quotaNamed } from './quota/named.ts';
import { s3Bucket } from './s3/bucket.ts';
import { s3BucketPolicy } from './s3/bucket-policy.ts';
import { s3Object } from './s3/object.ts';
import { s3ObjectStart } from './s3/object-start.ts';
import { s3Payer } from './s3/payer.ts';
import { s3Prefix } from './s3/prefix.ts';
import { sagemakerDomain } from './sagemaker/domain.ts';
import { sagemakerEndpoint } from './sagemaker/endpoint.ts';
import { sagemakerEndpointConfig } from './sagemaker/endpoint-config.ts';
import { sagemakerEndpointInstances } from './sagemaker/endpoint-instances.ts';
import { sagemakerEndpoints } from './sagemaker/endpoints.ts';
import { sagemakerHubContent } from './sagemaker/hub-content.ts';
import { sagemakerModel } from './sagemaker/model.ts';
import { sagemakerModelPackage } from './sagemaker/model-package.ts';
import { sagemakerSpace } from './sagemaker/space.ts';
import { sagemakerTrainingInstances } from './sagemaker/training-instances.ts';
import { sagemakerUserProfile } from './sagemaker/user-profile.ts';
import { stsCaller } from './sts/caller.ts';

/** Facts that AWS tells; what is said of the run itself comes from whoever starts it. */
export type CollectedKind = Exclude<FactKind, 'run.time' | 'run.iamEngine'>;

/** The collector of every kind of fact. A kind without one does not compile. */
export const COLLECTORS: { readonly [K in CollectedKind]: Collector<K> } = {
  'ec2.dhcpOptions': ec2DhcpOptions,
  'ec2.endpointService': ec2EndpointService,
  'ec2.internetGateways': ec2InternetGateways,
  'ec2.natGateways': ec2NatGateways,
  'ec2.networkAcls': ec2NetworkAcls,
  'ec2.prefixList': ec2PrefixList,
  'ec2.publicAccessBlock': ec2PublicAccessBlock,
  'ec2.routeTables': ec2RouteTables,
  'ec2.securityGroup': ec2SecurityGroup,
  'ec2.securityGroups': ec2SecurityGroups,
  'ec2.subnet': ec2Subnet,
  'ec2.vpc': ec2Vpc,
  'ec2.vpcDns': ec2VpcDns,
  'ec2.vpcEndpoints': ec2VpcEndpoints,
  'ecr.image': ecrImage,
  'ecr.imagePlatform': ecrImagePlatform,
  'ecr.repository': ecrRepository,
  'ecr.repositoryPolicy': ecrRepositoryPolicy,
  'iam.role': iamRole,
  'iam.rolePolicies': iamRolePolicies,
  'iam.simulation': iamSimulation,
  'iam.user': iamUser,
  'iam.userPolicies': iamUserPolicies,
  'jumpstart.spec': jumpstartSpec,
  'jumpstart.versions': jumpstartVersions,
  'kms.grants': kmsGrants,
  'kms.key': kmsKey,
  'kms.keyPolicy': kmsKeyPolicy,
  'organizations.organization': organizationsOrganization,
  'quota.applied': quotaApplied,
  'quota.named': quotaNamed,
  's3.bucket': s3Bucket,
  's3.bucketPolicy': s3BucketPolicy,
  's3.object': s3Object,
  's3.objectStart': s3ObjectStart,
  's3.payer': s3Payer,
  's3.prefix': s3Prefix,
  'sagemaker.domain': sagemakerDomain,
  'sagemaker.endpoint': sagemakerEndpoint,
  'sagemaker.endpointConfig': sagemakerEndpointConfig,
  'sagemaker.endpointInstances': sagemakerEndpointInstances,
  'sagemaker.endpoints': sagemakerEndpoints,
  'sagemaker.hubContent': sagemakerHubContent,
  'sagemaker.model': sagemakerModel,
  'sagemaker.modelPackage': sagemakerModelPackage,
  'sagemaker.space': sagemakerSpace,
  'sagemaker.trainingInstances': sagemakerTrainingInstances,
  'sagemaker.userProfile': sagemakerUserProfile,
  'sts.caller': stsCaller,
};

/** A collector with the relation between kind and parameters forgotten: how a plan sees it. Undefined for `run.*`. */
export const collectorOf = (kind: FactKind): Collector<FactKind> | undefined =>
  (COLLECTORS as Partial<Record<FactKind, unknown>>)[kind] as Collector<FactKind> | undefined;

import type { Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';

/** What the caller of CreateEndpoint needs on the key of the endpoint configuration; `via`: through which service, where that is taken for known. */
export const createGrant = (via?: 'sagemaker'): readonly Permission<Target & { readonly kmsKeyId: string }>[] => [
  {
    who: 'deployer',
    action: 'kms:CreateGrant',
    resource: ({ kmsKeyId }) => ({ kind: 'kms-key', keyId: kmsKeyId }),
    context: () => ({ 'kms:GrantIsForAWSResource': 'true' }),
    ...(via !== undefined && { via }),
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
  },
];

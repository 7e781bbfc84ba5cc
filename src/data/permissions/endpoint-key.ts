import type { Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import type { IamAction } from '../../model/words.ts';

/** What SageMaker asks of customer keys elsewhere; AWS does not document the set for serverless endpoints. */
export const ENDPOINT_KEY_ACTIONS: readonly IamAction[] = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

/** Services through which the key of an endpoint configuration may be used; SageMaker's own name is the documented one. */
export const ENDPOINT_KEY_SERVICES = ['sagemaker', 'ec2', 'ecr', 's3'] as const;

/** Use of the endpoint configuration's key by the execution role, through one service. */
export const useEndpointKey = (via: (typeof ENDPOINT_KEY_SERVICES)[number]): readonly Permission<Target & { readonly kmsKeyId: string }>[] =>
  ENDPOINT_KEY_ACTIONS.map((action) => ({
    who: 'execution-role',
    action,
    resource: ({ kmsKeyId }) => ({ kind: 'kms-key', keyId: kmsKeyId }),
    context: () => ({ 'kms:GrantIsForAWSResource': 'true' }),
    via,
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
  }));

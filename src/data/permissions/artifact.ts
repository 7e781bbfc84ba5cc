import type { Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';

/** What the execution role needs to read the model artifact: the object, and the key if it is encrypted with one. */
export const READ_ARTIFACT: readonly Permission<Target & { readonly modelDataUrl: string }>[] = [
  {
    who: 'execution-role',
    action: 's3:GetObject',
    resource: ({ modelDataUrl }) => ({ kind: 's3-object', uri: modelDataUrl }),
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
  {
    who: 'execution-role',
    action: 'kms:Decrypt',
    resource: ({ modelDataUrl }) => ({ kind: 'key-of-object', uri: modelDataUrl }),
    via: 's3',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  },
];

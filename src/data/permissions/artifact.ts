import type { Permission } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';

/** What the execution role needs on the key that an object is encrypted with; none, where it is not. */
export const decryptObject = <T extends Target>(uriOf: (target: T) => string): Permission<T> => ({
  who: 'execution-role',
  action: 'kms:Decrypt',
  resource: (target) => ({ kind: 'key-of-object', uri: uriOf(target) }),
  via: 's3',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
});

/** What the execution role needs to read an object: the object itself, and the key if it is encrypted with one. */
export const readObject = <T extends Target>(uriOf: (target: T) => string): readonly Permission<T>[] => [
  {
    who: 'execution-role',
    action: 's3:GetObject',
    resource: (target) => ({ kind: 's3-object', uri: uriOf(target) }),
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
  decryptObject(uriOf),
];

/** What the execution role needs to read the model artifact. */
export const READ_ARTIFACT: readonly Permission<Target & { readonly modelDataUrl: string }>[] = readObject(({ modelDataUrl }) => modelDataUrl);

import { CreatePolicyCommand, PutRolePermissionsBoundaryCommand, PutRolePolicyCommand, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { ReadyAccount } from '../support/account.ts';
import { deployerStatements, executionStatements } from '../support/account.ts';
import { document } from '../support/seed.ts';

/** Replaces an inline policy of a role. */
export const putInline = ({ admin }: Pick<ReadyAccount, 'admin'>, role: string, name: string, text: string) =>
  admin.iam.send(new PutRolePolicyCommand({ RoleName: role, PolicyName: name, PolicyDocument: text }));

/** What the execution role may do in the ready account. */
export const executionPolicy = ({ region, bucket, keyArn }: ReadyAccount): readonly PolicyStatement[] => executionStatements(region, bucket, keyArn);

/** What the deployer may do in the ready account. */
export const deployerPolicy = ({ executionRole, keyArn }: ReadyAccount): readonly PolicyStatement[] => deployerStatements(executionRole.arn, keyArn);

/** Gives the execution role these permissions, and no others. */
export const setExecution = async (account: ReadyAccount, ...statements: readonly PolicyStatement[]): Promise<undefined> => {
  await putInline(account, account.executionRole.name, 'Execution', document(...statements));
};

/** Gives the deployer these permissions, and no others. */
export const setDeployer = async (account: ReadyAccount, ...statements: readonly PolicyStatement[]): Promise<undefined> => {
  await putInline(account, account.deployer.name, 'Deploy', document(...statements));
};

/** Replaces the policy of the account's key. */
export const setKeyPolicy = ({ admin, keyArn }: Pick<ReadyAccount, 'admin' | 'keyArn'>, text: string) =>
  admin.kms.send(new PutKeyPolicyCommand({ KeyId: keyArn, PolicyName: 'default', Policy: text }));

/** Replaces the policy of the artifact's bucket. */
export const setBucketPolicy = ({ admin, bucket }: Pick<ReadyAccount, 'admin' | 'bucket'>, text: string) =>
  admin.s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: text }));

/** Replaces the trust policy of the execution role. */
export const setTrust = ({ admin, executionRole }: Pick<ReadyAccount, 'admin' | 'executionRole'>, text: string) =>
  admin.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: executionRole.name, PolicyDocument: text }));

/** Limits the execution role by a boundary. */
export const setBoundary = async ({ admin, executionRole }: ReadyAccount, text: string): Promise<undefined> => {
  const { Policy } = await admin.iam.send(new CreatePolicyCommand({ PolicyName: 'Limit', PolicyDocument: text }));
  await admin.iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: executionRole.name, PermissionsBoundary: Policy?.Arn }));
};

/** The statement that leaves a key to its administrator alone. */
export const administrator = ({ account }: Pick<ReadyAccount, 'account'>): PolicyStatement => ({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${account}:role/Administrator` },
  Action: 'kms:*',
  Resource: '*',
});

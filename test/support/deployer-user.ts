import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import type { ReadyAccount } from './account.ts';
import { deployerStatements } from './account.ts';
import { document } from './seed.ts';

const WIDE = document({ Effect: 'Allow', Action: ['s3:*', 'kms:*', 'iam:*', 'sagemaker:*', 'ecr:*', 'logs:*', 'cloudwatch:*'], Resource: '*' });

/** Creates a managed policy that allows what a deployment needs, and returns its ARN. */
export const createWidePolicy = async ({ admin }: ReadyAccount, name: string): Promise<string> => {
  const { Policy } = await admin.iam.send(new CreatePolicyCommand({ PolicyName: name, PolicyDocument: WIDE }));
  if (Policy?.Arn === undefined) throw new Error('no policy');
  return Policy.Arn;
};

/** Creates a user who may deploy: by an inline policy, and through a group with one inline and one managed policy. Returns the user's ARN. */
export const createDeployerUser = async (account: ReadyAccount): Promise<string> => {
  const { iam } = account.admin;
  const policy = document(...deployerStatements(account.executionRole.arn, account.keyArn));
  const { User } = await iam.send(new CreateUserCommand({ UserName: 'alice' }));
  await iam.send(new CreateGroupCommand({ GroupName: 'deployers' }));
  await iam.send(new AddUserToGroupCommand({ UserName: 'alice', GroupName: 'deployers' }));
  await iam.send(new PutUserPolicyCommand({ UserName: 'alice', PolicyName: 'Own', PolicyDocument: policy }));
  await iam.send(new PutGroupPolicyCommand({ GroupName: 'deployers', PolicyName: 'Shared', PolicyDocument: policy }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'deployers', PolicyArn: await createWidePolicy(account, 'OfGroup') }));
  if (User?.Arn === undefined) throw new Error('no user');
  return User.Arn;
};

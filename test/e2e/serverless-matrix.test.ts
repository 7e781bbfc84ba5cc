import { CreatePolicyCommand, DeleteRoleCommand, DeleteRolePolicyCommand, TagRoleCommand } from '@aws-sdk/client-iam';
import { CreateGrantCommand } from '@aws-sdk/client-kms';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import type { ReadyAccount } from '../support/account.ts';
import { deployerStatements, executionStatements } from '../support/account.ts';
import { adminClients } from '../support/clients.ts';
import { createBucket, createKey, createServerlessEndpoint, document, putArtifact, trustingService } from '../support/seed.ts';
import type { Mutate, Mutation } from './matrix.ts';
import { describeMatrix } from './matrix.ts';
import { administrator, executionPolicy, putInline, setBoundary, setBucketPolicy, setKeyPolicy, setTrust } from './mutations.ts';

const trustedBy = (account: ReadyAccount, condition: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  setTrust(account, document({ ...trustingService(), Condition: condition }));
const denyRead = ({ bucket }: ReadyAccount, condition?: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  document({ Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*`, ...(condition && { Condition: condition }) });
const endpoint = (account: ReadyAccount, name: string, maxConcurrency: number) =>
  createServerlessEndpoint(account, {
    name,
    executionRoleArn: account.executionRole.arn,
    image: account.target.image,
    serverlessConfig: { memorySizeInMB: 1024, maxConcurrency },
  });

const READ = 'identity/role-may-read-artifact';
const KEY = { 'encryption/key-trusts-role': 'fail', 'encryption/key-allows-role-every-use': 'not-applicable' } as const;
const NO_ROLE = {
  'identity/role-exists': 'fail',
  'identity/role-trusts-sagemaker': 'not-applicable',
  [READ]: 'not-applicable',
  'identity/deployer-may-pass-role': 'not-applicable',
  'identity/role-may-pull-image': 'not-applicable',
  'identity/role-may-write-logs': 'not-applicable',
  'encryption/key-trusts-role': 'not-applicable',
  'encryption/key-allows-role-every-use': 'not-applicable',
} as const;
const UNREAD_CONTENT = { 'artifact/artifact-is-gzip-tar': 'cannot-tell' } as const;
const NO_ARTIFACT = {
  [READ]: 'not-applicable',
  'artifact/artifact-is-gzip-tar': 'not-applicable',
  'artifact/artifact-is-not-archived': 'not-applicable',
  'artifact/artifact-fits-memory': 'not-applicable',
  'artifact/artifact-fits-disk': 'not-applicable',
} as const;
const NO_GRANT = { 'encryption/deployer-may-create-grant': 'fail' } as const;

const FAILING: Readonly<Record<string, Mutation>> = {
  'the execution role is gone': {
    mutate: async ({ admin, executionRole }) => {
      await admin.iam.send(new DeleteRolePolicyCommand({ RoleName: executionRole.name, PolicyName: 'Execution' }));
      await admin.iam.send(new DeleteRoleCommand({ RoleName: executionRole.name }));
    },
    changes: NO_ROLE,
  },
  'the plan names the role under another path': {
    mutate: async ({ account }) => ({ executionRoleArn: `arn:aws:iam::${account}:role/service-role/ChurnExecution` }),
    changes: NO_ROLE,
  },
  'the plan names a role of another account': {
    mutate: async () => ({ executionRoleArn: 'arn:aws:iam::999999999999:role/ChurnExecution' }),
    // Another account shows nobody its trust policies.
    changes: { ...NO_ROLE, 'identity/no-dangling-principals': 'cannot-tell' },
  },
  'the role trusts another service': {
    mutate: async (account) => void (await setTrust(account, document(trustingService('ec2.amazonaws.com')))),
    changes: { 'identity/role-trusts-sagemaker': 'fail' },
  },
  'the role trusts SageMaker of another account': {
    mutate: async (account) => void (await trustedBy(account, { StringEquals: { 'aws:SourceAccount': '999999999999' } })),
    changes: { 'identity/role-trusts-sagemaker': 'fail' },
  },
  'the role trusts SageMaker for one training job': {
    mutate: async (account) =>
      void (await trustedBy(account, { ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${account.account}:training-job/x` } })),
    changes: { 'identity/role-trusts-sagemaker': 'fail' },
  },
  'the role trusts SageMaker for the endpoint, which SageMaker does not name': {
    mutate: async (account) => void (await trustedBy(account, { ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${account.account}:endpoint/*` } })),
    changes: { 'identity/role-trusts-sagemaker': 'fail' },
  },
  'the role may read another bucket only': {
    mutate: async (account) =>
      void (await putInline(account, account.executionRole.name, 'Execution', document(...executionStatements(account.region, 'another', account.keyArn)))),
    changes: { [READ]: 'fail' },
  },
  'a boundary leaves out s3:GetObject': {
    mutate: async (account) => void (await setBoundary(account, document({ Effect: 'Allow', Action: 'kms:*', Resource: '*' }))),
    changes: { [READ]: 'fail', 'identity/role-may-pull-image': 'fail', 'identity/role-may-write-logs': 'fail' },
  },
  'the bucket policy denies everybody': {
    mutate: async (account) => void (await setBucketPolicy(account, denyRead(account))),
    changes: { [READ]: 'fail', ...UNREAD_CONTENT },
  },
  // moto denies whatever the condition says, so the caller may not read the content; that the role may is not put in doubt.
  'a bucket deny for plain HTTP': {
    mutate: async (account) => void (await setBucketPolicy(account, denyRead(account, { Bool: { 'aws:SecureTransport': 'false' } }))),
    changes: UNREAD_CONTENT,
  },
  'a bucket deny for other accounts': {
    mutate: async (account) => void (await setBucketPolicy(account, denyRead(account, { StringNotEquals: { 'aws:PrincipalAccount': account.account } }))),
    changes: UNREAD_CONTENT,
  },
  'the bucket admits one VPC endpoint only': {
    mutate: async (account) => void (await setBucketPolicy(account, denyRead(account, { StringNotEquals: { 'aws:SourceVpce': 'vpce-0123' } }))),
    changes: { [READ]: 'fail', ...UNREAD_CONTENT },
  },
  'the bucket belongs to another account and says nothing': {
    mutate: async ({ bucket, region }, { proxy }) => void proxy.ownBucket(bucket, { account: '999999999999', region }),
    changes: { [READ]: 'fail', 'artifact/bucket-belongs-to-this-account': 'fail' },
  },
  'the role may not decrypt the artifact': {
    mutate: async (account) => {
      const other = await createKey(account, 'other', document(administrator(account)));
      await putArtifact(account, { bucket: account.bucket, key: account.artifactKey, kmsKeyArn: other });
    },
    changes: { [READ]: 'fail' },
  },
  'the deployer may not pass the role': {
    mutate: async (account) =>
      void (await putInline(
        account,
        account.deployer.name,
        'Deploy',
        document(...deployerStatements(`arn:aws:iam::${account.account}:role/Other`, account.keyArn)),
      )),
    changes: { 'identity/deployer-may-pass-role': 'fail' },
  },
  'the deployer is not in IAM': {
    mutate: async ({ account }) => ({ deployer: `arn:aws:iam::${account}:role/Nobody` }),
    changes: {
      'identity/deployer-exists': 'fail',
      'identity/deployer-may-pass-role': 'not-applicable',
      'identity/deployer-may-create-model': 'not-applicable',
      'identity/deployer-may-create-endpoint-config': 'not-applicable',
      'identity/deployer-may-create-endpoint': 'not-applicable',
      'encryption/deployer-may-create-grant': 'not-applicable',
    },
  },
  'the bucket is gone': {
    mutate: async () => ({ modelDataUrl: 's3://no-such-bucket-anywhere/churn/model.tar.gz' }),
    changes: {
      'artifact/bucket-exists': 'fail',
      'artifact/artifact-exists': 'not-applicable',
      'artifact/artifact-is-in-this-region': 'not-applicable',
      'artifact/bucket-belongs-to-this-account': 'not-applicable',
      'artifact/bucket-owner-pays': 'not-applicable',
      ...NO_ARTIFACT,
    },
  },
  'the artifact is gone': {
    mutate: async ({ admin, bucket, artifactKey }) => void (await admin.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: artifactKey }))),
    changes: { 'artifact/artifact-exists': 'fail', ...NO_ARTIFACT },
  },
  'the bucket is in another Region': {
    mutate: async (account) => {
      const elsewhere = { ...account, region: 'eu-west-1', admin: await adminClients({ ...account, region: 'eu-west-1' }) };
      const bucket = `churn-elsewhere-${account.account}`;
      await createBucket(elsewhere, bucket);
      await putInline(account, account.executionRole.name, 'Execution', document(...executionStatements(account.region, bucket, account.keyArn)));
      return { modelDataUrl: await putArtifact(elsewhere, { bucket, key: 'churn/model.tar.gz' }) };
    },
    changes: { 'artifact/artifact-is-in-this-region': 'fail' },
  },
  'the key is gone': {
    mutate: async ({ account }) => ({ kmsKeyId: `arn:aws:kms:us-east-1:${account}:key/00000000-0000-0000-0000-000000000000` }),
    changes: {
      'encryption/key-exists': 'fail',
      'encryption/key-is-enabled': 'not-applicable',
      'encryption/key-is-symmetric': 'not-applicable',
      'encryption/key-is-customer-managed': 'not-applicable',
      'encryption/deployer-may-create-grant': 'not-applicable',
      'encryption/key-trusts-role': 'not-applicable',
      'encryption/key-allows-role-every-use': 'not-applicable',
    },
  },
  'the key leaves nothing to IAM': {
    mutate: async (account) => void (await setKeyPolicy(account, document(administrator(account)))),
    changes: { ...KEY, ...NO_GRANT, [READ]: 'fail' },
  },
  'the key allows decrypting only': {
    mutate: async (account) =>
      void (await setKeyPolicy(
        account,
        document(administrator(account), { Effect: 'Allow', Principal: { AWS: account.executionRole.arn }, Action: 'kms:Decrypt', Resource: '*' }),
      )),
    changes: { ...NO_GRANT, 'encryption/key-allows-role-every-use': 'fail' },
  },
  'the memory size is between two that are offered': {
    mutate: async () => ({ serverlessConfig: { memorySizeInMB: 1500, maxConcurrency: 5 } }),
    changes: { 'endpoint/memory-size-is-offered': 'fail', 'endpoint/memory-fits-fresh-accounts': 'not-applicable' },
  },
  'others use up the concurrency': {
    mutate: async (account) => void (await endpoint(account, 'busy', 16)),
    changes: { 'endpoint/concurrency-fits-quota': 'fail' },
  },
  'the quota is zero': {
    mutate: async ({ account, region }, { proxy }) => void proxy.setQuota({ account, region, serviceCode: 'sagemaker', quotaCode: 'L-96300102', value: 0 }),
    changes: { 'endpoint/concurrency-fits-quota': 'fail' },
  },
};

const HARMLESS: Readonly<Record<string, Mutate>> = {
  'the key is named by alias': async () => ({ kmsKeyId: 'alias/churn' }),
  'no key is planned, and the artifact has its own': async () => undefined,
  'trust is limited to this account': async (account) => void (await trustedBy(account, { StringEquals: { 'aws:SourceAccount': account.account } })),
  'trust is limited to SageMaker here': async (account) =>
    void (await trustedBy(account, { ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${account.account}:*` } })),
  'a boundary that is wide enough': async (account) =>
    void (await setBoundary(account, document({ Effect: 'Allow', Action: ['s3:*', 'kms:*', 'ecr:*', 'logs:*', 'cloudwatch:*'], Resource: '*' }))),
  'the bucket policy grants what the role policy leaves out': async (account) => {
    await putInline(account, account.executionRole.name, 'Execution', document(...executionPolicy(account).slice(1)));
    await setBucketPolicy(
      account,
      document({ Effect: 'Allow', Principal: { AWS: account.executionRole.arn }, Action: 's3:GetObject', Resource: `arn:aws:s3:::${account.bucket}/*` }),
    );
  },
  'the key policy grants what IAM leaves out': async (account) => {
    await putInline(account, account.executionRole.name, 'Execution', document(...executionPolicy(account).filter((_, index) => index !== 2)));
    await setKeyPolicy(
      account,
      document(administrator(account), {
        Effect: 'Allow',
        Principal: { AWS: [account.executionRole.arn, account.deployer.arn] },
        Action: 'kms:*',
        Resource: '*',
      }),
    );
  },
  'a grant gives what IAM leaves out': async (account) => {
    await putInline(account, account.executionRole.name, 'Execution', document(...executionPolicy(account).filter((_, index) => index !== 2)));
    const Operations = ['Decrypt', 'GenerateDataKey', 'DescribeKey', 'CreateGrant'] as const;
    await account.admin.kms.send(new CreateGrantCommand({ KeyId: account.keyArn, GranteePrincipal: account.executionRole.arn, Operations: [...Operations] }));
  },
  'the artifact is encrypted by S3 itself': async (account) => void (await putArtifact(account, { bucket: account.bucket, key: account.artifactKey })),
  'policies in a managed document instead of inline': async (account) => {
    const { admin, executionRole } = account;
    const { AttachRolePolicyCommand } = await import('@aws-sdk/client-iam');
    const { Policy } = await admin.iam.send(new CreatePolicyCommand({ PolicyName: 'Managed', PolicyDocument: document(...executionPolicy(account)) }));
    await admin.iam.send(new DeleteRolePolicyCommand({ RoleName: executionRole.name, PolicyName: 'Execution' }));
    await admin.iam.send(new AttachRolePolicyCommand({ RoleName: executionRole.name, PolicyArn: Policy?.Arn }));
  },
  'tags on the role': async ({ admin, executionRole }) =>
    void (await admin.iam.send(new TagRoleCommand({ RoleName: executionRole.name, Tags: [{ Key: 'Team', Value: 'ml' }] }))),
  'the deployer may pass any role': async (account) =>
    void (await putInline(account, account.deployer.name, 'Deploy', document(...deployerStatements('*', account.keyArn)))),
  'the deployer is a session of the role': async ({ account, deployer }) => ({ deployer: `arn:aws:sts::${account}:assumed-role/${deployer.name}/somebody` }),
  'the deployer is whoever runs it': async () => ({ deployer: 'me' }),
  'the endpoint is updated in place': async (account) => void (await endpoint(account, 'churn', 18)),
  'others leave just enough concurrency': async (account) => void (await endpoint(account, 'quiet', 15)),
  'the largest memory that every account has': async () => ({ serverlessConfig: { memorySizeInMB: 3072, maxConcurrency: 5 } }),
  'another bucket beside it': async (account) => void (await createBucket(account, `beside-${account.account}`)),
};

describeMatrix(FAILING, HARMLESS);

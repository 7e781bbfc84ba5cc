import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CreatePolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
  UpdateRoleDescriptionCommand,
} from '@aws-sdk/client-iam';
import { DescribeKeyCommand, TagResourceCommand, UpdateKeyDescriptionCommand } from '@aws-sdk/client-kms';
import { PutBucketTaggingCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateEndpointCommand, CreateEndpointConfigCommand, CreateModelCommand, DescribeEndpointCommand } from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ReadyAccount } from '../support/account.ts';
import { readyServerlessAccount } from '../support/account.ts';
import type { Ended, Folder } from '../support/command.ts';
import { descriptionOf, makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';
import { document } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { startStage } from '../support/stage.ts';

jest.setTimeout(60_000);

/** Stands in every free text that no fact declares: it may turn up nowhere. */
const SECRET = 'hunter2-and-a-marker';
/** Stands in texts that are facts by declaration: the tags of roles and users (policies decide by `aws:PrincipalTag`) and policy documents. */
const DECLARED = 'declared-and-a-marker';

let stage: Stage;
let folder: Folder;
let account: ReadyAccount;

const seedRole = async ({ admin, executionRole, bucket }: ReadyAccount): Promise<void> => {
  const RoleName = executionRole.name;
  await admin.iam.send(new UpdateRoleDescriptionCommand({ RoleName, Description: SECRET }));
  await admin.iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: 'Team', Value: DECLARED }] }));
  const wide = document({ Effect: 'Allow', Action: ['s3:*', 'kms:*'], Resource: '*' });
  const { Policy } = await admin.iam.send(new CreatePolicyCommand({ PolicyName: 'Limit', PolicyDocument: wide, Description: SECRET }));
  await admin.iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: Policy?.Arn }));
  // A denial, so that the deciding statement is shown.
  const denial = { Sid: 'NoReading', Effect: 'Deny', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` } as const;
  const unrelated = { Sid: 'Elsewhere', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: `arn:aws:sqs:*:*:${DECLARED}` } as const;
  await admin.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'Denial', PolicyDocument: document(denial, unrelated) }));
};

const seedStorage = async ({ admin, bucket, artifactKey, keyArn }: ReadyAccount): Promise<void> => {
  await admin.kms.send(new UpdateKeyDescriptionCommand({ KeyId: keyArn, Description: SECRET }));
  await admin.kms.send(new TagResourceCommand({ KeyId: keyArn, Tags: [{ TagKey: 'note', TagValue: SECRET }] }));
  await admin.s3.send(new PutBucketTaggingCommand({ Bucket: bucket, Tagging: { TagSet: [{ Key: 'note', Value: SECRET }] } }));
  const described = {
    Metadata: { note: SECRET },
    Tagging: `note=${SECRET}`,
    ContentDisposition: SECRET,
    ContentType: `application/${SECRET}`,
    CacheControl: SECRET,
  };
  await admin.s3.send(
    new PutObjectCommand({ Bucket: bucket, Key: artifactKey, Body: SECRET, ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArn, ...described }),
  );
};

const seedEndpoint = async ({ admin, executionRole, target }: ReadyAccount): Promise<void> => {
  const names = { ModelName: 'busy', EndpointConfigName: 'busy', EndpointName: 'busy' };
  const Tags = [{ Key: 'note', Value: SECRET }];
  const container = { Image: target.image, Environment: { PASSWORD: SECRET }, ContainerHostname: SECRET };
  const variant = { VariantName: 'AllTraffic', ModelName: 'busy', ServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 1 } } as const;
  await admin.sagemaker.send(new CreateModelCommand({ ...names, ExecutionRoleArn: executionRole.arn, PrimaryContainer: container, Tags }));
  await admin.sagemaker.send(new CreateEndpointConfigCommand({ ...names, ProductionVariants: [variant], Tags }));
  await admin.sagemaker.send(new CreateEndpointCommand({ ...names, Tags }));
};

const FREE_TEXTS = {
  FailureReason: SECRET,
  Description: SECRET,
  Environment: { PASSWORD: SECRET },
  HyperParameters: { token: SECRET },
  UserData: SECRET,
  AuthorizedUrl: `https://example.com/?X-Amz-Signature=${SECRET}`,
  ErrorReason: { ErrorCode: SECRET, ErrorMessage: SECRET },
  Tags: [{ Key: 'note', Value: SECRET }],
};

/** Puts free texts beside every map of a JSON answer: in AWS's own fields that moto leaves empty, and in some of its future. */
const withFreeTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withFreeTexts);
  if (typeof value !== 'object' || value === null) return value;
  return { ...FREE_TEXTS, ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withFreeTexts(part)])) };
};

beforeAll(async () => {
  stage = await startStage();
  folder = await makeFolder();
  account = await readyServerlessAccount(stage);
  await seedRole(account);
  await seedStorage(account);
  await seedEndpoint(account);
  const on = ['kms:DescribeKey', 'kms:ListGrants', 'sagemaker:ListEndpoints', 'sagemaker:DescribeEndpoint'];
  stage.proxy.rewrite({ on, account: account.account, change: (body) => JSON.stringify(withFreeTexts(JSON.parse(body))) });
}, 120_000);
afterAll(async () => {
  await stage?.stop();
  await folder?.remove();
});

describe('free texts of AWS', () => {
  let facts: string;
  let ends: readonly Ended[];
  let reports: string;
  let journal: string;

  beforeAll(async () => {
    const file = await folder.write('target.yaml', descriptionOf(account.target));
    const path = join(folder.path, 'facts.json');
    const run = (...words: readonly string[]): Promise<Ended> => runCommand(words, { env: account.environment, cwd: folder.path });
    ends = [
      await run('collect', path, file),
      await run('check', file, '--all', '--output', 'console', '--output', 'json=report.json'),
      await run('check', file, '--all', '--output', 'json'),
      await run('judge', '--facts', path, '--all'),
      await run('plan', file, '--json'),
      await run('permissions', '--facts', path),
      await run('check', file, '--journal', 'journal.ndjson'),
    ];
    facts = await readFile(path, 'utf8');
    journal = await readFile(join(folder.path, 'journal.ndjson'), 'utf8');
    reports = [...ends.flatMap(({ stdout, stderr }) => [stdout, stderr]), await readFile(join(folder.path, 'report.json'), 'utf8')].join('\n');
  });

  test('were there to be read', async () => {
    expect(ends.map(({ code }) => code)).toEqual([0, 1, 1, 1, 0, 0, 1]);
    expect(journal).toContain('busy');
    expect(facts).toContain('"name": "busy"');
    const { KeyMetadata } = await account.admin.kms.send(new DescribeKeyCommand({ KeyId: account.keyArn }));
    const endpoint = await account.admin.sagemaker.send(new DescribeEndpointCommand({ EndpointName: 'busy' }));
    expect([KeyMetadata?.Description, endpoint.FailureReason]).toEqual([SECRET, SECRET]);
  });

  test('are in no fact, no journal, no report and no other output', () => {
    expect(facts).not.toContain(SECRET);
    // Why an endpoint failed, in AWS's own words, is told where endpoints are looked for.
    expect(journal.replaceAll(/"FailureReason":"[^"]*"/g, '')).not.toContain(SECRET);
    expect(reports).not.toContain(SECRET);
  });

  test('that facts declare are in the facts; reports show them only where they decide', () => {
    expect(facts).toContain(`"Team": "${DECLARED}"`);
    expect(facts).toContain(`arn:aws:sqs:*:*:${DECLARED}`);
    expect(reports).toContain('NoReading');
    expect(reports).not.toContain(DECLARED);
  });

  test('nor are the keys with which it was read', () => {
    const { secretAccessKey, sessionToken, accessKeyId } = account.deployerKeys;
    for (const key of [secretAccessKey, sessionToken, accessKeyId]) expect(`${facts}${reports}${journal}`).not.toContain(key);
  });
});

import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, jest, test } from '@jest/globals';
import type { PolicyStatement } from '../../src/model/policy.ts';
import { makeFolder } from '../support/command.ts';
import { runCommand } from '../support/run-command.ts';

jest.setTimeout(60_000);

const run = promisify(execFile);
const TEMPLATE = 'deploy/sageready-audit.template.json';
const ARCHIVE = 'dist-lambda/sageready-audit.zip';
const ACCOUNT = '123456789012';
// moto's own requirements bring cfn-lint, and its environment is moved once it is made: its scripts would look for their interpreter elsewhere.
const CFN_LINT = 'from cfnlint.runner import main; main()';

interface Role {
  readonly Properties: {
    readonly Policies: readonly { readonly PolicyName: string; readonly PolicyDocument: { readonly Statement: readonly PolicyStatement[] } }[];
  };
}
interface Template {
  readonly Resources: Readonly<Record<string, Role & { readonly Type: string }>>;
}

const substituted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(substituted);
  if (typeof value !== 'object' || value === null) return value;
  const text = (value as { readonly 'Fn::Sub'?: string })['Fn::Sub'];
  if (text !== undefined) return text.replaceAll('${AWS::Partition}', 'aws').replaceAll('${AWS::AccountId}', ACCOUNT);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, substituted(part)]));
};

const template = async (): Promise<Template> => JSON.parse(await readFile(TEMPLATE, 'utf8')) as Template;

const policiesOf = async (role: string): Promise<Readonly<Record<string, readonly PolicyStatement[]>>> => {
  const { Policies } = (await template()).Resources[role]?.Properties ?? { Policies: [] };
  return Object.fromEntries(
    Policies.map(({ PolicyName, PolicyDocument }) => [PolicyName, substituted(PolicyDocument.Statement) as readonly PolicyStatement[]]),
  );
};

const python = async (): Promise<string> => (await run(process.execPath, ['scripts/moto.mjs'])).stdout.trim();

// What another reader of archives than ours makes of it: the names, whether each checksum is right, and that everybody may read.
const LIST = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
print(archive.testzip(), *(f'{one.filename}:{one.external_attr >> 16:o}:{one.date_time[0]}' for one in archive.infolist()))
`;

test('the archive of the function is whole, and small', async () => {
  const { stdout } = await run(await python(), ['-c', LIST, ARCHIVE]);
  expect(stdout.trim()).toBe('None index.mjs:100644:1980 LICENSE:100644:1980 NOTICE:100644:1980');
  expect((await stat(ARCHIVE)).size).toBeLessThan(900_000);
});

test('cfn-lint finds nothing in the template, and something in a broken one', async () => {
  const interpreter = await python();
  const folder = await makeFolder();
  const broken = await folder.write('broken.json', (await readFile(TEMPLATE, 'utf8')).replace('nodejs24.x', 'nodejs16.x'));
  const lint = (file: string) => run(interpreter, ['-c', CFN_LINT, file]).catch(({ stdout }: { readonly stdout: string }) => ({ stdout }));
  const [ours, theirs] = await Promise.all([lint(TEMPLATE), lint(broken)]);
  await folder.remove();
  expect(ours.stdout).toBe('');
  expect(theirs.stdout).toContain('nodejs16.x');
});

test('the role reads what the permissions command prints, and writes only what it delivers', async () => {
  const words = ['permissions', '--audit', '--regions', 'all', '--account', ACCOUNT, '--region', 'us-east-1', '--history', 's3://reports/history'];
  const { code, stdout } = await runCommand(words);
  expect(code).toBe(0);
  const { Read = [], Deliver = [], ...others } = await policiesOf('AuditorRole');
  expect(others).toEqual({});
  expect(Read).toEqual((JSON.parse(stdout) as { readonly Statement: unknown }).Statement);
  const actions = Deliver.flatMap(({ Action }) => Action);
  expect(actions.toSorted()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents', 's3:PutObject', 'sns:GetTopicAttributes', 'sns:Publish', 'sqs:SendMessage']);
  expect(Deliver.flatMap(({ Resource }) => Resource)).not.toContain('*');
});

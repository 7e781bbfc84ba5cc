import type { PolicyStatement } from '../src/model/policy.ts';
import { jsonLayout } from './json-layout.ts';
import type { CommandOptions } from './shell.ts';
import { awsCommand, fromFile, outputOf, shellQuote } from './shell.ts';

/** One statement as a whole document. */
export const documentOf = (statement: PolicyStatement): object => ({ Version: '2012-10-17', Statement: [statement] });

/** How a policy document is read and put back, whole. */
export interface PolicyHome {
  /** Name of the file between reading and putting back, without ending. */
  readonly file: string;
  readonly read: { readonly words: readonly string[]; readonly options: CommandOptions };
  readonly put: { readonly words: readonly string[]; readonly options: (document: ReturnType<typeof fromFile>) => CommandOptions };
}

const readInto = ({ read, file }: PolicyHome): string => awsCommand(read.words, read.options, `${file}.json`);

const putFrom = ({ put }: PolicyHome, file: string): string => awsCommand(put.words, put.options(fromFile(`${file}.json`)));

// A stored document may hold a single statement without a list around it.
const appended = (statement: PolicyStatement): string => shellQuote(`.Statement |= ((if type == "array" then . else [.] end) + [${jsonLayout(statement, 2)}])`);

/** Commands that add a statement to a document and keep everything else in it: read, append, put back. */
export const addStatement = (home: PolicyHome, statement: PolicyStatement): readonly string[] => [
  readInto(home),
  `jq ${appended(statement)} ${home.file}.json > new-${home.file}.json`,
  putFrom(home, `new-${home.file}`),
];

/** Commands around an edit by hand: read, then put back. */
export const editByHand = (home: PolicyHome): readonly string[] => [readInto(home), putFrom(home, home.file)];

/** A role's trust policy. */
export const trustPolicy = (roleName: string): PolicyHome => ({
  file: 'trust-policy',
  read: { words: ['iam', 'get-role'], options: { 'role-name': roleName, query: 'Role.AssumeRolePolicyDocument', output: 'json' } },
  put: { words: ['iam', 'update-assume-role-policy'], options: (document) => ({ 'role-name': roleName, 'policy-document': document }) },
});

/** A customer managed policy: its default version; a change makes a new one. */
export const managedPolicy = (policyArn: string): PolicyHome => {
  const version = outputOf(awsCommand(['iam', 'get-policy'], { 'policy-arn': policyArn, query: 'Policy.DefaultVersionId', output: 'text' }));
  return {
    file: 'policy',
    read: {
      words: ['iam', 'get-policy-version'],
      options: { 'policy-arn': policyArn, 'version-id': version, query: 'PolicyVersion.Document', output: 'json' },
    },
    put: { words: ['iam', 'create-policy-version'], options: (document) => ({ 'policy-arn': policyArn, 'policy-document': document, 'set-as-default': true }) },
  };
};

/** A bucket's policy. */
export const bucketPolicy = (bucket: string): PolicyHome => ({
  file: 'bucket-policy',
  read: { words: ['s3api', 'get-bucket-policy'], options: { bucket, query: 'Policy', output: 'text' } },
  put: { words: ['s3api', 'put-bucket-policy'], options: (document) => ({ bucket, policy: document }) },
});

/** A KMS key's policy; its name is always `default`. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html */
export const keyPolicy = (keyArn: string, region: string): PolicyHome => ({
  file: 'key-policy',
  read: { words: ['kms', 'get-key-policy'], options: { 'key-id': keyArn, 'policy-name': 'default', query: 'Policy', output: 'text', region } },
  put: { words: ['kms', 'put-key-policy'], options: (document) => ({ 'key-id': keyArn, 'policy-name': 'default', policy: document, region }) },
});

/** A VPC endpoint's policy. */
export const endpointPolicy = (endpointId: string, region: string): PolicyHome => ({
  file: 'endpoint-policy',
  read: {
    words: ['ec2', 'describe-vpc-endpoints'],
    options: { 'vpc-endpoint-ids': endpointId, query: 'VpcEndpoints[0].PolicyDocument', output: 'text', region },
  },
  put: { words: ['ec2', 'modify-vpc-endpoint'], options: (document) => ({ 'vpc-endpoint-id': endpointId, 'policy-document': document, region }) },
});

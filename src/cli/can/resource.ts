import { KMS_ALIAS_ACTIONS } from '../../data/arn-grammar.ts';
import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import { parseArn } from '../../reason/arn.ts';
import type { Policies, Readable } from '../../reason/iam/types.ts';
import type { Denied } from '../../reason/permission/remedies.ts';
import { stop } from '../../run/stop.ts';
import type { Account } from './account.ts';
import { arnOf } from './asked.ts';

/** A resource with everything that decides on its side. */
export interface AskedResource {
  /** ARN, or `*`. */
  readonly arn: string;
  /** Undefined: not known. */
  readonly account?: string;
  readonly awsManagedKey?: boolean;
  readonly policies: Pick<Policies, 'resource' | 'grants'>;
  readonly holder?: NonNullable<Denied['holder']>;
  readonly notes: readonly string[];
}

/** Stands for an account that is not ours and that no call names; any other than ours decides alike. */
export const OTHER_ACCOUNT = '000000000000';

const NO_POLICY = { policies: {}, notes: [] } as const;

type PolicyFact = { readonly state: 'absent' } | { readonly state: 'present'; readonly value: Readable } | Unknown;

const policyIn = (read: PolicyFact): Pick<Policies, 'resource'> => {
  if (read.state === 'absent') return {};
  return { resource: read.state === 'present' ? read.value : read };
};

const bucketResource = async (account: Account, arn: string): Promise<AskedResource> => {
  const name = (parseArn(arn)?.resource ?? '').split('/')[0] ?? '';
  const bucket = await account.read('s3.bucket', { bucket: name, account: account.account, region: account.region });
  if (bucket.state === 'absent') throw stop(`there is no bucket ${name}`);
  if (bucket.state === 'unknown') return { arn, policies: { resource: bucket }, notes: [] };
  const policy = await account.read('s3.bucketPolicy', { bucket: name, region: bucket.value.region });
  const owner = { account: bucket.value.owner === 'this-account' ? account.account : OTHER_ACCOUNT };
  const notes = bucket.value.owner === 'other' ? [`the bucket ${name} belongs to another account`] : [];
  return { arn, ...owner, policies: policyIn(policy), holder: { kind: 'bucket', bucket: name }, notes };
};

const keyFact = async (account: Account, keyId: string, region: string) => {
  const saved = account.known('kms.key').find(({ fact }) => fact.state === 'present' && (fact.value as { readonly arn: string }).arn === keyId);
  return saved === undefined ? account.read('kms.key', { keyId, region }) : account.read('kms.key', saved.params as never);
};

const keyResource = async (account: Account, named: string): Promise<AskedResource> => {
  const place = parseArn(named);
  const key = await keyFact(account, named, place?.region ?? account.region);
  if (key.state === 'absent') throw stop(`there is no key ${named}`);
  const keyArn = key.state === 'present' ? key.value.arn : named;
  if (key.state === 'unknown' && place?.resource.startsWith('alias/')) throw stop(`${key.message} — or name the key’s ARN`);
  const [policy, grants] = await Promise.all([account.read('kms.keyPolicy', { keyArn }), account.read('kms.grants', { keyArn })]);
  return {
    arn: keyArn,
    ...(place !== undefined && { account: parseArn(keyArn)?.account ?? place.account }),
    ...(key.state === 'present' && { awsManagedKey: key.value.manager === 'AWS' }),
    policies: { ...policyIn(policy), ...(grants.state !== 'absent' && { grants: grants.state === 'present' ? grants.value : grants }) },
    holder: { kind: 'key', keyArn },
    notes: keyArn === named ? [] : [`${named} stands for ${keyArn}`],
  };
};

const repositoryResource = async (account: Account, arn: string): Promise<AskedResource> => {
  const { account: owner = '', region = '', resource = '' } = parseArn(arn) ?? {};
  const repository = resource.replace(/^repository\//, '');
  const policy = await account.read('ecr.repositoryPolicy', { account: owner, region, repository });
  return { arn, account: owner, policies: policyIn(policy), notes: [] };
};

const trustResource = async (account: Account, roleArn: string): Promise<AskedResource> => {
  const role = await account.read('iam.role', { roleArn });
  if (role.state === 'absent') throw stop(`there is no role ${roleArn}`);
  const arn = role.state === 'present' ? role.value.arn : roleArn;
  return { arn, account: parseArn(arn)?.account ?? '', policies: { resource: role.state === 'present' ? role.value.trust : role }, notes: [] };
};

/** Services whose resources carry policies that no fact tells; their answer is never certain. */
const UNREAD_POLICIES: readonly string[] = ['lambda', 'secretsmanager', 'sns', 'sqs', 's3express', 'codeartifact', 'events', 'logs', 'elasticfilesystem'];

const otherResource = (arn: string): AskedResource => {
  const { service = '', account = '' } = parseArn(arn) ?? {};
  const owner = account === '' ? {} : { account };
  if (!UNREAD_POLICIES.includes(service)) return { arn, ...owner, ...NO_POLICY };
  return {
    arn,
    ...owner,
    policies: { resource: unknown('unsupported', `a policy on ${arn} itself may decide too, and sageready reads none of ${service}`) },
    notes: [],
  };
};

const isTrust = (actions: readonly string[]): boolean => actions.some((action) => /^sts:AssumeRole/i.test(action));
const isAboutAlias = (actions: readonly string[]): boolean =>
  actions.every((action) => KMS_ALIAS_ACTIONS.some((one) => one.toLowerCase() === action.toLowerCase()));

/** Reads what decides on a resource's side. Throws a Stop when there is no such thing. */
export const resourceFor = async (word: string, actions: readonly string[], account: Account): Promise<AskedResource> => {
  const arn = arnOf(word, account);
  if (arn === undefined) return { arn: '*', account: account.account, ...NO_POLICY };
  const { service = '', resource = '' } = parseArn(arn) ?? {};
  if (service === 's3') return bucketResource(account, arn);
  if (service === 'kms' && !isAboutAlias(actions)) return keyResource(account, arn);
  if (service === 'ecr' && resource.startsWith('repository/')) return repositoryResource(account, arn);
  if (service === 'iam' && resource.startsWith('role/') && isTrust(actions)) return trustResource(account, arn);
  return otherResource(arn);
};

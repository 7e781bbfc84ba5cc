import { absent, present, unknown } from '../../../src/model/fact.ts';
import { delegating, identity, key, policy, role } from '../../support/facts.ts';
import { KEY, ROLE, serverless } from '../../support/targets.ts';

export const target = { ...serverless(), kmsKeyId: KEY };
export const EVERY_USE = ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

const base = {
  time: present('2026-11-21T12:00:00Z'),
  role: present(role()),
  user: undefined,
  rolePolicies: present(identity(ROLE)),
  userPolicies: undefined,
  buckets: [],
  bucketPolicies: [],
  repositoryPolicies: [],
  encrypted: [],
} as const;

const of = (source: ReturnType<typeof policy>) => ({
  keys: Array(4).fill(present(key())),
  keyPolicies: Array(4).fill(present(source)),
  grants: Array(4).fill(absent),
});

/** The key policy names the role. */
export const direct = (actions: readonly string[], condition?: object) => ({
  ...base,
  ...of(policy('key', { Effect: 'Allow', Principal: { AWS: ROLE }, Action: actions, Resource: '*', ...(condition && { Condition: condition }) })),
});
/** The key leaves it to IAM, which grants the role these actions. */
export const delegated = (actions: readonly string[]) => ({
  ...base,
  ...of(delegating()),
  rolePolicies: present(identity(ROLE, ...(actions.length > 0 ? [{ Effect: 'Allow', Action: actions, Resource: KEY }] : []))),
});
/** The key leaves nothing to IAM and names somebody else. */
export const closed = {
  ...delegated(EVERY_USE),
  ...of(policy('key', { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:role/Admin' }, Action: 'kms:*', Resource: '*' })),
};
export const granted = (operations: readonly string[]) => ({
  ...closed,
  rolePolicies: present(identity(ROLE)),
  grants: Array(4).fill(present([{ grantId: 'g', granteePrincipal: ROLE, operations }])),
});
export const grantsUnread = {
  ...closed,
  rolePolicies: present(identity(ROLE)),
  grants: Array(4).fill(unknown('access-denied', 'refused', { actions: ['kms:ListGrants'] })),
};
export const via = (service: string) => ({ StringEquals: { 'kms:ViaService': service } });

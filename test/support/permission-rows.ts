import { absent, present } from '../../src/model/fact.ts';
import type { Organization } from '../../src/model/facts/organizations.ts';
import type { PolicySource } from '../../src/model/policy.ts';
import { deployerRole, identity, role } from './facts.ts';
import { ACCOUNT, DEPLOYER, ROLE } from './targets.ts';

/** One statement of a policy. */
export type Statement = Readonly<Record<string, unknown>>;

/** A permission row in which no resource policy counts. */
const NO_RESOURCES = {
  time: present('2026-11-21T12:00:00Z'),
  buckets: [],
  bucketPolicies: [],
  repositoryPolicies: [],
  encrypted: [],
  keys: [],
  keyPolicies: [],
  grants: [],
} as const;

/** A row in which the execution role asks, with these statements. */
export const asExecutionRole = (...statements: readonly Statement[]) => ({
  ...NO_RESOURCES,
  role: present(role()),
  user: undefined,
  rolePolicies: present(identity(ROLE, ...statements)),
  userPolicies: undefined,
});

/** A row in which the deployer asks, with these statements. */
export const asDeployer = (...statements: readonly Statement[]) => ({
  ...NO_RESOURCES,
  role: present(deployerRole()),
  user: undefined,
  rolePolicies: present(identity(DEPLOYER, ...statements)),
  userPolicies: undefined,
});

/** An Allow, with conditions where they matter. */
export const allow = (action: string | readonly string[], resource: string | readonly string[] = '*', condition?: Statement): Statement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition && { Condition: condition }),
});

/** A Deny of the same form. */
export const deny = (action: string | readonly string[], resource: string | readonly string[] = '*', condition?: Statement): Statement => ({
  ...allow(action, resource, condition),
  Effect: 'Deny',
});

/** What AWS attaches to every level by itself. */
export const FULL_ACCESS: PolicySource = {
  kind: 'scp',
  name: 'FullAWSAccess',
  text: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }),
};

/** An organisation of one root above the account, which has these service control policies. */
export const organization = (onRoot: readonly PolicySource[] = [FULL_ACCESS], changes: Partial<Organization> = {}): Organization => ({
  id: 'o-exampleorg',
  managementAccount: '999999999999',
  levels: present([
    { id: 'r-root', serviceControlPolicies: present(onRoot), resourceControlPolicies: absent },
    { id: ACCOUNT, serviceControlPolicies: present([FULL_ACCESS]), resourceControlPolicies: absent },
  ]),
  ...changes,
});

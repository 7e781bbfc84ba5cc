import type { Fact, Reading } from '../../model/fact.ts';
import type { Organization, OrganizationLevel } from '../../model/facts/organizations.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { NonEmpty } from '../../model/words.ts';
import { isNonEmpty } from '../../model/words.ts';
import type { NeededPermission } from '../define.ts';

/** Whose place in an organisation is asked for, and what is known of it. */
export interface PlaceReference {
  readonly account: string | undefined;
  readonly partition: string;
  readonly known: Fact<'organizations.organization'> | undefined;
}

const DESCRIBE: NeededPermission = { action: 'organizations:DescribeOrganization', resources: ['*'], because: 'the action has no resource types' };
const BECAUSE = 'where the account stands in its organisation, and under which policies, is known only after reading';

const levelArn = (head: string, organization: string, id: string): string => {
  if (id.startsWith('r-')) return `${head}:root/${organization}/${id}`;
  return id.startsWith('ou-') ? `${head}:ou/${organization}/${id}` : `${head}:account/${organization}/${id}`;
};

const sourcesIn = (reading: Reading<readonly PolicySource[]>): readonly PolicySource[] | undefined => {
  if (reading.state === 'unknown') return undefined;
  return reading.state === 'absent' ? [] : reading.value;
};

/** ARNs of all policies at these levels. Undefined: some could not be read. */
const policyArns = (levels: readonly OrganizationLevel[]): NonEmpty<string> | undefined => {
  const readings = levels.flatMap((level) => [sourcesIn(level.serviceControlPolicies), sourcesIn(level.resourceControlPolicies)]);
  if (readings.includes(undefined)) return undefined;
  const arns = [...new Set(readings.flatMap((sources) => sources ?? []).flatMap(({ arn }) => arn ?? []))].sort();
  return isNonEmpty(arns) ? arns : undefined;
};

const anyPolicy = (head: string, organization: string, partition: string): NonEmpty<string> => [
  `${head}:policy/${organization}/*`,
  `arn:${partition}:organizations::aws:policy/*`,
];

const onLevels = (levels: NonEmpty<string>, policies: NonEmpty<string>, because: { readonly because?: string }): readonly NeededPermission[] => [
  { action: 'organizations:ListParents', resources: levels, ...because },
  { action: 'organizations:ListPoliciesForTarget', resources: levels, ...because },
  { action: 'organizations:DescribePolicy', resources: policies, ...because },
];

const known = ({ id, managementAccount, levels }: Organization, partition: string): readonly NeededPermission[] | undefined => {
  if (levels.state !== 'present') return undefined;
  const head = `arn:${partition}:organizations::${managementAccount}`;
  const arns = levels.value.map((level) => levelArn(head, id, level.id));
  const policies = policyArns(levels.value);
  return isNonEmpty(arns) && policies !== undefined ? onLevels(arns, policies, {}) : undefined;
};

/** Reading an account's organisation: exact once it is known; where there is none, the question alone. */
export const onOrganization = ({ account = '*', partition, known: fact }: PlaceReference): readonly NeededPermission[] => {
  if (fact?.state === 'absent') return [DESCRIBE];
  const organization = fact?.state === 'present' ? fact.value : undefined;
  const exact = organization && known(organization, partition);
  if (exact !== undefined) return [DESCRIBE, ...exact];
  const head = `arn:${partition}:organizations::${organization?.managementAccount ?? '*'}`;
  const id = organization?.id ?? '*';
  const levels: NonEmpty<string> = [`${head}:account/${id}/${account}`, `${head}:ou/${id}/*`, `${head}:root/${id}/*`];
  return [DESCRIBE, ...onLevels(levels, anyPolicy(head, id, partition), { because: BECAUSE })];
};

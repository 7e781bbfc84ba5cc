import type { Fact, Reading } from '../../model/fact.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Policies } from '../../reason/iam/types.ts';
import type { Account } from './account.ts';

type Organisation = Pick<Policies, 'scpLevels' | 'rcpLevels'>;

const NONE: Organisation = { scpLevels: [], rcpLevels: [] };
const UNREAD = 'organisation policies could not be read and are left out: a service or resource control policy may still deny';

const readLevels = (levels: readonly Reading<readonly PolicySource[]>[]): readonly (readonly PolicySource[])[] =>
  levels.flatMap((level) => (level.state === 'present' ? [level.value] : []));

const policiesOf = ({ value }: Extract<Fact<'organizations.organization'>, { state: 'present' }>): Organisation & { readonly notes: readonly string[] } => {
  if (value.levels.state !== 'present') return { ...NONE, notes: [UNREAD] };
  const scps = value.levels.value.map((level) => level.serviceControlPolicies);
  const rcps = value.levels.value.map((level) => level.resourceControlPolicies);
  const notes = [...scps, ...rcps].some(({ state }) => state === 'unknown') ? [UNREAD] : [];
  return { scpLevels: readLevels(scps), rcpLevels: readLevels(rcps), notes };
};

/** The organisation's policies, as far as they may be read. Few callers may, so the answer stands without them, and says so. */
export const organisationOf = async ({ account, region, read }: Account): Promise<Organisation & { readonly notes: readonly string[] }> => {
  const found = await read('organizations.organization', { account, region });
  if (found.state === 'absent') return { ...NONE, notes: [] };
  return found.state === 'present' ? policiesOf(found) : { ...NONE, notes: [UNREAD] };
};

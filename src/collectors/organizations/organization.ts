import { homeRegionOf } from '../../aws/home-region.ts';
import { answered } from '../../aws/operation.ts';
import type { PolicyType } from '../../aws/operations/organizations.ts';
import { describeOrganization, describePolicy, listParents, listPoliciesForTarget } from '../../aws/operations/organizations.ts';
import { getCallerIdentity } from '../../aws/operations/sts.ts';
import type { Reading } from '../../model/fact.ts';
import { absent, present } from '../../model/fact.ts';
import type { Organization, OrganizationLevel } from '../../model/facts/organizations.ts';
import type { PolicySource } from '../../model/policy.ts';
import { requireAccount } from '../account.ts';
import type { Call } from '../define.ts';
import { defineCollector, invocation } from '../define.ts';
import { onOrganization } from './permissions.ts';

const OPERATIONS = [getCallerIdentity, describeOrganization, listParents, listPoliciesForTarget, describePolicy] as const;
type CallOrganization = Call<typeof OPERATIONS>;

const KINDS = { SERVICE_CONTROL_POLICY: 'scp', RESOURCE_CONTROL_POLICY: 'rcp' } as const satisfies Record<PolicyType, PolicySource['kind']>;

// Units nest five deep: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
const MOST_LEVELS = 20;

/** The ids from the root down to this one. */
const lineageOf = async (call: CallOrganization, id: string, below = 0): Promise<Reading<readonly string[]>> => {
  if (below > MOST_LEVELS) throw new Error('the levels of the organisation never end');
  const parent = await call.attempt(listParents, { childId: id });
  if (parent.state !== 'present') return parent;
  if (parent.value.isRoot) return present([parent.value.id, id]);
  const above = await lineageOf(call, parent.value.id, below + 1);
  return above.state === 'present' ? present([...above.value, id]) : above;
};

interface Listed {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
}

const documentOf = async (call: CallOrganization, type: PolicyType, { Id, Arn, Name }: Listed): Promise<Reading<PolicySource>> => {
  const policyId = answered(Id, 'Policies.Id');
  const text = await call.attempt(describePolicy, { policyId });
  if (text.state !== 'present') return text;
  return present({ kind: KINDS[type], name: Name ?? policyId, ...(Arn !== undefined && { arn: Arn }), text: text.value });
};

const isPresent = <T>(reading: Reading<T>): reading is Extract<Reading<T>, { readonly state: 'present' }> => reading.state === 'present';

/** The policies of one type at one level: all of them, or why not. AWS keeps at least one attached wherever the type is enabled. */
const policiesAt = async (call: CallOrganization, targetId: string, type: PolicyType): Promise<Reading<readonly PolicySource[]>> => {
  const listing = await call.attempt(listPoliciesForTarget, { targetId, type });
  if (listing.state !== 'present') return listing;
  if (listing.value.length === 0) return absent;
  const documents = await Promise.all(listing.value.map((listed) => documentOf(call, type, listed)));
  const unread = documents.find((document) => !isPresent(document));
  return unread === undefined ? present(documents.filter(isPresent).map(({ value }) => value)) : unread;
};

const levelAt = async (call: CallOrganization, id: string): Promise<OrganizationLevel> => {
  const [serviceControlPolicies, resourceControlPolicies] = await Promise.all([
    policiesAt(call, id, 'SERVICE_CONTROL_POLICY'),
    policiesAt(call, id, 'RESOURCE_CONTROL_POLICY'),
  ]);
  return { id, serviceControlPolicies, resourceControlPolicies };
};

const levelsAbove = async (call: CallOrganization, account: string): Promise<Organization['levels']> => {
  const lineage = await lineageOf(call, account);
  return lineage.state === 'present' ? present(await Promise.all(lineage.value.map((id) => levelAt(call, id)))) : lineage;
};

/** An account's organisation, with the policies at each level above the account. AWS has one endpoint for it in each partition. */
export const organizationsOrganization = defineCollector({
  kind: 'organizations.organization',
  operations: OPERATIONS,
  region: ({ region }) => homeRegionOf(region),
  calls: () => [invocation(getCallerIdentity, {}), invocation(describeOrganization, {})],
  surcharges: [
    { service: 'organizations', each: 1, per: 'root or unit above the account' },
    { service: 'organizations', each: 2, per: 'root, unit or account of an organisation' },
    { service: 'organizations', each: 1, per: 'organisation policy' },
  ],
  permissions: ({ account }, { partition, known }) => onOrganization({ account, partition, known }),
  collect: async ({ account }, call) => {
    requireAccount(`the organisation of ${account}`, account, await call(getCallerIdentity, {}));
    const found = await call(describeOrganization, {});
    if (found.state === 'absent') return absent;
    const { Id, MasterAccountId } = found.value;
    return present({
      id: answered(Id, 'Organization.Id'),
      managementAccount: answered(MasterAccountId, 'Organization.MasterAccountId'),
      levels: await levelsAbove(call, account),
    });
  },
});

import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

/** Policies of an organisation that decide over permissions. Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_authorization_policies.html */
export type PolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

const MOSTLY_REFUSED = "AWS shows it to the organisation's management account and its delegated administrators only";
const open = ({ clients, region }: Route) => clients.open('organizations', region);

/** The organisation of the caller's account, if it is in one. Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html */
export const describeOrganization = defineOperation({
  name: 'organizations:DescribeOrganization',
  service: 'organizations',
  actions: ['organizations:DescribeOrganization'],
  absentWhen: [{ name: 'AWSOrganizationsNotInUseException' }],
  subject: (_: Readonly<Record<never, never>>) => "the account's organisation",
  send: async (_, route) => {
    const { client, sdk } = await open(route);
    const { Organization } = await client.send(new sdk.DescribeOrganizationCommand({}), { abortSignal: route.signal });
    return answered(Organization, 'Organization');
  },
});

/** What stands directly above an account or a unit: a unit or the root, one of them. Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListParents.html */
export const listParents = defineOperation({
  name: 'organizations:ListParents',
  service: 'organizations',
  actions: ['organizations:ListParents'],
  absentWhen: [],
  whenDenied: MOSTLY_REFUSED,
  subject: ({ childId }: { readonly childId: string }) => childId,
  send: async ({ childId }, route) => {
    const { client, sdk } = await open(route);
    const { Parents } = await client.send(new sdk.ListParentsCommand({ ChildId: childId }), { abortSignal: route.signal });
    const parent = answered(Parents?.[0], 'Parents');
    return { id: answered(parent.Id, 'Parents.Id'), isRoot: parent.Type === 'ROOT' };
  },
});

/** The policies of one type that are attached to a root, a unit or an account itself. Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html */
export const listPoliciesForTarget = defineOperation({
  name: 'organizations:ListPoliciesForTarget',
  service: 'organizations',
  actions: ['organizations:ListPoliciesForTarget'],
  absentWhen: [],
  whenDenied: MOSTLY_REFUSED,
  subject: ({ targetId }: { readonly targetId: string; readonly type: PolicyType }) => targetId,
  send: async ({ targetId, type }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const command = new sdk.ListPoliciesForTargetCommand({ TargetId: targetId, Filter: type, NextToken: marker });
      const page = await client.send(command, { abortSignal: route.signal });
      return { items: answered(page.Policies, 'Policies'), next: page.NextToken || undefined };
    });
  },
});

/** One policy with its document. Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html */
export const describePolicy = defineOperation({
  name: 'organizations:DescribePolicy',
  service: 'organizations',
  actions: ['organizations:DescribePolicy'],
  absentWhen: [],
  whenDenied: MOSTLY_REFUSED,
  subject: ({ policyId }: { readonly policyId: string }) => policyId,
  send: async ({ policyId }, route) => {
    const { client, sdk } = await open(route);
    const { Policy } = await client.send(new sdk.DescribePolicyCommand({ PolicyId: policyId }), { abortSignal: route.signal });
    return answered(Policy?.Content, 'Policy.Content');
  },
});

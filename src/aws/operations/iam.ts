import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import type { Page } from '../pages.ts';
import { drain } from '../pages.ts';

const NO_SUCH_ENTITY = [{ name: 'NoSuchEntityException' }, { name: 'NoSuchEntity' }] as const;

export interface OfRole {
  readonly roleArn: string;
}
export interface OfUser {
  readonly userArn: string;
}
export interface OfGroup {
  readonly groupArn: string;
}
export interface Named {
  readonly policyName: string;
}
export interface OfPolicy {
  readonly policyArn: string;
}

const open = ({ clients, region }: Route) => clients.open('iam', region);
const how = ({ signal }: Route) => ({ abortSignal: signal });

/** IAM asks by name; the ARN ends with it, after the path. */
const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** IAM's way to cut listings. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html */
const pageOf = <Item>(
  items: readonly Item[],
  { IsTruncated, Marker }: { readonly IsTruncated?: boolean | undefined; readonly Marker?: string | undefined },
): Page<Item> => ({
  items,
  next: IsTruncated === true ? Marker : undefined,
});

/** A role, by name. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export const getRole = defineOperation({
  name: 'iam:GetRole',
  service: 'iam',
  actions: ['iam:GetRole'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ roleArn }: OfRole) => roleArn,
  send: async ({ roleArn }, route) => {
    const { client, sdk } = await open(route);
    const { Role } = await client.send(new sdk.GetRoleCommand({ RoleName: nameIn(roleArn) }), how(route));
    return answered(Role, 'Role');
  },
});

/** The managed policies attached to a role. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html */
export const listAttachedRolePolicies = defineOperation({
  name: 'iam:ListAttachedRolePolicies',
  service: 'iam',
  actions: ['iam:ListAttachedRolePolicies'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ roleArn }: OfRole) => roleArn,
  send: async ({ roleArn }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListAttachedRolePoliciesCommand({ RoleName: nameIn(roleArn), Marker: marker }), how(route));
      return pageOf(answered(page.AttachedPolicies, 'AttachedPolicies'), page);
    });
  },
});

/** The names of a role's inline policies. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html */
export const listRolePolicies = defineOperation({
  name: 'iam:ListRolePolicies',
  service: 'iam',
  actions: ['iam:ListRolePolicies'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ roleArn }: OfRole) => roleArn,
  send: async ({ roleArn }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListRolePoliciesCommand({ RoleName: nameIn(roleArn), Marker: marker }), how(route));
      return pageOf(answered(page.PolicyNames, 'PolicyNames'), page);
    });
  },
});

/** One inline policy of a role: its document, URL-encoded. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html */
export const getRolePolicy = defineOperation({
  name: 'iam:GetRolePolicy',
  service: 'iam',
  actions: ['iam:GetRolePolicy'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ roleArn, policyName }: OfRole & Named) => `the policy ${policyName} of ${roleArn}`,
  send: async ({ roleArn, policyName }, route) => {
    const { client, sdk } = await open(route);
    const { PolicyDocument } = await client.send(new sdk.GetRolePolicyCommand({ RoleName: nameIn(roleArn), PolicyName: policyName }), how(route));
    return answered(PolicyDocument, 'PolicyDocument');
  },
});

/** A user, by name. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html */
export const getUser = defineOperation({
  name: 'iam:GetUser',
  service: 'iam',
  actions: ['iam:GetUser'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ userArn }: OfUser) => userArn,
  send: async ({ userArn }, route) => {
    const { client, sdk } = await open(route);
    const { User } = await client.send(new sdk.GetUserCommand({ UserName: nameIn(userArn) }), how(route));
    return answered(User, 'User');
  },
});

/** The managed policies attached to a user. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html */
export const listAttachedUserPolicies = defineOperation({
  name: 'iam:ListAttachedUserPolicies',
  service: 'iam',
  actions: ['iam:ListAttachedUserPolicies'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ userArn }: OfUser) => userArn,
  send: async ({ userArn }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListAttachedUserPoliciesCommand({ UserName: nameIn(userArn), Marker: marker }), how(route));
      return pageOf(answered(page.AttachedPolicies, 'AttachedPolicies'), page);
    });
  },
});

/** The names of a user's inline policies. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html */
export const listUserPolicies = defineOperation({
  name: 'iam:ListUserPolicies',
  service: 'iam',
  actions: ['iam:ListUserPolicies'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ userArn }: OfUser) => userArn,
  send: async ({ userArn }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListUserPoliciesCommand({ UserName: nameIn(userArn), Marker: marker }), how(route));
      return pageOf(answered(page.PolicyNames, 'PolicyNames'), page);
    });
  },
});

/** One inline policy of a user: its document, URL-encoded. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html */
export const getUserPolicy = defineOperation({
  name: 'iam:GetUserPolicy',
  service: 'iam',
  actions: ['iam:GetUserPolicy'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ userArn, policyName }: OfUser & Named) => `the policy ${policyName} of ${userArn}`,
  send: async ({ userArn, policyName }, route) => {
    const { client, sdk } = await open(route);
    const { PolicyDocument } = await client.send(new sdk.GetUserPolicyCommand({ UserName: nameIn(userArn), PolicyName: policyName }), how(route));
    return answered(PolicyDocument, 'PolicyDocument');
  },
});

/** The groups that a user is in. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html */
export const listGroupsForUser = defineOperation({
  name: 'iam:ListGroupsForUser',
  service: 'iam',
  actions: ['iam:ListGroupsForUser'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ userArn }: OfUser) => userArn,
  send: async ({ userArn }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListGroupsForUserCommand({ UserName: nameIn(userArn), Marker: marker }), how(route));
      return pageOf(answered(page.Groups, 'Groups'), page);
    });
  },
});

/** The managed policies attached to a group. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedGroupPolicies.html */
export const listAttachedGroupPolicies = defineOperation({
  name: 'iam:ListAttachedGroupPolicies',
  service: 'iam',
  actions: ['iam:ListAttachedGroupPolicies'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ groupArn }: OfGroup) => groupArn,
  send: async ({ groupArn }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListAttachedGroupPoliciesCommand({ GroupName: nameIn(groupArn), Marker: marker }), how(route));
      return pageOf(answered(page.AttachedPolicies, 'AttachedPolicies'), page);
    });
  },
});

/** The names of a group's inline policies. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupPolicies.html */
export const listGroupPolicies = defineOperation({
  name: 'iam:ListGroupPolicies',
  service: 'iam',
  actions: ['iam:ListGroupPolicies'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ groupArn }: OfGroup) => groupArn,
  send: async ({ groupArn }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListGroupPoliciesCommand({ GroupName: nameIn(groupArn), Marker: marker }), how(route));
      return pageOf(answered(page.PolicyNames, 'PolicyNames'), page);
    });
  },
});

/** One inline policy of a group: its document, URL-encoded. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroupPolicy.html */
export const getGroupPolicy = defineOperation({
  name: 'iam:GetGroupPolicy',
  service: 'iam',
  actions: ['iam:GetGroupPolicy'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ groupArn, policyName }: OfGroup & Named) => `the policy ${policyName} of ${groupArn}`,
  send: async ({ groupArn, policyName }, route) => {
    const { client, sdk } = await open(route);
    const { PolicyDocument } = await client.send(new sdk.GetGroupPolicyCommand({ GroupName: nameIn(groupArn), PolicyName: policyName }), how(route));
    return answered(PolicyDocument, 'PolicyDocument');
  },
});

/** A managed policy; its document stands in its default version. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html */
export const getPolicy = defineOperation({
  name: 'iam:GetPolicy',
  service: 'iam',
  actions: ['iam:GetPolicy'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ policyArn }: OfPolicy) => policyArn,
  send: async ({ policyArn }, route) => {
    const { client, sdk } = await open(route);
    const { Policy } = await client.send(new sdk.GetPolicyCommand({ PolicyArn: policyArn }), how(route));
    return answered(Policy, 'Policy');
  },
});

/** One version of a managed policy: its document, URL-encoded. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html */
export const getPolicyVersion = defineOperation({
  name: 'iam:GetPolicyVersion',
  service: 'iam',
  actions: ['iam:GetPolicyVersion'],
  absentWhen: NO_SUCH_ENTITY,
  subject: ({ policyArn, versionId }: OfPolicy & { readonly versionId: string }) => `${policyArn} ${versionId}`,
  send: async ({ policyArn, versionId }, route) => {
    const { client, sdk } = await open(route);
    const { PolicyVersion } = await client.send(new sdk.GetPolicyVersionCommand({ PolicyArn: policyArn, VersionId: versionId }), how(route));
    return answered(PolicyVersion?.Document, 'PolicyVersion.Document');
  },
});

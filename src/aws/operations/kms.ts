import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

/** Also what KMS says of a key id that could never be one. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html#API_DescribeKey_Errors */
const NO_SUCH_KEY = { name: 'NotFoundException' };
const PAGE = 100;
const open = ({ clients, region }: Route) => clients.open('kms', region);

/** A key, by id, ARN, alias or alias ARN. */
export const describeKey = defineOperation({
  name: 'kms:DescribeKey',
  service: 'kms',
  actions: ['kms:DescribeKey'],
  absentWhen: [NO_SUCH_KEY],
  subject: ({ keyId }: { readonly keyId: string }) => keyId,
  send: async ({ keyId }, route) => {
    const { client, sdk } = await open(route);
    const { KeyMetadata } = await client.send(new sdk.DescribeKeyCommand({ KeyId: keyId }), { abortSignal: route.signal });
    return answered(KeyMetadata, 'KeyMetadata');
  },
});

/** A key's only policy, whose name is always `default`; aliases are refused. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html */
export const getKeyPolicy = defineOperation({
  name: 'kms:GetKeyPolicy',
  service: 'kms',
  actions: ['kms:GetKeyPolicy'],
  absentWhen: [NO_SUCH_KEY],
  subject: ({ keyArn }: { readonly keyArn: string }) => keyArn,
  send: async ({ keyArn }, route) => {
    const { client, sdk } = await open(route);
    const { Policy } = await client.send(new sdk.GetKeyPolicyCommand({ KeyId: keyArn, PolicyName: 'default' }), { abortSignal: route.signal });
    return answered(Policy, 'Policy');
  },
});

/** A key's grants. Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html */
export const listGrants = defineOperation({
  name: 'kms:ListGrants',
  service: 'kms',
  actions: ['kms:ListGrants'],
  absentWhen: [NO_SUCH_KEY],
  subject: ({ keyArn }: { readonly keyArn: string }) => keyArn,
  send: async ({ keyArn }, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (marker) => {
      const page = await client.send(new sdk.ListGrantsCommand({ KeyId: keyArn, Limit: PAGE, Marker: marker }), { abortSignal: route.signal });
      return { items: answered(page.Grants, 'Grants'), next: page.Truncated === true ? page.NextMarker : undefined };
    });
  },
});

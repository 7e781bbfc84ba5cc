import { answered, defineOperation } from '../operation.ts';

/** Who the credentials are. Needs no permission. Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const getCallerIdentity = defineOperation({
  name: 'sts:GetCallerIdentity',
  service: 'sts',
  actions: ['sts:GetCallerIdentity'],
  absentWhen: [],
  scope: 'global',
  subject: () => 'these credentials',
  send: async (_: Readonly<Record<never, never>>, { clients, region, signal }) => {
    const { client, sdk } = await clients.open('sts', region);
    const { Account, Arn, UserId } = await client.send(new sdk.GetCallerIdentityCommand({}), { abortSignal: signal });
    return { account: answered(Account, 'Account'), arn: answered(Arn, 'Arn'), userId: answered(UserId, 'UserId') };
  },
});

import { answered, defineOperation } from '../operation.ts';

/** A role, and what its session is to be narrowed to. */
interface AssumeRoleInput {
  readonly roleArn: string;
  readonly externalId?: string;
  /** Session policy, JSON of at most 2,048 characters: what it does not allow the session may not do, whatever the role may. */
  readonly policy: string;
  /** How often this role was assumed before: no two sessions are one call. */
  readonly earlier: number;
}

/** Under which CloudTrail shows what sageready reads through a role. */
const SESSION_NAME = 'sageready';
// Its packed form has a limit of its own, which only AWS can tell: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
const TOO_LARGE = /^PackedPolicyTooLarge/;

const isTooLarge = (error: unknown): boolean => error instanceof Error && TOO_LARGE.test(error.name);

/** Opens a session of a role, for the role's own default of an hour or less. Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumeRole = defineOperation({
  name: 'sts:AssumeRole',
  service: 'sts',
  actions: ['sts:AssumeRole'],
  serves: 'run',
  absentWhen: [],
  whenDenied: 'the role’s trust policy must name who runs sageready too, and the external id (externalId) must be the one that it wants',
  subject: ({ roleArn }: AssumeRoleInput) => roleArn,
  send: async ({ roleArn, externalId, policy }: AssumeRoleInput, { clients, region, signal }) => {
    const { client, sdk } = await clients.open('sts', region);
    const named = externalId === undefined ? {} : { ExternalId: externalId };
    const command = new sdk.AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: SESSION_NAME, Policy: policy, ...named });
    try {
      const { Credentials } = await client.send(command, { abortSignal: signal });
      const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answered(Credentials, 'Credentials');
      return {
        state: 'assumed',
        keys: {
          accessKeyId: answered(AccessKeyId, 'AccessKeyId'),
          secretAccessKey: answered(SecretAccessKey, 'SecretAccessKey'),
          sessionToken: answered(SessionToken, 'SessionToken'),
          expiration: answered(Expiration, 'Expiration'),
        },
      } as const;
    } catch (error) {
      if (isTooLarge(error)) return { state: 'policy-too-large' } as const;
      throw error;
    }
  },
});

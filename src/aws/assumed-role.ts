import type { Reading } from '../model/fact.ts';
import type { NonEmpty } from '../model/words.ts';
import type { Credentials, Keys } from './credentials.ts';
import { homeRegionOf } from './home-region.ts';
import type { OutputOf } from './operation.ts';
import { assumeRole } from './operations/assume-role.ts';
import type { Session } from './session.ts';

/** A role that sageready takes on. */
export interface AssumableRole {
  readonly roleArn: string;
  readonly externalId?: string;
  /** Where STS is asked first; where it is not to be had, the partition's home Region is. */
  readonly region: string;
  /** The session policies that serve, the narrowest first: the first that AWS takes is used. */
  readonly policies: () => NonEmpty<string>;
  /** Told which of them the session has. */
  readonly onAssumed?: (policy: string) => void;
}

type Assumed = Reading<OutputOf<typeof assumeRole>>;

const failure = (message: string): Error => Object.assign(new Error(message), { name: 'CredentialsProviderError' });

const NO_POLICY_FITS = 'AWS takes none of the session policies that would narrow it to what is read — read fewer targets at once (--target)';

const isOutOfReach = (assumed: Assumed): boolean => assumed.state === 'unknown' && (assumed.reason === 'unreachable' || assumed.reason === 'timeout');

/** Credentials of a session of a role, opened anew each time that they are asked for, over a session of the run's own credentials. */
export const assumedCredentials = (own: Session, role: AssumableRole): Credentials => {
  const { roleArn, externalId, region } = role;
  const home = homeRegionOf(region);
  let earlier = 0;
  const assumeIn = (where: string, policy: string): Promise<Assumed> =>
    own.call(assumeRole, where, { roleArn, policy, earlier, ...(externalId !== undefined && { externalId }) });
  const assume = async (policy: string): Promise<Assumed> => {
    earlier += 1;
    const assumed = await assumeIn(region, policy);
    return isOutOfReach(assumed) && home !== region ? assumeIn(home, policy) : assumed;
  };
  return async (): Promise<Keys> => {
    for (const policy of role.policies()) {
      const assumed = await assume(policy);
      if (assumed.state !== 'present') throw failure(assumed.state === 'unknown' ? assumed.message : `${roleArn} could not be assumed`);
      if (assumed.value.state === 'policy-too-large') continue;
      role.onAssumed?.(policy);
      return assumed.value.keys;
    }
    throw failure(`${roleArn} could not be assumed: ${NO_POLICY_FITS}`);
  };
};

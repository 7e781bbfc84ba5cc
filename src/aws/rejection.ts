import type { Reading, Unknown } from '../model/fact.ts';
import { unknown } from '../model/fact.ts';
import type { Answer, Line } from './ask.ts';
import { ask } from './ask.ts';
import { homeRegionOf } from './home-region.ts';
import type { OutputOf } from './operation.ts';
import { getCallerIdentity } from './operations/sts.ts';
import type { Failure } from './outcome.ts';

type Identity = Answer<OutputOf<typeof getCallerIdentity>>;

/** The call whose credentials were rejected. */
interface RejectedCall {
  readonly name: string;
  readonly region: string;
}

/** Tells bad credentials from a Region that the account has not enabled: AWS names both alike. */
export interface Rejections {
  /** What a rejection means. The identity itself is the same in every Region, so for that question the answer from the home Region stands. */
  readonly explain: (failure: Extract<Failure, { readonly state: 'credentials' }>, call: RejectedCall) => Promise<Reading<unknown>>;
  /** What is wrong with the credentials, once a rejection was about them. */
  readonly problem: () => string | undefined;
}

const notEnabled = (region: string): Unknown =>
  unknown(
    'unreachable',
    `the credentials work, but not in ${region}: the account has not enabled this Region — enable it (account settings, AWS Regions) or choose another`,
  );

const identityAt = async (line: Line, region: string): Promise<Identity> =>
  (await ask(line, { ...getCallerIdentity, region, send: (route) => getCallerIdentity.send({}, route) })).answer;

/** Opens the book on rejected credentials of one session; each home Region is asked once. */
export const rejectionsOf = (line: Line): Rejections => {
  const homes = new Map<string, Promise<Identity>>();
  let problem: string | undefined;
  const identityAtHome = (home: string): Promise<Identity> => {
    const asked = homes.get(home) ?? identityAt(line, home);
    homes.set(home, asked);
    return asked;
  };
  return {
    problem: () => problem,
    explain: async ({ perhapsRegion, detail }, { name, region }) => {
      const home = homeRegionOf(region);
      const identity = perhapsRegion && home !== region ? await identityAtHome(home) : undefined;
      if (identity?.state === 'present') return name === getCallerIdentity.name ? identity : notEnabled(region);
      problem ??= detail;
      return unknown('failed', detail);
    },
  };
};

import type { Credentials, Keys } from './credentials.ts';

/** Credentials that are renewed while a run is under way: before they expire, and when AWS says that they have. */
export interface Renewable {
  /** The keys as they are now; asked before each request. */
  readonly provide: Credentials;
  /** How often they have changed since the first ones. */
  readonly version: () => number;
  /** Fetches others in place of those of that version. False: there are none; where AWS told that they have expired, what is asked from now on is refused. */
  readonly renew: (version: number, why?: Reason) => Promise<boolean>;
}

/** Whether AWS said that keys have expired, or answered as if they might have: that is believed once. */
type Reason = 'told' | 'guessed';

// The SDK asks anew five minutes before the end.
const EARLY_MS = 360_000;
const PAUSE_MS = 30_000;

const LOST = 'the credentials expired while the run was under way, and there are no others — renew them (aws sso login, or new temporary keys) and run again';

const lost = (cause: unknown): Error => {
  if (cause instanceof Error && cause.name === 'CredentialsProviderError') return cause;
  return Object.assign(new Error(LOST, { cause }), { name: 'CredentialsProviderError' });
};

const isSame = (a: Keys, b: Keys | undefined): boolean => a.accessKeyId === b?.accessKeyId && a.sessionToken === b.sessionToken;

// The SDK keeps keys until they expire; told that they have, it asks before each request, and a renewal holds at once.
const askedEachTime = (keys: Keys): Keys => ({ ...keys, expiration: new Date(0) });

const leftOf = ({ expiration }: Keys, now: number): number => (expiration === undefined ? Number.POSITIVE_INFINITY : expiration.getTime() - now);

/** Keeps keys of one source, and renews them; those that are still good serve on when a renewal fails. `now`: milliseconds since 1970. */
export const renewable = (source: Credentials, now: () => number = Date.now): Renewable => {
  let current: Keys | undefined;
  let pending: Promise<Keys> | undefined;
  let changes = 0;
  let notBefore = 0;
  let end: Error | undefined;
  let guesses = 0;
  const fetch = (context?: object): Promise<Keys> => {
    pending ??= source(context)
      .then((keys) => {
        if (current !== undefined && !isSame(keys, current)) changes += 1;
        current = keys;
        return keys;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
  const inTime = async (held: Keys): Promise<Keys> => {
    const time = now();
    if (leftOf(held, time) > EARLY_MS || (leftOf(held, time) > 0 && time < notBefore)) return held;
    notBefore = time + PAUSE_MS;
    return fetch().catch((error: unknown) => {
      if (leftOf(held, now()) > 0) return held;
      throw error;
    });
  };
  return {
    provide: async () => {
      if (end !== undefined) throw end;
      return askedEachTime(current === undefined ? await fetch() : await inTime(current));
    },
    version: () => changes,
    renew: async (version, why = 'told') => {
      if (end !== undefined || changes !== version) return end === undefined;
      if (why === 'guessed') guesses += 1;
      if (why === 'guessed' && guesses > 1) return false;
      const problem = await fetch({ forceRefresh: true }).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (changes === version && why === 'told') end = lost(problem);
      return changes !== version;
    },
  };
};

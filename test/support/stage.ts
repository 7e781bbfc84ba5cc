import type { Moto, MotoOptions } from './moto.ts';
import { startMoto } from './moto.ts';
import type { StubProxy } from './stub-proxy.ts';
import { startStubProxy } from './stub-proxy.ts';

/** What one end-to-end test file plays on: a moto server, and the stub proxy in front of it. */
export interface Stage {
  readonly moto: Moto;
  readonly proxy: StubProxy;
  /** An account that no case of this stage has used, 12 digits. */
  readonly nextAccount: () => string;
  /** Notes how all accounts are now. Called, what is returned makes them so again: in a copy of moto, so that whoever asks goes on with the same addresses and keys. */
  readonly remember: () => () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const FIRST_ACCOUNT = 200_000_000_000;

/** Starts both; half a second once the Python environment exists. */
export const startStage = async (options?: MotoOptions): Promise<Stage> => {
  const moto = await startMoto(options);
  const proxy = await startStubProxy(moto.url);
  let used = 0;
  return {
    moto,
    proxy,
    nextAccount: () => {
      used += 1;
      return `${FIRST_ACCOUNT + used}`;
    },
    remember: () => {
      const comeBack = proxy.remember();
      return async () => comeBack(await moto.copy());
    },
    stop: async () => {
      await proxy.stop();
      await moto.stop();
    },
  };
};

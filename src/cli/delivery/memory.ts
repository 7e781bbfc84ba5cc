import { gunzipSync, gzipSync } from 'node:zlib';
import { nameAt, timeInName } from '../../history/name.ts';
import type { ReportStore } from '../../history/store.ts';
import type { History } from '../../model/history.ts';
import { openStore } from '../history.ts';
import { isHistory, NO_HISTORY } from '../output/state.ts';
import type { Words } from '../words.ts';

/** Who is told of findings. */
export type Listener = 'notify' | 'security-hub';

/** What one listener has been told by earlier runs. */
export interface Told {
  /** Empty where nothing was told yet. Throws a Stop when it cannot be read: then nobody knows what is new. */
  readonly read: () => Promise<History>;
  /** Once everything has been told. `time`: of the run, ISO 8601. */
  readonly keep: (history: History, time: string) => Promise<void>;
}

/** Files that stay beside the newest, in case it is damaged. */
const SPARE = 10;

const historyIn = (bytes: Uint8Array): History | undefined => {
  try {
    const value: unknown = JSON.parse(gunzipSync(bytes).toString('utf8'));
    return isHistory(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const newestIn = async (store: ReportStore): Promise<History> => {
  const names = (await store.names()).filter((name) => timeInName(name) !== undefined).toSorted();
  for (const name of names.toReversed()) {
    const history = historyIn(await store.read(name));
    if (history !== undefined) return history;
    process.stderr.write(`sageready: ${name} in ${store.place} is damaged, the one before it counts\n`);
  }
  return NO_HISTORY;
};

/** What `--history` remembers of a listener, beside the reports: each run writes a file of its own, so that two at once lose nothing. Undefined without a history. */
export const toldTo = async (listener: Listener, words: Words): Promise<Told | undefined> => {
  const place = words['history'] as string | undefined;
  if (place === undefined) return undefined;
  const store = await openStore(`${place.replace(/\/+$/, '')}/.told/${listener}`, words);
  return {
    read: () => newestIn(store),
    keep: async (history, time) => {
      await store.write(nameAt(time), gzipSync(JSON.stringify(history)));
      // Each file tells all that was told until then. One that cannot be removed harms nobody.
      await store.forget?.(SPARE).catch(() => {});
    },
  };
};

import { createHash } from 'node:crypto';
import { bucketStore } from '../cli/delivery/bucket-store.ts';
import type { Settings } from './settings.ts';
import type { Summary } from './summary.ts';

/** The memory of what was handled, beside the reports. */
export interface Handled {
  /** What the run of this event said, if it has been made already. */
  readonly before: () => Promise<Summary | undefined>;
  readonly keep: (summary: Summary) => Promise<void>;
}

const KEY_LENGTH = 16;

/** An event by what it asks for and when it was due; `request`: what stands for the time where the event tells none. */
const nameOf = ({ due, ...asked }: Settings, request: string): string => {
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, KEY_LENGTH);
  return `${(due ?? request).replace(/[^\w-]/g, '-')}-${digest}.json`;
};

/** Remembers in the history's bucket which events were handled whole, so that one that is sent again is answered and not run again. */
export const handledIn = (settings: Settings, request: string): Handled => {
  const store = bucketStore(`${settings.history.replace(/\/+$/, '')}/.handled`, {});
  const name = nameOf(settings, request);
  const isThere = async (): Promise<boolean> => (await store.names()).includes(name);
  return {
    before: async () => ((await isThere()) ? (JSON.parse(Buffer.from(await store.read(name)).toString('utf8')) as Summary) : undefined),
    keep: async (summary) => {
      try {
        await store.write(name, Buffer.from(JSON.stringify(summary)));
      } catch (error) {
        // Sent twice at the same moment, an event is handled twice; either answer will do.
        if (!(await isThere())) throw error;
      }
    },
  };
};

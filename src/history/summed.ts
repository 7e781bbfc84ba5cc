import { constants, gunzipSync } from 'node:zlib';
import type { KeptName, Tell } from './kept.ts';
import { lenient, runIn } from './kept.ts';
import type { Line } from './lines.ts';
import type { ReportStore } from './store.ts';
import { isSummary } from './summary.ts';
import type { SummedRun } from './trend.ts';

// The first member of a report of five scenarios takes some 4 kB.
const START = 16_384;
/** Reports read at once: a bucket takes its time for each. */
const AT_ONCE = 16;

const firstLines = (bytes: Uint8Array): readonly Line[] => {
  // What follows the first member may be cut off here.
  const text = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
  return text.split('\n', 2).map((line) => JSON.parse(line) as Line);
};

const summaryIn = ([header, summary]: readonly Line[]): { readonly complete: boolean; readonly summary: SummedRun['summary'] } => {
  const run = runIn(header);
  if (summary?.['type'] !== 'summary' || !isSummary(summary)) throw new Error('its numbers are missing');
  const { targets, scenarios } = summary;
  return { ...run, summary: { targets, scenarios } };
};

const startOf = async (store: ReportStore, name: string): Promise<readonly Line[]> => {
  if (store.start === undefined) return firstLines(await store.read(name));
  try {
    return firstLines(await store.start(name, START));
  } catch {
    return firstLines(await store.read(name));
  }
};

/** The runs of a history in numbers, oldest first: runs that were stopped half-way are left out, since what they did not reach would look like a fall. */
export const summedRuns = async (store: ReportStore, names: readonly KeptName[], tell: Tell): Promise<readonly SummedRun[]> => {
  const runs: SummedRun[] = [];
  let stopped = 0;
  for (let begin = 0; begin < names.length; begin += AT_ONCE) {
    const some = names.slice(begin, begin + AT_ONCE);
    const read = await Promise.all(some.map((kept) => lenient(store, kept, { tell, read: async () => summaryIn(await startOf(store, kept.name)) })));
    for (const [index, { time }] of some.entries()) {
      const one = read[index];
      if (one?.complete === true) runs.push({ time, summary: one.summary });
      else if (one !== undefined) stopped += 1;
    }
  }
  if (stopped > 0) tell(`${stopped === 1 ? 'one run' : `${stopped} runs`} in ${store.place} ended before everything was read, left out`);
  return runs;
};

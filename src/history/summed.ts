import { constants, gunzipSync } from 'node:zlib';
import type { KeptName, Tell } from './kept.ts';
import { lenient, runIn } from './kept.ts';
import type { Line } from './lines.ts';
import type { ReportStore } from './store.ts';
import { isSummary } from './summary.ts';
import type { SummedRun } from './trend.ts';

// The first member of a report of five scenarios takes some 4 kB.
const START = 65_536;

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
  for (const kept of names) {
    const read = await lenient(store, kept, { tell, read: async () => summaryIn(await startOf(store, kept.name)) });
    if (read?.complete === true) runs.push({ time: kept.time, summary: read.summary });
    else if (read !== undefined) stopped += 1;
  }
  if (stopped > 0) tell(`${stopped === 1 ? 'one run' : `${stopped} runs`} in ${store.place} ended before everything was read, left out`);
  return runs;
};

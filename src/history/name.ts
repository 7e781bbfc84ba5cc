import { randomBytes } from 'node:crypto';

const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3}Z)-[0-9a-f]{8}\.ndjson\.gz$/;
const RANDOM_BYTES = 4;

/** A name for the report of a run: its time, so that names sort by it, and a random part, so that two runs at once never meet. `time`: ISO 8601. */
export const nameAt = (time: string): string => `${new Date(time).toISOString().replace(/[:.]/g, '-')}-${randomBytes(RANDOM_BYTES).toString('hex')}.ndjson.gz`;

/** The time in such a name, ISO 8601; undefined: it is none of ours. */
export const timeInName = (name: string): string | undefined => {
  const [, hour, minute, second, rest] = NAME.exec(name) ?? [];
  return hour === undefined ? undefined : `${hour}:${minute}:${second}.${rest}`;
};

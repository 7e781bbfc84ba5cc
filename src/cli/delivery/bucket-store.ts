import { getKept, listKept } from '../../aws/operations/kept.ts';
import { putObject } from '../../delivery/put-object.ts';
import { s3PlaceOf } from '../../delivery/s3-place.ts';
import type { ReportStore } from '../../history/store.ts';
import type { Reading } from '../../model/fact.ts';
import { stop } from '../../run/stop.ts';
import type { Words } from '../words.ts';
import { openReading, openWriting, ownRegion } from './lines.ts';

const GZIP = 'application/gzip';

/** The answer, or the Stop that says why there is none. */
const told = <T>(reading: Reading<T>, absent: string): T => {
  switch (reading.state) {
    case 'present':
      return reading.value;
    case 'absent':
      throw stop(absent);
    case 'unknown':
      throw stop(reading.message);
    default:
      return reading satisfies never;
  }
};

/** An object of a bucket by its address, `s3://bucket/key`. Throws a Stop when it cannot be read. */
export const readObject = async (uri: string, words: Words = {}): Promise<Uint8Array> => {
  const { bucket, prefix } = s3PlaceOf(uri, 'the file');
  const reading = await openReading(words)(getKept, { bucket, key: prefix.slice(0, -1), part: 'kept' });
  return told(reading, `${uri}: there is no such object — put it there, or name another one`);
};

/** A prefix of a bucket as a store. What is kept there was put whole by one request that replaces nothing. */
export const bucketStore = (place: string, words: Words): ReportStore => {
  const { bucket, prefix } = s3PlaceOf(place, '--history');
  const ask = openReading(words);
  const absent = (what: string): string => `${what}: there is no such thing — name another place with --history`;
  const read = async (name: string, first?: number): Promise<Uint8Array> => {
    const input = { bucket, key: `${prefix}${name}`, part: 'kept', ...(first !== undefined && { first }) } as const;
    return told(await ask(getKept, input), absent(`s3://${bucket}/${input.key}`));
  };
  return {
    place,
    names: async () => told(await ask(listKept, { bucket, prefix, part: 'names' }), absent(`the bucket ${bucket}`)),
    read: (name) => read(name),
    start: read,
    write: async (name, body) => {
      const clients = openWriting(words);
      try {
        await putObject(clients, ownRegion(words), { bucket, key: `${prefix}${name}`, body, type: GZIP });
      } finally {
        clients.close();
      }
    },
  };
};

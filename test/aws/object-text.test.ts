import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { jsonOf, textWithin } from '../../src/aws/object-text.ts';

const MEGABYTE = 1_048_576;

/** A body that counts the chunks it was asked for. */
const counting = (chunks: number, bytes: number) => {
  let sent = 0;
  let closed = false;
  const body = (async function* () {
    try {
      for (; sent < chunks; sent += 1) yield new Uint8Array(bytes).fill(120);
    } finally {
      closed = true;
    }
  })();
  return { body, sent: () => sent, closed: () => closed };
};

describe('a body as text', () => {
  test('is put together from its chunks, also in the middle of a letter', async () => {
    const bytes = Buffer.from('größe');
    const Body = Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]);
    expect(await textWithin({ Body, ContentLength: bytes.length }, 1)).toBe('größe');
  });
  test('of exactly the limit is read', async () => {
    const { body } = counting(2, MEGABYTE / 2);
    expect(await textWithin({ Body: body, ContentLength: MEGABYTE }, 1)).toHaveLength(MEGABYTE);
  });
  test('that is announced too large is given up before its first byte', async () => {
    const Body = Readable.from([Buffer.from('x')]);
    await expect(textWithin({ Body, ContentLength: MEGABYTE + 1 }, 1)).rejects.toThrow('larger than 1 MB');
    expect(Body.destroyed).toBe(true);
    expect(Body.readableDidRead).toBe(false);
  });
  test('that turns out too large is read no further, and closed', async () => {
    const { body, sent, closed } = counting(100, MEGABYTE);
    await expect(textWithin({ Body: body }, 2)).rejects.toThrow('larger than 2 MB');
    expect(sent()).toBe(2);
    expect(closed()).toBe(true);
  });
});

describe('JSON', () => {
  test('is its value', () => expect(jsonOf('[{"a":1}]')).toEqual([{ a: 1 }]));
  test('or a complaint that does not quote it', () => {
    expect(() => jsonOf('MARKER')).toThrow(new Error('the object is not JSON'));
  });
});

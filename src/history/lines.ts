import { createGunzip } from 'node:zlib';

/** A line of a kept report, or of what is none. */
export type Line = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object that may hold anything. */
export const isMap = (value: unknown): value is Line => typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): Line => {
  const value: unknown = JSON.parse(text);
  if (!isMap(value)) throw new Error('a line of it is no JSON object');
  return value;
};

/** The lines of a kept report, unpacked as they are read. Throws where it is damaged; whether it is whole, its last line tells. */
export async function* linesOf(bytes: Uint8Array): AsyncIterable<Line> {
  const decoder = new TextDecoder();
  const unpacked = createGunzip();
  unpacked.end(bytes);
  let rest = '';
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield parsed(part);
  }
  if (rest !== '') yield parsed(rest);
}

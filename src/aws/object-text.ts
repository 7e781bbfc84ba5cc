const MEGABYTE = 1_048_576;

/** A body as the SDK hands it over: bytes in chunks, which can be given up. */
type Body = AsyncIterable<Uint8Array> & { readonly destroy?: () => void };

/** What S3 answered to GetObject, as far as it is read. */
interface Answered {
  readonly Body?: unknown;
  /** Bytes. */
  readonly ContentLength?: number | undefined;
}

const tooLarge = (limit: number): Error => new Error(`the object is larger than ${limit / MEGABYTE} MB, which is not read`);

/** Reads a body. Throws, and reads no further, once there is more than the limit: before the first byte where S3 tells the length. */
export const bytesWithin = async ({ Body: body, ContentLength }: Answered, megabytes: number): Promise<Uint8Array> => {
  const limit = megabytes * MEGABYTE;
  const chunked = body as Body;
  if (ContentLength !== undefined && ContentLength > limit) {
    chunked.destroy?.();
    throw tooLarge(limit);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunked) {
    length += chunk.length;
    // Leaving the loop closes the stream.
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Reads a body as text, within the same limit. */
export const textWithin = async (answer: Answered, megabytes: number): Promise<string> => Buffer.from(await bytesWithin(answer, megabytes)).toString('utf8');

/** The value of a JSON text. Throws without quoting it. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('the object is not JSON');
  }
};

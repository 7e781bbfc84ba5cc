const LIMIT_BYTES = 1_048_576;

/** Errors of `fetch` quote the address, whose query is a credential: only the socket's code is kept. */
const withoutAddress = (thrown: unknown): Error => {
  const { cause } = thrown as { readonly cause?: { readonly code?: string } };
  return Object.assign(new Error('the layer could not be downloaded'), { code: cause?.code });
};

/** Amazon S3 is always reached by HTTPS; a test server of this machine need not be. */
const isTrusted = (address: string): boolean => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
};

const get = async (address: string, signal: AbortSignal): Promise<Response> => {
  try {
    return await fetch(address, { signal, redirect: 'error' });
  } catch (thrown) {
    throw withoutAddress(thrown);
  }
};

const readWithin = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LIMIT_BYTES) throw new Error(`the layer is larger than ${LIMIT_BYTES} bytes, which no image configuration is`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/**
 * Downloads a small layer as text from the presigned address that ECR gave. The address admits whoever has it: it stands in no
 * message, and is handed on to nobody.
 */
export const downloadLayer = async (address: string, signal: AbortSignal): Promise<string> => {
  if (!isTrusted(address)) throw new Error('the address of the layer is not one of HTTPS');
  const answer = await get(address, signal);
  if (answer.ok && answer.body !== null) return readWithin(answer.body as unknown as AsyncIterable<Uint8Array>);
  await answer.body?.cancel();
  throw new Error(`the download of the layer answered HTTP ${answer.status}`);
};

import type { HttpAnswer } from './aws-error.ts';
import { errorAnswer } from './aws-error.ts';
import type { AwsRequest } from './aws-request.ts';
import { serveLoopback } from './loopback.ts';

/** STUB of where ECR keeps layers: moto has no GetDownloadUrlForLayer. A server of its own plays the presigned download from S3. */
export interface LayerStub {
  readonly put: (digest: string, text: string) => void;
  /** Undefined: this call is moto's. */
  readonly answer: (request: AwsRequest) => HttpAnswer | undefined;
  readonly stop: () => Promise<void>;
}

const unknownLayer = (request: AwsRequest): HttpAnswer =>
  errorAnswer(request, { status: 400, code: 'LayersNotFoundException', message: 'The layer could not be found.' });

/** Starts the server, which holds no layer yet. */
export const layerStub = async (): Promise<LayerStub> => {
  const layers = new Map<string, string>();
  const store = await serveLoopback(async ({ url = '/' }, response) => {
    const layer = layers.get(new URL(url, store.url).pathname.slice(1));
    response.writeHead(layer === undefined ? 404 : 200).end(layer);
  });
  const given = (layerDigest: string): HttpAnswer => ({
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ layerDigest, downloadUrl: `${store.url}/${layerDigest}?X-Amz-Signature=STUB` }),
  });
  return {
    put: (digest, text) => void layers.set(digest, text),
    stop: store.stop,
    answer: (request) => {
      if (request.service !== 'ecr' || request.operation !== 'GetDownloadUrlForLayer') return undefined;
      const digest = String(request.input['layerDigest']);
      return layers.has(digest) ? given(digest) : unknownLayer(request);
    },
  };
};

import type { Renewable } from './renewable.ts';

type Send = (args: never) => Promise<never>;

/** The part of a client that takes middleware. Source: https://aws.amazon.com/blogs/developer/middleware-stack-modular-aws-sdk-js/ */
interface Renewed {
  readonly middlewareStack: {
    add(middleware: (next: Send) => Send, options: { readonly step: 'initialize'; readonly name: string; readonly priority: 'low' }): void;
  };
}

// Names: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html, https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const EXPIRED = /^ExpiredToken(Exception)?$/;

const isExpired = (error: unknown): boolean => error instanceof Error && EXPIRED.test(error.name);

/** Makes a client ask once more, with other keys, when AWS says that its keys have expired; the request is signed anew. */
export const renewOnExpiry = <C>(client: C, credentials: Renewable): C => {
  const again =
    (next: Send): Send =>
    async (args) => {
      const version = credentials.version();
      try {
        return await next(args);
      } catch (error) {
        if (isExpired(error) && (await credentials.renew(version))) return next(args);
        throw error;
      }
    };
  (client as C & Renewed).middlewareStack.add(again, { step: 'initialize', name: 'renewOnExpiry', priority: 'low' });
  return client;
};

import type { Renewable } from './renewable.ts';

type Send = (args: never) => Promise<never>;

/** The part of a client that takes middleware. Source: https://aws.amazon.com/blogs/developer/middleware-stack-modular-aws-sdk-js/ */
interface Renewed {
  readonly middlewareStack: {
    add(middleware: (next: Send) => Send, options: { readonly step: 'initialize'; readonly name: string; readonly priority: 'low' }): void;
  };
}

// EC2 says RequestExpired of a token as well. Names: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html, https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const EXPIRED = /^(ExpiredToken(Exception)?|RequestExpired)$/;

/** Not where only this machine's clock was off, which the SDK has corrected by then. */
const isExpired = (error: unknown): error is Error => {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly clockSkewCorrected?: boolean } };
  return error instanceof Error && EXPIRED.test(error.name) && $metadata?.clockSkewCorrected !== true;
};

// A refusal of HEAD has no body to say why: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
const NAMELESS = /^(Error|Unknown|UnknownError|400|BadRequest)?$/;
const BAD_REQUEST = 400;

const isPerhapsExpired = (error: unknown): error is Error => {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return error instanceof Error && NAMELESS.test(error.name) && $metadata?.httpStatusCode === BAD_REQUEST;
};

const isRenewed = async (error: unknown, credentials: Renewable, version: number): Promise<boolean> => {
  if (isExpired(error)) return credentials.renew(version);
  return isPerhapsExpired(error) && credentials.renew(version, 'guessed');
};

/** Makes a client renew its credentials when AWS says that they have expired, and say in the error that there are others: then the request may be sent again. */
export const renewOnExpiry = <C>(client: C, credentials: Renewable): C => {
  const renewing =
    (next: Send): Send =>
    async (args) => {
      const version = credentials.version();
      try {
        return await next(args);
      } catch (error) {
        throw (await isRenewed(error, credentials, version)) ? Object.assign(error as Error, { credentialsRenewed: true }) : error;
      }
    };
  (client as C & Renewed).middlewareStack.add(renewing, { step: 'initialize', name: 'renewOnExpiry', priority: 'low' });
  return client;
};

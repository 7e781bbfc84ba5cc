import { assumedCredentials } from '../../aws/assumed-role.ts';
import { openClients } from '../../aws/clients.ts';
import { openCredentials } from '../../aws/credentials.ts';
import { overridesS3 } from '../../aws/endpoints.ts';
import { homeRegionOf } from '../../aws/home-region.ts';
import type { Operation } from '../../aws/operation.ts';
import type { Session } from '../../aws/session.ts';
import { openSession } from '../../aws/session.ts';
import type { DeliveryClients } from '../../delivery/clients.ts';
import { openDeliveryClients } from '../../delivery/clients.ts';
import type { Reading } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { VERSION } from '../../run/version.ts';
import type { Words } from '../words.ts';

const textOf = (words: Words, name: string): string | undefined => words[name] as string | undefined;

/** The Region that is asked where a place names none: the run's own. A bucket that lies elsewhere says so. */
export const ownRegion = (words: Words): string =>
  textOf(words, 'region') ?? (process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || homeRegionOf(''));

const reachOf = (words: Words) => {
  const [profile, endpoint] = [textOf(words, 'profile'), textOf(words, 'endpoint-url')];
  const named = profile === undefined ? {} : { profile };
  return { version: VERSION, credentials: openCredentials(named), ...named, ...(endpoint !== undefined && { endpoint }) };
};

/** Opens a session of the run's own credentials, beside the run. `timeout`: milliseconds per call. */
export const openOwnSession = (words: Words, timeout?: number): Session =>
  openSession({ clients: openClients(reachOf(words)), ...(timeout !== undefined && { timeout }) });

/** Asks one thing of S3 beside the run: for what is kept there, not for what is judged. */
export type AskS3 = <I, O>(operation: Operation<I, O>, input: I) => Promise<Reading<O>>;

/** Opens a line for reading what is kept in a bucket; nothing that was read is remembered. */
export const openReading = (words: Words): AskS3 => {
  const clients = openClients(reachOf(words));
  return (operation, input) => openSession({ clients }).call(operation, ownRegion(words), input);
};

const writingBy = (words: Words, reach: Omit<Parameters<typeof openDeliveryClients>[0], 'pathStyle'>): DeliveryClients =>
  openDeliveryClients({ ...reach, pathStyle: overridesS3(process.env, textOf(words, 'endpoint-url')) });

/** Opens the clients that hand a report on. */
export const openWriting = (words: Words): DeliveryClients => writingBy(words, reachOf(words));

/** The role that reads a target's account. */
export type ReadBy = Pick<Target, 'externalId' | 'region'> & { readonly assumeRole: string };

// A role's session may do no more than this, whatever the role may.
const IMPORTS_ONLY = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'securityhub:BatchImportFindings', Resource: '*' }] });

/** Opens the clients that hand findings on in an account that is read through a role. The role is taken on when the first are sent. */
export const openImportingThrough = (words: Words, { assumeRole: roleArn, externalId, region }: ReadBy): DeliveryClients => {
  const session = openOwnSession(words);
  const role = { roleArn, region, policies: () => [IMPORTS_ONLY] as const, ...(externalId !== undefined && { externalId }) };
  const writing = writingBy(words, { ...reachOf(words), credentials: assumedCredentials(session, role) });
  return {
    ...writing,
    close: () => {
      writing.close();
      void session.close();
    },
  };
};

import { openClients } from '../../aws/clients.ts';
import { openCredentials } from '../../aws/credentials.ts';
import { overridesS3 } from '../../aws/endpoints.ts';
import { homeRegionOf } from '../../aws/home-region.ts';
import type { Operation } from '../../aws/operation.ts';
import { openSession } from '../../aws/session.ts';
import type { DeliveryClients } from '../../delivery/clients.ts';
import { openDeliveryClients } from '../../delivery/clients.ts';
import type { Reading } from '../../model/fact.ts';
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

/** Asks one thing of S3 beside the run: for what is kept there, not for what is judged. */
export type AskS3 = <I, O>(operation: Operation<I, O>, input: I) => Promise<Reading<O>>;

/** Opens a line for reading what is kept in a bucket; nothing that was read is remembered. */
export const openReading = (words: Words): AskS3 => {
  const clients = openClients(reachOf(words));
  return (operation, input) => openSession({ clients }).call(operation, ownRegion(words), input);
};

/** Opens the clients that hand a report on. */
export const openWriting = (words: Words): DeliveryClients =>
  openDeliveryClients({ ...reachOf(words), pathStyle: overridesS3(process.env, textOf(words, 'endpoint-url')) });

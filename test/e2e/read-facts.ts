import { openClients } from '../../src/aws/clients.ts';
import type { Session } from '../../src/aws/session.ts';
import { openSession } from '../../src/aws/session.ts';
import { readerOf } from '../../src/collectors/read.ts';
import type { Fact, FactKind, FactParams, FactValue } from '../../src/model/fact.ts';
import type { Site } from '../support/seed.ts';

/** Opens a session of an account's administrator; the caller closes it. */
export const openAt = (site: Site): Session =>
  openSession({ clients: openClients({ version: '0', endpoint: site.url, credentials: async () => site.admin.keys }) });

/** Reads a fact over a session: what it has asked already is not asked again. */
export const readOver = <K extends FactKind>(session: Session, kind: K, params: FactParams<K>): Promise<Fact> =>
  readerOf(session)(kind, params as Readonly<Record<string, unknown>>);

/** Reads a fact over a session of its own. */
export const readAt = async <K extends FactKind>(site: Site, kind: K, params: FactParams<K>): Promise<Fact> => {
  const session = openAt(site);
  const fact = await readOver(session, kind, params);
  await session.close();
  return fact;
};

/** The value of a fact. Throws when it is absent or unknown. */
export const valueAt = async <K extends FactKind>(site: Site, kind: K, params: FactParams<K>): Promise<FactValue<K>> => {
  const fact = await readAt(site, kind, params);
  if (fact.state !== 'present') throw new Error(JSON.stringify(fact));
  return fact.value as FactValue<K>;
};

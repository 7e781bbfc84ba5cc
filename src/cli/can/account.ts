import { access, readFile } from 'node:fs/promises';
import { openCollection } from '../../engine/collect.ts';
import type { Fact, FactKind, FactParams, FactRequest, SavedFact } from '../../model/fact.ts';
import { fact, unknown } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import type { ConnectOptions } from '../../run/connect.ts';
import { callerIn, connect } from '../../run/connect.ts';
import { readFactsFile } from '../../run/facts-file.ts';
import { stop } from '../../run/stop.ts';
import { readDescription } from '../../targets/read.ts';
import { openBeside } from '../open-beside.ts';

/** An account that questions are answered from: a live one, or saved facts. */
export interface Account {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** ISO 8601. */
  readonly time: string;
  /** ARN of who runs sageready; undefined: not known, as in saved facts. */
  readonly caller?: string;
  /** The described deployments, perhaps none. */
  readonly targets: readonly Target[];
  /** Reads one fact; what could not be read is Unknown. */
  readonly read: <K extends FactKind>(kind: K, params: FactParams<K>) => Promise<Fact<K>>;
  /** Facts of a kind that are already known. */
  readonly known: (kind: FactKind) => readonly SavedFact[];
  readonly close: () => Promise<void>;
}

/** The valid targets of a description, if there is one at that place. */
export const targetsNearby = async (file: string | undefined): Promise<readonly Target[]> => {
  const path = file ?? 'sageready.yaml';
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere && file !== undefined) throw stop(`${path} could not be read: there is no such file`);
  return isThere ? readDescription(await readFile(path, 'utf8'), path, { defaultDeployer: 'me', open: openBeside(path) }).targets : [];
};

const timeIn = (saved: readonly SavedFact[]): string => {
  const clock = saved.find(({ kind }) => kind === 'run.time')?.fact;
  if (clock?.state !== 'present') throw stop('the facts hold no time — collect them again with this version');
  return String(clock.value);
};

/** Answers from saved facts; nothing is read that they do not hold. */
export const savedAccount = async (file: string, now: string | undefined): Promise<Account> => {
  const { facts, targets } = await readFactsFile(file);
  const [target] = targets;
  if (target === undefined) throw stop(`${file} was collected for no target, so its account is not known — collect it again`);
  const all = facts.toJSON().facts;
  const caller = all.find(({ kind }) => kind === 'sts.caller')?.fact;
  const notSaved = (kind: string) => unknown('not-collected', `${kind} is not in ${file} — ask without --facts, or collect again`);
  return {
    account: target.account,
    region: target.region,
    time: now ?? timeIn(all),
    targets,
    ...(caller?.state === 'present' && { caller: (caller.value as { readonly arn: string }).arn }),
    read: async (kind, params) => {
      const found = facts.get(fact(kind, params) as FactRequest);
      return (found.state === 'unknown' && found.reason === 'not-collected' ? notSaved(kind) : found) as Fact<typeof kind>;
    },
    known: (kind) => all.filter((one) => one.kind === kind),
    close: async () => {},
  };
};

/** Opens a live account; nothing but the caller is read yet. Throws a Stop when the credentials do not work. */
export const liveAccount = async (
  options: ConnectOptions,
  { region, time, targets }: { readonly region: string; readonly time: string; readonly targets: readonly Target[] },
): Promise<Account> => {
  const connection = connect(options);
  const { session, reader } = connection;
  const caller = await callerIn(connection, region);
  if (!('account' in caller)) {
    await session.close();
    throw stop(session.credentialsProblem() ?? caller.message);
  }
  const collection = openCollection(reader, options.version);
  return {
    account: caller.account,
    caller: caller.arn,
    region,
    time,
    targets,
    read: async (kind, params) => (await collection.read(fact(kind, params) as FactRequest)) as Fact<typeof kind>,
    known: (kind) =>
      collection
        .facts()
        .toJSON()
        .facts.filter((one) => one.kind === kind),
    close: () => session.close(),
  };
};

import { configuredRegion } from '../aws/profiles.ts';
import type { ScenarioId } from '../model/target.ts';
import { parseArn, partitionOf } from '../reason/arn.ts';
import type { AuditScope, Looked } from '../run/audit.ts';
import { lookThrough } from '../run/audit.ts';
import type { AuditReach } from '../run/audit-permissions.ts';
import { stop } from '../run/stop.ts';
import { UNDISCOVERABLE } from '../targets/discover/discover.ts';
import { SCENARIO_IDS } from '../targets/fields.ts';
import { accountId, assumableRole, type Format, regionCode } from '../targets/formats.ts';
import { interruptedCode, listenForInterrupt } from './interrupt.ts';
import { checkDeliveries } from './publish.ts';
import { sinceOf } from './since.ts';
import type { Words } from './words.ts';
import { connectOptionsOf, timeOf } from './words.ts';

const EVERY_REGION = 'all';

const EXAMPLES: Readonly<Record<string, string>> = { region: 'us-east-1', regions: 'us-east-1,eu-west-1, or all', account: '123456789012' };

const formed = (name: string, text: string, { fault }: Format): string => {
  const wrong = fault(text);
  if (wrong === undefined) return text;
  const example = wrong.includes(' — ') ? undefined : EXAMPLES[name];
  throw stop(`--${name}: ${wrong}${example === undefined ? '' : ` — it looks like ${example}`}`);
};

const optional = (words: Words, name: string, format: Format): string | undefined =>
  words[name] === undefined ? undefined : formed(name, String(words[name]), format);

const homeOf = async (words: Words): Promise<string | undefined> => {
  const region = (words['region'] as string | undefined) ?? (await configuredRegion(process.env, words['profile'] as string | undefined));
  return region === undefined ? undefined : formed('region', region, regionCode);
};

/** The Regions that are asked for. Throws a Stop where there is none. */
const regionsOf = (words: Words, home: string | undefined): AuditScope['regions'] => {
  const text = words['regions'] as string | undefined;
  if (text === EVERY_REGION) return EVERY_REGION;
  const named = (text ?? home ?? '').split(',').map((region) => region.trim());
  if (named.join('') === '') throw stop('no Region is named — say --region us-east-1, --regions us-east-1,eu-west-1 or --regions all, or set AWS_REGION');
  return [...new Set(named.map((region) => formed('regions', region, regionCode)))];
};

/** The scenarios that are looked for: those of `--scenario`, or all. */
const scenariosOf = (words: Words): readonly ScenarioId[] => {
  const chosen = words['scenario'] as ScenarioId | readonly ScenarioId[] | undefined;
  if (chosen === undefined) return SCENARIO_IDS.filter((id) => !Object.hasOwn(UNDISCOVERABLE, id));
  const ids = [...new Set([chosen].flat())];
  const unknown = ids.find((id) => !SCENARIO_IDS.includes(id));
  if (unknown !== undefined) throw stop(`--scenario ${unknown}: there is no such scenario — scenarios are ${SCENARIO_IDS.join(', ')}`);
  const nowhere = ids.flatMap((id) => UNDISCOVERABLE[id] ?? []);
  if (nowhere.length === ids.length) throw stop(`nothing to look for: ${nowhere.join('; ')}`);
  return ids;
};

/** What the policy of an audit is to reach, from the command line alone. */
export const reachOf = async (words: Words): Promise<AuditReach> => {
  const home = await homeOf(words);
  const regions = regionsOf(words, home);
  const account = optional(words, 'account', accountId) ?? parseArn(String(words['assume-role']))?.account;
  if (account === undefined) throw stop('a policy names its account — say --account 123456789012');
  const [first = home ?? 'us-east-1'] = regions === EVERY_REGION ? [] : regions;
  return { partition: partitionOf(first), account, regions: regions === EVERY_REGION ? ['*'] : regions, scenarios: scenariosOf(words) };
};

/** What the command line asks to be looked through. */
const scopeOf = async (words: Words, time: string): Promise<AuditScope> => {
  const home = await homeOf(words);
  const regions = regionsOf(words, home);
  const [first = home] = regions === EVERY_REGION ? [] : regions;
  const account = optional(words, 'account', accountId);
  const assumeRole = optional(words, 'assume-role', assumableRole);
  const externalId = words['external-id'] as string | undefined;
  if (externalId !== undefined && assumeRole === undefined) throw stop('--external-id is told to no role — name the role with --assume-role');
  return {
    regions,
    home: first ?? 'us-east-1',
    scenarios: scenariosOf(words),
    since: sinceOf(String(words['since']), time),
    ...(account !== undefined && { account }),
    ...(assumeRole !== undefined && { assumeRole }),
    ...(externalId !== undefined && { externalId }),
  };
};

/** The Regions that are read with the run's own credentials, as far as they are named. */
const ownRegions = ({ regions, assumeRole }: AuditScope): readonly string[] => (regions === EVERY_REGION || assumeRole !== undefined ? [] : regions);

const interrupted = (): Error => stop('interrupted before anything was judged', interruptedCode);

/** Looks through the account that the command line names, listening for Ctrl-C. */
export const lookLive = async (words: Words): Promise<Looked & { readonly time: string }> => {
  const time = timeOf(words);
  const scope = await scopeOf(words, time);
  await checkDeliveries(words, ownRegions(scope));
  const interrupt = listenForInterrupt();
  try {
    const looked = await lookThrough(scope, connectOptionsOf(words, interrupt.signal)).catch((error: unknown) => {
      throw interrupt.signal.aborted ? interrupted() : error;
    });
    if (interrupt.signal.aborted) throw interrupted();
    return { ...looked, time };
  } finally {
    interrupt.stopListening();
  }
};

import { assumedCredentials } from '../aws/assumed-role.ts';
import { describeRegions } from '../aws/operations/discovery.ts';
import { renewable } from '../aws/renewable.ts';
import { unknown } from '../model/fact.ts';
import type { CallLog, TargetReport } from '../model/report.ts';
import type { ScenarioId, Target } from '../model/target.ts';
import { isNonEmpty } from '../model/words.ts';
import { parseArn, partitionOf } from '../reason/arn.ts';
import { describeFound } from '../targets/discover/describe.ts';
import type { Discovery } from '../targets/discover/discover.ts';
import { discover, UNDISCOVERABLE } from '../targets/discover/discover.ts';
import type { Missed } from '../targets/discover/found.ts';
import { withSageMaker } from '../targets/discover/regions.ts';
import { lookingPermissions } from './audit-permissions.ts';
import { joinedCalls } from './calls.ts';
import type { Connection, ConnectOptions } from './connect.ts';
import { callerIn, connect } from './connect.ts';
import { sessionPolicies } from './session-policy.ts';
import { stop } from './stop.ts';

/** What an audit looks through. */
export interface AuditScope {
  /** Regions by name; `all`: every one that the account has enabled. */
  readonly regions: readonly string[] | 'all';
  /** Where the account itself is asked. */
  readonly home: string;
  /** 12 digits; none: that of the credentials, or of the role. */
  readonly account?: string;
  readonly assumeRole?: string;
  readonly externalId?: string;
  readonly scenarios: readonly ScenarioId[];
  /** Jobs made before this day are not looked for; ISO 8601. */
  readonly since: string;
}

/** What an audit has found, ready to be judged. */
export interface Looked {
  readonly account: string;
  readonly regions: readonly string[];
  /** ARN of who looked. */
  readonly caller: string;
  readonly discovery: Discovery;
  readonly targets: readonly Target[];
  /** What could not be read or described: each is undetermined. */
  readonly missed: readonly TargetReport[];
  readonly notes: readonly string[];
  readonly calls: CallLog;
}

/** The first moment of a day, so that what is asked is the same in every run of a day. */
const beginningOfDay = (time: string): string => `${time.slice(0, 10)}T00:00:00.000Z`;

const accountOf = (scope: AuditScope, caller: { readonly account: string; readonly arn: string }): string => {
  const { account, assumeRole } = scope;
  const read = (assumeRole === undefined ? undefined : parseArn(assumeRole)?.account) ?? caller.account;
  if (account === undefined || account === read) return read;
  const owner = assumeRole === undefined ? `the credentials belong to ${read} (${caller.arn})` : `--assume-role is a role of ${read}`;
  throw stop(`--account says ${account}, but ${owner} — nothing was read: use other credentials, or name a role of ${account} with --assume-role`);
};

const narrowestPolicies = (scope: AuditScope, account: string) => {
  const regions = scope.regions === 'all' ? ['*'] : scope.regions;
  const policies = sessionPolicies(lookingPermissions({ partition: partitionOf(scope.home), account, regions, scenarios: scope.scenarios }));
  const texts = policies.map(({ text }) => text);
  if (!isNonEmpty(texts)) throw stop('the session policy of --assume-role would be too long — name fewer Regions or scenarios');
  return texts;
};

/** The line that the account is read by: the run's own, or that of the role. */
const lineTo = (scope: AuditScope, account: string, own: Connection, options: ConnectOptions): Connection => {
  const { assumeRole: roleArn, externalId, home: region } = scope;
  if (roleArn === undefined) return own;
  const role = { roleArn, region, policies: () => narrowestPolicies(scope, account), ...(externalId !== undefined && { externalId }) };
  return connect({
    ...options,
    credentials: renewable(assumedCredentials(own.session, role)),
    scope: `looking as ${roleArn}`,
    owner: { account, arn: roleArn },
  });
};

const chosenRegions = async ({ regions, home }: AuditScope, { session }: Connection) => {
  if (regions !== 'all') return { regions, without: [] };
  const enabled = await session.call(describeRegions, home, {});
  if (enabled.state === 'present') return withSageMaker(enabled.value);
  const why = session.credentialsProblem() ?? (enabled.state === 'unknown' ? enabled.message : 'EC2 told none');
  throw stop(`which Regions the account has enabled is not known: ${why} — or name them: --regions us-east-1,eu-west-1`);
};

const asReport = ({ name, region, reason }: Missed, account: string): TargetReport => ({
  target: { name, scenario: 'unknown', account, region },
  outcome: 'undetermined',
  risks: 0,
  findings: [],
  causes: [],
  invalid: `not in this audit: ${reason.message}`,
});

/** What was found as targets, and what of it no description can say. */
const described = ({ found }: Discovery): { readonly targets: readonly Target[]; readonly faulty: readonly Missed[] } => {
  const [targets, faulty]: [Target[], Missed[]] = [[], []];
  for (const one of found) {
    const { name, region } = one.entry;
    const read = describeFound(one);
    if ('targets' in read) targets.push(...read.targets);
    else faulty.push({ name, region: String(region), reason: unknown('unsupported', read.fault) });
  }
  return { targets, faulty };
};

const notesOn = (scope: AuditScope, discovery: Discovery, without: readonly string[]): readonly string[] => [
  ...scope.scenarios.flatMap((id) => UNDISCOVERABLE[id] ?? []),
  ...(without.length === 0
    ? []
    : [`SageMaker is not known to be in ${without.join(', ')}, so that nothing was looked for there — --regions asks there all the same`]),
  ...discovery.notes,
];

const sharedBy = ({ assumeRole, externalId }: AuditScope): Readonly<Record<string, string>> => ({
  ...(assumeRole !== undefined && { assumeRole }),
  ...(externalId !== undefined && { externalId }),
});

const looked = async (scope: AuditScope, { own, line, account }: { readonly own: Connection; readonly line: Connection; readonly account: string }) => {
  const { regions, without } = await chosenRegions(scope, line);
  const { scenarios, since } = scope;
  const where = { account, regions, scenarios, shared: sharedBy(scope), createdAfter: beginningOfDay(since) };
  const discovery = await discover(where, { call: line.session.call, fact: line.reader });
  const problem = line.session.credentialsProblem();
  if (problem !== undefined) throw stop(problem);
  const { targets, faulty } = described(discovery);
  const missed = [...discovery.missed, ...faulty].map((one) => asReport(one, account));
  const calls = joinedCalls(own === line ? [own.session.calls()] : [own.session.calls(), line.session.calls()]);
  return { account, regions, discovery, targets, missed, notes: notesOn(scope, discovery, without), calls };
};

/** Looks through an account for what exists. Throws a Stop when the credentials do not work or belong elsewhere. */
export const lookThrough = async (scope: AuditScope, options: ConnectOptions): Promise<Looked> => {
  const own = connect(options);
  const lines = [own];
  try {
    const caller = await callerIn(own, scope.home);
    if (!('account' in caller)) throw stop(own.session.credentialsProblem() ?? caller.message);
    const account = accountOf(scope, caller);
    const line = lineTo(scope, account, own, options);
    lines.push(line);
    return { ...(await looked(scope, { own, line, account })), caller: caller.arn };
  } finally {
    await Promise.all([...new Set(lines)].map(({ session }) => session.close()));
  }
};

import { assumedCredentials } from '../aws/assumed-role.ts';
import type { Session } from '../aws/session.ts';
import type { NeededPermission } from '../collectors/define.ts';
import type { CallLog } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import { parseArn } from '../reason/arn.ts';
import { joinedCalls } from './calls.ts';
import type { Connection, ConnectOptions } from './connect.ts';
import { connect } from './connect.ts';

/** Lines to the accounts of a run, for the question who changed what; opened when first asked for. */
export interface TrailLines {
  /** A session of an account; undefined: the run reads it by no credentials that are known here. */
  readonly session: (account: string) => Session | undefined;
  readonly calls: () => CallLog;
  readonly close: () => Promise<void>;
}

/** How the run was made that asks. */
export interface TrailRun {
  readonly targets: readonly Target[];
  /** ARN of whoever ran it. */
  readonly caller: string | undefined;
  readonly options: ConnectOptions;
}

/** What asking takes, in each account. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html */
export const LOOKUP_PERMISSION: NeededPermission = {
  action: 'cloudtrail:LookupEvents',
  resources: ['*'],
  because: 'CloudTrail grants its events as a whole; asked only for what fails anew',
};

// A role’s session may do no more than this, whatever the role may.
const LOOKUPS_ONLY = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: LOOKUP_PERMISSION.action, Resource: '*' }] });

const roleOf = (targets: readonly Target[], account: string): Target | undefined =>
  targets.find((target) => target.account === account && target.assumeRole !== undefined);

/** Opens nothing yet, and remembers nothing for another run: what changed is asked when it is told. Accounts that the run reads through a role are asked through that role, and only for this. */
export const openTrailLines = ({ targets, caller, options: { memories: _, ...options } }: TrailRun): TrailLines => {
  const opened = new Map<string, Connection>();
  const open = (name: string, credentials?: ConnectOptions['credentials']): Session => {
    const connection = opened.get(name) ?? connect({ ...options, ...(credentials !== undefined && { credentials }) });
    opened.set(name, connection);
    return connection.session;
  };
  const through = ({ assumeRole: roleArn = '', externalId, region }: Target): Session =>
    open(roleArn, assumedCredentials(open(''), { roleArn, region, policies: () => [LOOKUPS_ONLY], ...(externalId !== undefined && { externalId }) }));
  return {
    session: (account) => {
      const target = roleOf(targets, account);
      if (target !== undefined) return through(target);
      return parseArn(caller ?? '')?.account === account ? open('') : undefined;
    },
    calls: () => joinedCalls([...opened.values()].map(({ session }) => session.calls())),
    close: async () => {
      for (const { session } of opened.values()) await session.close();
    },
  };
};

import type { check as Check } from '../../src/index.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import type { ServerlessEndpointTarget } from '../../src/model/target.ts';
import type { Outcome } from '../../src/model/verdict.ts';
import type { ReadyAccount } from '../support/account.ts';

const BUNDLE = '../../dist/lib/index.js';

/** What a check of one account says. */
export interface Checked {
  readonly report: TargetReport;
  readonly outcome: TargetReport['outcome'];
  /** Outcome by rule. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

type Options = Omit<NonNullable<Parameters<typeof Check>[1]>, 'credentials' | 'endpointUrl'>;

/** Checks targets as an account's deployer, in this process, with the built library; by its own judgement, for moto has no policy simulator. */
export const checkTargets = async (
  { deployerKeys, url }: ReadyAccount,
  targets: readonly ServerlessEndpointTarget[],
  options: Options = {},
): Promise<Report> => {
  const { check } = (await import(BUNDLE)) as { readonly check: typeof Check };
  return check(targets, { iamEngine: 'local', ...options, credentials: async () => deployerKeys, endpointUrl: url });
};

/** Checks one account's own target. */
export const checkAccount = async (account: ReadyAccount, changes: Partial<ServerlessEndpointTarget> = {}): Promise<Checked> => {
  const { targets } = await checkTargets(account, [{ ...account.target, ...changes }]);
  const [report] = [...targets];
  if (report === undefined) throw new Error('no report');
  return { report, outcome: report.outcome, outcomes: Object.fromEntries(report.findings.map(({ rule, verdict }) => [rule, verdict.outcome])) };
};

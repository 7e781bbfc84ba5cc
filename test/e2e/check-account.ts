import type { check as Check } from '../../src/index.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import type { Target } from '../../src/model/target.ts';
import type { Outcome } from '../../src/model/verdict.ts';
import type { SessionKeys } from '../support/clients.ts';
import { builtLibrary } from '../support/library.ts';

/** Where checks are made, and as whom. */
export interface Deployer {
  readonly url: string;
  readonly deployerKeys: SessionKeys;
}

/** An account whose deployment can be checked. */
export interface Checkable extends Deployer {
  readonly target: Target;
}

/** What a check of one account says. */
export interface Checked {
  readonly report: TargetReport;
  readonly outcome: TargetReport['outcome'];
  /** Outcome by rule. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

type Options = Omit<NonNullable<Parameters<typeof Check>[1]>, 'credentials' | 'endpointUrl'>;

/** Checks targets as an account's deployer, in this process, with the built library; by its own judgement, for moto has no policy simulator. */
export const checkTargets = async ({ deployerKeys, url }: Deployer, targets: readonly Target[], options: Options = {}): Promise<Report> => {
  const { check } = await builtLibrary();
  return check(targets, { iamEngine: 'local', ...options, credentials: async () => deployerKeys, endpointUrl: url });
};

/** Checks one account's own target. */
export const checkAccount = async <A extends Checkable>(account: A, changes: Partial<A['target']> = {}): Promise<Checked> => {
  const { targets } = await checkTargets(account, [{ ...account.target, ...changes }]);
  const [report] = [...targets];
  if (report === undefined) throw new Error('no report');
  return { report, outcome: report.outcome, outcomes: Object.fromEntries(report.findings.map(({ rule, verdict }) => [rule, verdict.outcome])) };
};

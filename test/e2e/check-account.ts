import type { check as Check } from '../../src/index.ts';
import type { TargetReport } from '../../src/model/report.ts';
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

/** Checks an account as its deployer, in this process, with the built library. */
export const checkAccount = async ({ target, deployerKeys, url }: ReadyAccount, changes: Partial<ServerlessEndpointTarget> = {}): Promise<Checked> => {
  const { check } = (await import(BUNDLE)) as { readonly check: typeof Check };
  const { targets } = await check([{ ...target, ...changes }], { credentials: async () => deployerKeys, endpointUrl: url });
  const [report] = [...targets];
  if (report === undefined) throw new Error('no report');
  return { report, outcome: report.outcome, outcomes: Object.fromEntries(report.findings.map(({ rule, verdict }) => [rule, verdict.outcome])) };
};

import type { Threshold } from './engine/outcome.ts';
import type { IamEngine } from './model/facts/iam.ts';
import type { Report } from './model/report.ts';
import type { Target } from './model/target.ts';
import { observeAccounts } from './run/accounts.ts';
import type { ConnectOptions } from './run/connect.ts';
import { readFactsFile } from './run/facts-file.ts';
import { reportOn } from './run/report.ts';
import { VERSION } from './run/version.ts';

export type { Fix } from './model/fix.ts';
export type { Report, TargetReport } from './model/report.ts';
export { defineJointRule, defineRule } from './model/rule.ts';
export type { ServerlessEndpointTarget, Target } from './model/target.ts';
export type { IamTrace } from './model/trace.ts';
export type { Verdict } from './model/verdict.ts';
export { evaluate } from './reason/iam/evaluate.ts';
export { principalOf } from './reason/iam/principal.ts';
export type { EvalRequest, EvalResult, Policies, Principal } from './reason/iam/types.ts';

/** How a check is made; everything has a default. `now`: ISO 8601, this moment. `iamEngine`: `both` for up to 25 targets, `local` for more. */
export type CheckOptions = Omit<ConnectOptions, 'version'> & Partial<Threshold> & { readonly now?: string; readonly iamEngine?: IamEngine };

const TOOL = { name: 'sageready', version: VERSION } as const;

/** Reads the accounts and judges the targets. Rejects when no account could be read; all else is in the report. */
export const check = async (targets: readonly Target[], options: CheckOptions = {}): Promise<Report> => {
  const { now = new Date().toISOString(), failOn = 'error', strict = false, ...connection } = options;
  const { known, calls, caller, notes, ...observed } = await observeAccounts(targets, { ...connection, version: VERSION, time: now });
  const complete = observed.complete && connection.interrupt?.aborted !== true;
  const endpoints = connection.endpointUrl === undefined ? [] : [connection.endpointUrl];
  return reportOn(known, { failOn, strict }, { run: { tool: TOOL, time: now, ...(caller !== undefined && { caller }), complete, endpoints, notes }, calls });
};

/** Judges a facts file, offline. Rejects when the file is of another form or damaged. */
export const judge = async (factsFile: string, { failOn = 'error', strict = false }: Partial<Threshold> = {}): Promise<Report> => {
  const { facts, targets } = await readFactsFile(factsFile);
  const time = facts.get({ kind: 'run.time', params: {} });
  const run = { tool: TOOL, time: time.state === 'present' ? String(time.value) : '', complete: true, endpoints: [], factsFile, notes: [] };
  return reportOn({ facts, targets }, { failOn, strict }, { run });
};

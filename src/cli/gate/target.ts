import type { Finding } from '../../model/report.ts';
import type { Severity } from '../../model/rule.ts';

/** What a gate needs of one target of a written report. */
export interface GatedTarget {
  readonly name: string;
  /** 12 digits; empty where its description could not be read. */
  readonly account: string;
  readonly region: string;
  readonly findings: readonly Finding[];
  /** It could not be judged at all. */
  readonly invalid?: string;
}

/** What a gate needs of a written report. */
export interface GatedReport {
  readonly run: { readonly failOn: Severity; readonly strict: boolean; readonly complete: boolean };
  readonly rules: readonly { readonly id: string; readonly severity: Severity }[];
  readonly targets: readonly GatedTarget[];
}

type Raw = Readonly<Record<string, unknown>>;

/** A JSON object that may hold anything. */
export const isMap = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const OUTCOMES = ['pass', 'fail', 'not-applicable', 'cannot-tell', 'error'];
const SEVERITIES = ['note', 'warning', 'error'];

/** Whether a run says by what it was judged. */
export const isRun = (value: unknown): value is GatedReport['run'] =>
  isMap(value) && SEVERITIES.includes(String(value['failOn'])) && typeof value['strict'] === 'boolean' && typeof value['complete'] === 'boolean';

/** Whether a rule has its name and weight. */
export const isRule = (value: unknown): value is GatedReport['rules'][number] =>
  isMap(value) && typeof value['id'] === 'string' && SEVERITIES.includes(String(value['severity']));

/** Whether a finding has its rule and an outcome of this version. */
export const isFinding = (value: unknown): value is Finding =>
  isMap(value) && typeof value['rule'] === 'string' && isMap(value['verdict']) && OUTCOMES.includes(String(value['verdict']['outcome']));

const placeIn = (value: unknown): Pick<GatedTarget, 'name' | 'account' | 'region'> | undefined => {
  if (!isMap(value) || !isMap(value['target'])) return undefined;
  const { name, account = '', region = '' } = value['target'];
  return typeof name === 'string' ? { name, account: String(account), region: String(region) } : undefined;
};

/** A target with these findings; undefined: it is none. */
export const gatedTarget = (value: unknown, findings: unknown): GatedTarget | undefined => {
  const place = placeIn(value);
  if (place === undefined || !isMap(value) || !Array.isArray(findings) || !findings.every(isFinding)) return undefined;
  return { ...place, findings, ...(typeof value['invalid'] === 'string' && { invalid: value['invalid'] }) };
};

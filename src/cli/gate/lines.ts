import type { Finding } from '../../model/report.ts';
import type { GatedReport, GatedTarget } from './target.ts';
import { gatedTarget, isFinding, isMap, isRule, isRun } from './target.ts';

interface Reading {
  readonly rules: GatedReport['rules'][number][];
  readonly targets: GatedTarget[];
  /** Those of the target that is being read. */
  findings: Finding[];
  ended: 'yes' | 'no';
  /** Of the last line, which knows more than the first where targets were written while others were read. */
  run?: GatedReport['run'];
}

type Taker = (reading: Reading, value: Readonly<Record<string, unknown>>) => boolean;

const takeRule: Taker = ({ rules }, value) => isRule(value) && rules.push({ id: value.id, severity: value.severity }) > 0;

const takeTarget: Taker = (reading, value) => {
  reading.findings = [];
  const target = gatedTarget(value, reading.findings);
  return target !== undefined && reading.targets.push({ ...target, findings: reading.findings }) > 0;
};

// Only what decides is kept: the evidence of a large report is larger than its verdicts.
const brief = ({ rule, verdict, fingerprints, waivers, follows }: Finding): Finding => ({
  rule,
  verdict: { outcome: verdict.outcome } as Finding['verdict'],
  ...(fingerprints && { fingerprints }),
  ...(waivers && { waivers }),
  ...(follows && { follows }),
});

const takeFinding: Taker = (reading, value) => reading.targets.length > 0 && isFinding(value) && reading.findings.push(brief(value)) > 0;

const takeEnd: Taker = (reading, { targets, findings, run }) => {
  reading.ended = 'yes';
  if (isRun(run)) reading.run = run;
  return targets === reading.targets.length && findings === reading.targets.reduce((sum, target) => sum + target.findings.length, 0);
};

// Of a kept report: a run in numbers decides nothing.
const takeSummary: Taker = () => true;

const TAKERS: Readonly<Record<string, Taker>> = { summary: takeSummary, rule: takeRule, target: takeTarget, finding: takeFinding, end: takeEnd };

const take = (reading: Reading, line: string): boolean => {
  try {
    const value = JSON.parse(line) as unknown;
    return reading.ended === 'no' && isMap(value) && (TAKERS[String(value['type'])]?.(reading, value) ?? false);
  } catch {
    return false;
  }
};

/** Reads a report of JSON Lines behind its header; undefined: it is damaged, or was cut off before its end. */
export const readLines = async (header: unknown, lines: AsyncIterable<string>): Promise<GatedReport | undefined> => {
  if (!isMap(header) || !isRun(header['run'])) return undefined;
  const reading: Reading = { rules: [], targets: [], findings: [], ended: 'no' };
  for await (const line of lines) if (!take(reading, line)) return undefined;
  return reading.ended === 'yes' ? { run: reading.run ?? header['run'], rules: reading.rules, targets: reading.targets } : undefined;
};

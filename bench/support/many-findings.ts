import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import { fixtureReport } from '../../test/support/report.ts';

const EACH = 50;

const digits = (number: number): string => number.toString(16).padStart(64, '0');

/** A failure of a subject that no other finding has. */
const numbered = (finding: Finding, number: number): Finding => {
  if (finding.verdict.outcome !== 'fail') return finding;
  const [first] = finding.verdict.evidence;
  const fixes = (finding.verdict.fixes ?? []).map((fix) => ({ ...fix }));
  const subject = `arn:aws:iam::123456789012:role/service-role/Execution-${number}`;
  return { ...finding, verdict: { ...finding.verdict, evidence: [{ ...first, subject }], fixes }, fingerprints: [digits(number)] };
};

const failuresIn = ({ targets }: Report): readonly Finding[] =>
  [...targets].flatMap(({ findings }) => findings).filter(({ verdict }) => verdict.outcome === 'fail');

/** A report of so many failures, 50 a target, each with a subject, evidence and remedy of its own; its targets are made when they are asked for. */
export const manyFindings = (findings: number): Report => {
  const report = fixtureReport();
  const [model] = [...report.targets] as [TargetReport];
  const failures = failuresIn(report);
  const targetOf = (index: number): TargetReport => ({
    ...model,
    target: { ...model.target, name: `endpoint-${index}` },
    findings: Array.from({ length: EACH }, (_, number) => numbered(failures[number % failures.length] as Finding, index * EACH + number)),
  });
  const targets = {
    *[Symbol.iterator]() {
      for (let index = 0; index < findings / EACH; index += 1) yield targetOf(index);
    },
  };
  return { ...report, targets };
};

import { count, visible } from '../../../reporters/text.ts';
import type { RuleWords, Threshold } from '../../engine/outcome.ts';
import { exitCodeOf, isWaived, outcomeOf, risksOf } from '../../engine/outcome.ts';
import type { Finding, TargetOutcome } from '../../model/report.ts';
import { stop } from '../../run/stop.ts';
import { readReport } from '../gate/read.ts';
import type { GatedReport, GatedTarget } from '../gate/target.ts';
import { print } from '../print.ts';
import type { Words } from '../words.ts';
import { fileOf } from '../words.ts';

const INVALID = 2;

const thresholdOf = ({ run }: GatedReport, words: Words): Threshold => ({
  failOn: (words['fail-on'] as Threshold['failOn'] | undefined) ?? run.failOn,
  strict: (words['strict'] as boolean | undefined) ?? run.strict,
});

interface Gated {
  readonly target: GatedTarget;
  readonly outcome: TargetOutcome;
  readonly line: string;
}

const deciding = (findings: readonly Finding[], rules: RuleWords, threshold: Threshold): string => {
  const outcome = outcomeOf(findings, rules, threshold);
  const waived = findings.filter(isWaived);
  const decide = findings.filter((finding) => !isWaived(finding) && outcomeOf([...waived, finding], rules, threshold) === outcome);
  return decide.map(({ rule }) => rule).join(', ');
};

const besidesReady = (findings: readonly Finding[], risks: number): string => {
  const waived = findings.filter(isWaived).length;
  return [...(risks > 0 ? [count(risks, 'risk')] : []), ...(waived > 0 ? [count(waived, 'waived failure')] : [])].join(' and ');
};

const inWords = (findings: readonly Finding[], rules: RuleWords, threshold: Threshold): string => {
  const outcome = outcomeOf(findings, rules, threshold);
  const besides = besidesReady(findings, risksOf(findings, rules, threshold));
  switch (outcome) {
    case 'ready':
      return besides === '' ? 'ready' : `ready, with ${besides}`;
    case 'not-ready':
      return `not ready: ${deciding(findings, rules, threshold)}`;
    case 'undetermined':
      return `undetermined: could not judge ${deciding(findings, rules, threshold)}`;
    default:
      return outcome satisfies never;
  }
};

const gate = (target: GatedTarget, rules: RuleWords, threshold: Threshold): Gated => {
  const { name, invalid, findings } = target;
  if (invalid !== undefined) return { target, outcome: 'undetermined', line: `${name}: undetermined: ${invalid.replaceAll('\n', '; ')}` };
  if (findings.length === 0) return { target, outcome: 'undetermined', line: `${name}: undetermined: the report holds no finding about it` };
  return { target, outcome: outcomeOf(findings, rules, threshold), line: `${name}: ${inWords(findings, rules, threshold)}` };
};

const isInvalid = ({ target }: Gated): boolean => target.invalid !== undefined;

const codeOf = (gated: readonly Gated[], words: Words, complete: boolean): number => {
  if (gated.some(isInvalid) && words['keep-going'] !== true) return INVALID;
  return exitCodeOf([...gated.map(({ outcome }) => outcome), ...(complete ? [] : (['undetermined'] as const))]);
};

/** Says of a written report what its check said, by the same threshold or another one. A run that was cut short is never ready. */
export const run = async (words: Words): Promise<number> => {
  const file = fileOf(words, 'report');
  const report = await readReport(file);
  if (report.targets.length === 0) throw stop(`${file} holds no target — there is nothing to let pass`);
  const rules = new Map(report.rules.map((rule) => [rule.id, rule])) as RuleWords;
  const threshold = thresholdOf(report, words);
  const gated = report.targets.map((target) => gate(target, rules, threshold));
  const lines = [...gated.map(({ line }) => visible(line)), ...(report.run.complete ? [] : ['the run was cut short: what it did not reach is not known'])];
  if (words['quiet'] !== true) await print(`${lines.join('\n')}\n`);
  return codeOf(gated, words, report.run.complete);
};

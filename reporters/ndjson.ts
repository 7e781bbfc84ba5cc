import type { CallLog, Finding, Reporter, RunInfo, TargetReport } from '../src/model/report.ts';
import type { RuleMeta } from '../src/model/rule.ts';
import { jsonText } from './text.ts';

const line = (value: object): string => `${jsonText(value)}\n`;

const findingLine = ({ name, scenario, account, region }: TargetReport['target'], finding: Finding): string =>
  line({ type: 'finding', target: { name, scenario, account, region }, ...finding });

/** How many targets and findings were written. */
export interface LineCounts {
  readonly targets: number;
  readonly findings: number;
}

/** The first line. */
export const headLine = (run: RunInfo): string => line({ type: 'report', schema: 'sageready/report-lines/1', run });

/** The words of a rule; they stand before the first finding that names it. */
export const ruleLine = (rule: RuleMeta): string => line({ type: 'rule', ...rule });

/** A target, and each of its findings. */
export const targetLines = function* ({ findings, ...target }: TargetReport): Iterable<string> {
  yield line({ type: 'target', ...target });
  for (const finding of findings) yield findingLine(target.target, finding);
};

/** The last line. `run`: how the run was made, where the first line could not tell it yet. */
export const endLine = (counts: LineCounts, calls: CallLog, run?: RunInfo): string =>
  line({ type: 'end', ...counts, calls, ...(run !== undefined && { run }) });

/**
 * The report as JSON Lines, as `schema/report-lines.schema.json` describes them: a header, the rules, then each target with its findings, and an end that counts them.
 * Written as it is read, in constant memory. A file without its end was cut off.
 */
export const ndjson: Reporter = function* ({ run, rules, targets, calls }) {
  yield headLine(run);
  for (const rule of rules) yield ruleLine(rule);
  const counts = { targets: 0, findings: 0 };
  for (const target of targets) {
    yield* targetLines(target);
    counts.targets += 1;
    counts.findings += target.findings.length;
  }
  yield endLine(counts, calls);
};

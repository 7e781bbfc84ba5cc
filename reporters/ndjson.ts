import type { Finding, Reporter, TargetReport } from '../src/model/report.ts';
import { jsonText } from './text.ts';

const line = (value: object): string => `${jsonText(value)}\n`;

const findingLine = ({ name, scenario, account, region }: TargetReport['target'], finding: Finding): string =>
  line({ type: 'finding', target: { name, scenario, account, region }, ...finding });

/**
 * The report as JSON Lines, as `schema/report-lines.schema.json` describes them: a header, the rules, then each target with its findings, and an end that counts them.
 * Written as it is read, in constant memory. A file without its end was cut off.
 */
export const ndjson: Reporter = function* ({ run, rules, targets, calls }) {
  yield line({ type: 'report', schema: 'sageready/report-lines/1', run });
  for (const rule of rules) yield line({ type: 'rule', ...rule });
  const counts = { targets: 0, findings: 0 };
  for (const { findings, ...target } of targets) {
    yield line({ type: 'target', ...target });
    for (const finding of findings) yield findingLine(target.target, finding);
    counts.targets += 1;
    counts.findings += findings.length;
  }
  yield line({ type: 'end', ...counts, calls });
};

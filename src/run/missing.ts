import type { TargetReport } from '../model/report.ts';
import type { Target } from '../model/target.ts';

/** The report on a target that cannot be judged at all: undetermined, with the reason. */
export const missingReport = ({ name, scenario, account, region, origin }: Target, reason: string): TargetReport => ({
  target: { name, scenario, account, region, ...(origin !== undefined && { origin }) },
  outcome: 'undetermined',
  risks: 0,
  findings: [],
  causes: [],
  invalid: reason,
});

import type { RememberedFinding } from '../../src/model/history.ts';
import type { Finding, Report } from '../../src/model/report.ts';
import type { Outcome } from '../../src/model/verdict.ts';
import type { Standing } from './found.ts';

/** How each target of a run stands with each rule. */
export type Standings = ReadonlyMap<string, ReadonlyMap<string, Outcome | 'follows'>>;

const placeOf = (target: { readonly account: string; readonly region: string }, name: string): string => [target.account, target.region, name].join('\n');

const outcomeOf = ({ verdict, follows = [] }: Finding): Outcome | 'follows' => (follows.length > 0 ? 'follows' : verdict.outcome);

/** Looks up how each target of a report stands with each rule. */
export const standingsIn = ({ targets }: Pick<Report, 'targets'>): Standings =>
  new Map([...targets].map(({ target, findings }) => [placeOf(target, target.name), new Map(findings.map((finding) => [finding.rule, outcomeOf(finding)]))]));

// A failure of the rule is one of other subjects: were it this one, the finding would be there.
const SETTLED: readonly (Outcome | 'follows' | undefined)[] = ['pass', 'fail', 'not-applicable'];

/**
 * How a finding of earlier runs, which this run does not report, stands now. Undefined: not known, and so left as it was.
 * It has passed when the rule was judged for each of its targets that this run has; what could not be read closes nothing, nor does a run without those targets.
 */
export const standingNow = (finding: RememberedFinding, standings: Standings): Exclude<Standing, 'failed' | 'not-judged'> | undefined => {
  const now = finding.targets.flatMap((name) => {
    const target = standings.get(placeOf(finding, name));
    return target === undefined ? [] : [target.get(finding.rule)];
  });
  if (now.length === 0 || !now.every((outcome) => SETTLED.includes(outcome))) return undefined;
  return now.some((outcome) => outcome === 'pass' || outcome === 'fail') ? 'passed' : 'gone';
};

import { rememberedAfter } from '../../reporters/found/remember.ts';
import { unknown } from '../../src/model/fact.ts';
import type { History } from '../../src/model/history.ts';
import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import type { Evidence, Verdict } from '../../src/model/verdict.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { seeded } from './hostile.ts';
import { fixtureReport } from './report.ts';
import { ruleId } from './report-rules.ts';
import { ACCOUNT, REGION, ROLE } from './targets.ts';

const RULE = ruleId('identity/role-trusts-sagemaker');

/** A fingerprint that differs by its number. */
export const fingerprint = (number: number): string => number.toString(16).padStart(64, '0');

/** What the rule says of a target in these tests. */
export type Said = 'fails' | 'fails otherwise' | 'passes' | 'does not apply' | 'cannot tell' | 'follows';

const evidenceOf = (number: number): Evidence => ({ subject: `${ROLE}${number}`, observed: `observed ${number}` });

const failing = (number: number): Pick<Finding, 'verdict' | 'fingerprints'> => ({
  verdict: fail('It fails', [evidenceOf(number)]),
  fingerprints: [fingerprint(number)],
});

const FINDINGS: Readonly<Record<Said, Omit<Finding, 'rule'>>> = {
  fails: failing(1),
  'fails otherwise': failing(2),
  passes: { verdict: pass('It passes') },
  'does not apply': { verdict: notApplicable('there is nothing to judge') },
  'cannot tell': { verdict: cannotTell(unknown('access-denied', 'iam:GetRole was refused', { actions: ['iam:GetRole'] })) },
  follows: { verdict: notApplicable('because identity/role-exists failed'), follows: [ruleId('identity/role-exists')] },
};

const targetOf = (name: string, findings: readonly Finding[]): TargetReport => ({
  target: { name, scenario: 'serverless-endpoint', account: ACCOUNT, region: REGION },
  outcome: 'undetermined',
  risks: 0,
  causes: [],
  findings,
});

/** A run on a day of 2026 in which one rule said this of each target. */
export const runOn = (day: string, targets: Readonly<Record<string, Said>>): Report => ({
  ...fixtureReport({ time: `2026-${day}T08:00:00.000Z` }),
  targets: Object.entries(targets).map(([name, said]) => targetOf(name, [{ rule: RULE, ...FINDINGS[said] }])),
});

/** What is remembered after these runs. */
export const remembering = (...runs: readonly Report[]): History =>
  runs.reduce<History>((history, run) => rememberedAfter(run, history), { schema: 'sageready/state/1', findings: [] });

/** The report with other text wherever AWS or a user wrote some; accounts, Regions and times stay, since they are validated before. */
export const withText = (report: Report, seed: (text: string) => string): Report => ({
  ...report,
  rules: report.rules.map((rule) => ({ ...seeded(rule, seed), docs: rule.docs })),
  targets: [...report.targets].map((one) => {
    const { account, region } = one.target;
    const changed = seeded(one, seed);
    return { ...changed, target: { ...changed.target, account, region } };
  }),
});

/** Many failing subjects of one rule in one target. */
export const failingSubjects = (numbers: readonly number[]): Report => {
  const evidence = numbers.map(evidenceOf);
  const verdict: Verdict = isNonEmpty(evidence) ? fail('They fail', evidence) : pass('Nothing fails');
  const finding: Finding = { rule: RULE, verdict, ...(numbers.length > 0 && { fingerprints: numbers.map(fingerprint) }) };
  return { ...runOn('11-21', {}), targets: [targetOf('churn', [finding])] };
};

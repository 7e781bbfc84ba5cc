import type { Fix, Owner } from '../../src/model/fix.ts';
import { OWNER_OF_FIX } from '../../src/model/fix.ts';
import type { PolicyStatement } from '../../src/model/policy.ts';
import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import type { RuleMeta } from '../../src/model/rule.ts';
import type { Evidence, Fail } from '../../src/model/verdict.ts';
import type { NonEmpty } from '../../src/model/words.ts';
import { actionsToGrant } from '../console/tally.ts';
import { renderFix } from '../fixes/index.ts';
import { subjectText } from '../found/identity.ts';
import { targetName } from '../target-name.ts';
import { jsonText, unique, visible } from '../text.ts';

/** What one owner is asked to do, once for all targets that need it. */
export interface Request {
  readonly owner: Owner;
  /** What to do, in words. */
  readonly text: string;
  /** What to add to a policy, where that is it. */
  readonly statement?: PolicyStatement;
  readonly commands: readonly string[];
  /** Why, each reason with the targets that have it. */
  readonly reasons: readonly (Reason & { readonly targets: readonly string[] })[];
}

/** Why something is asked: a sentence, and what was observed. */
interface Reason {
  readonly because: string;
  readonly observed: readonly string[];
}

interface Asked extends Omit<Request, 'reasons'> {
  /** Equal requests are one. */
  readonly key: string;
  readonly reason: Reason;
  readonly target: string;
}

type Failure = Finding & { readonly verdict: Fail };

const OWNER_OF_TOPIC: Readonly<Record<string, Owner>> = { network: 'network', identity: 'identity', encryption: 'keys' };

/** Whom a rule's advice is for, where it knows no exact remedy. */
export const ownerOfAdvice = (rule: string): Owner => OWNER_OF_TOPIC[rule.split('/')[0] ?? ''] ?? 'ml';

const isFailure = (finding: Finding): finding is Failure => finding.verdict.outcome === 'fail';

/** The observations that nobody answers for. */
const openEvidence = ({ verdict, fingerprints = [], waivers = {} }: Failure): readonly Evidence[] =>
  verdict.evidence.filter((_, index) => waivers[fingerprints[index] ?? ''] === undefined);

const isOpen = (finding: Finding): finding is Failure => isFailure(finding) && openEvidence(finding).length > 0;

const MOST = 5;

const observation = ({ subject, observed, expected }: Evidence): string =>
  `${subjectText(subject)}: ${visible(observed)}${expected === undefined ? '' : `; expected: ${visible(expected)}`}`;

const shortList = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${lines.length - MOST} more of the kind`];

const reasonOf = (failure: Failure, words: RuleMeta | undefined): Reason => ({
  because: `${visible(failure.verdict.summary)}.${words === undefined ? '' : ` What must hold: ${visible(words.title)}.`}`,
  observed: shortList(unique(openEvidence(failure).map(observation))),
});

const statementOf = (fix: Fix): PolicyStatement | undefined => {
  if (fix.kind === 'create-role') return fix.trustStatement;
  return 'statement' in fix && 'Effect' in fix.statement ? fix.statement : undefined;
};

const askedByFix = (fix: Fix, account: string): Omit<Asked, 'reason' | 'target'> => {
  const statement = statementOf(fix);
  return { owner: OWNER_OF_FIX[fix.kind], key: jsonText([account, fix]), ...renderFix(fix), ...(statement && { statement }) };
};

// A rule that knows no exact remedy still has its advice, for those whom its topic belongs to.
const askedByAdvice = ({ rule, verdict }: Failure, words: RuleMeta): Omit<Asked, 'reason' | 'target'> => ({
  owner: ownerOfAdvice(rule),
  key: jsonText([rule, verdict.evidence.map(({ subject }) => subject)]),
  text: visible(words.fix),
  commands: [],
});

const askedBy = (target: TargetReport['target'], finding: Failure, words: RuleMeta | undefined): readonly Asked[] => {
  const { fixes = [] } = finding.verdict;
  const asked = fixes.length > 0 || words === undefined ? fixes.map((fix) => askedByFix(fix, target.account)) : [askedByAdvice(finding, words)];
  return asked.map((one) => ({ ...one, reason: reasonOf(finding, words), target: targetName(target) }));
};

const askedToRead = (report: Report, targets: readonly TargetReport[]): readonly Asked[] => {
  const Action = unique(targets.flatMap(actionsToGrant)).toSorted();
  if (Action.length === 0) return [];
  const who = report.run.caller === undefined ? 'whoever collects the facts' : visible(report.run.caller);
  const asked = { owner: 'identity', key: 'read', text: `Let ${who} read what was refused: add this statement to its policies.`, commands: [] } as const;
  const statement: PolicyStatement = { Sid: 'SagereadyReads', Effect: 'Allow', Action, Resource: '*' };
  return targets
    .filter((target) => actionsToGrant(target).length > 0)
    .map(({ target }) => ({
      ...asked,
      statement,
      reason: { because: 'Not everything could be judged without it.', observed: [] },
      target: targetName(target),
    }));
};

const grouped = <T>(list: readonly T[], keyOf: (one: T) => string): readonly NonEmpty<T>[] => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
};

const requestOf = (asked: NonEmpty<Asked>): Request => {
  const { owner, text, statement, commands } = asked[0];
  const reasons = grouped(asked, ({ reason }) => jsonText(reason)).map((same) => ({ ...same[0].reason, targets: unique(same.map(({ target }) => target)) }));
  return { owner, text, commands, reasons, ...(statement && { statement }) };
};

/** Everything that somebody is asked to do, each request once; what is waived is not asked for. */
export const requestsIn = (report: Report): readonly Request[] => {
  const targets = [...report.targets];
  const words = new Map(report.rules.map((rule) => [rule.id, rule]));
  const asked = targets.flatMap(({ target, findings }) => findings.filter(isOpen).flatMap((finding) => askedBy(target, finding, words.get(finding.rule))));
  return grouped([...asked, ...askedToRead(report, targets)], ({ key }) => key).map(requestOf);
};

import type { Baseline } from '../../src/model/baseline.ts';
import { baselineKey } from '../../src/model/baseline.ts';
import type { Finding, Waiver } from '../../src/model/report.ts';
import type { Fail } from '../../src/model/verdict.ts';
import { adviceFrom, observation, sentence, waiverText } from '../failed.ts';
import { renderFix } from '../fixes/index.ts';
import { subjectText, targetTail } from '../found/identity.ts';
import type { RenderedFix } from '../rendered-fix.ts';
import { targetName } from '../target-name.ts';
import { visible } from '../text.ts';
import { digestOf } from './digest.ts';
import type { Entry } from './entry.ts';
import { messageOf } from './message.ts';
import type { PhysicalLocation } from './place.ts';
import { RANKS } from './rule.ts';

const FINGERPRINT_DIGITS = 16;

/** The rest of the run that a result needs. */
export interface Surroundings {
  readonly ruleIndex: number;
  readonly place: PhysicalLocation;
  /** How many results before this one have the same hash. */
  readonly repeated: (hash: string) => number;
  /** With suppressions, and everything that a machine may want to know. */
  readonly full: boolean;
  readonly baseline?: Baseline | undefined;
}

const whatFailed = (verdict: Fail, { subject, failed, words, passed }: Entry, remedies: readonly RenderedFix[]): readonly string[] => {
  if (passed) return [visible(verdict.summary), `${subjectText(subject)} was: ${(failed?.evidence ?? []).map(observation).join('; ')}`];
  const seen = (failed?.evidence ?? []).map(observation).join('; ');
  const advice = adviceFrom(remedies, words.fix);
  return [visible(verdict.summary), `${subjectText(subject)}: ${seen}`, ...(advice.length > 0 ? [`To do: ${advice.join(' ')}`] : [])];
};

const whatHappened = (entry: Entry, remedies: readonly RenderedFix[]): readonly string[] => {
  const { verdict } = entry.finding;
  switch (verdict.outcome) {
    case 'fail':
      return whatFailed(verdict, entry, remedies);
    case 'pass':
      return [visible(verdict.summary)];
    case 'not-applicable':
      return [visible(`Does not apply: ${verdict.reason}`)];
    case 'cannot-tell':
    case 'error':
      return [];
    default:
      return verdict satisfies never;
  }
};

const textOf = (entry: Entry, remedies: readonly RenderedFix[]): string =>
  [...whatHappened(entry, remedies), `Concerns ${targetName(entry.target)}`].map(sentence).join(' ');

const KINDS: Readonly<Record<Finding['verdict']['outcome'], string>> = {
  fail: 'fail',
  pass: 'pass',
  'not-applicable': 'notApplicable',
  'cannot-tell': 'review',
  error: 'review',
};

// A result keeps its fingerprint as long as rule, account, Region, subject and target do, wherever the lines go; GitHub counts equal ones behind the colon.
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning
const fingerprintsOf = ({ target, failed, subject, words }: Entry, repeated: Surroundings['repeated']) => {
  const own = failed?.fingerprint ?? digestOf(words.id, target.account, target.region, subjectText(subject));
  const place = digestOf(targetTail(target), target.account, target.region, words.id, subjectText(subject));
  const hash = `${visible(own).slice(0, FINGERPRINT_DIGITS)}${place}`;
  const number = repeated(hash) + 1;
  return { primaryLocationLineHash: `${hash}:${number}`, 'sageready/v1': `${visible(own)}/${place}:${number}` };
};

const suppressionOf = (waiver: Waiver) => ({ kind: 'external', status: 'accepted', justification: sentence(waiverText(waiver)) });

const remediesOf = ({ verdict }: Finding): readonly RenderedFix[] => (verdict.outcome === 'fail' ? (verdict.fixes ?? []).map(renderFix) : []);

const fullParts = ({ target, failed }: Entry, remedies: readonly RenderedFix[]) => ({
  suppressions: failed?.waiver === undefined ? [] : [suppressionOf(failed.waiver)],
  properties: {
    target: visible(target.name),
    scenario: visible(target.scenario),
    account: visible(target.account),
    region: visible(target.region),
    ...(failed?.fingerprint !== undefined && { fingerprint: visible(failed.fingerprint) }),
    ...(remedies.length > 0 && { remedies }),
  },
});

const logicalLocation = ({ subject }: Entry) => {
  const name = subjectText(subject);
  return { name: name.slice(name.lastIndexOf('/') + 1) || name, fullyQualifiedName: name, kind: 'resource' };
};

const stateOf = ({ target, finding, failed, passed }: Entry, { states }: Baseline) =>
  passed ? 'absent' : (states.get(baselineKey(target, finding.rule, failed?.fingerprint)) ?? 'new');

/** One result. Where nothing failed, it has no level. */
export const resultOf = (entry: Entry, { ruleIndex, place, repeated, full, baseline }: Surroundings) => {
  const { words, finding, failed } = entry;
  const remedies = remediesOf(finding);
  return {
    ruleId: visible(words.id),
    ruleIndex,
    kind: KINDS[finding.verdict.outcome],
    level: failed === undefined ? 'none' : words.severity,
    ...(failed !== undefined && { rank: RANKS[words.severity] }),
    message: messageOf(textOf(entry, remedies)),
    locations: [{ physicalLocation: place, logicalLocations: [logicalLocation(entry)] }],
    partialFingerprints: fingerprintsOf(entry, repeated),
    ...(baseline && { baselineState: stateOf(entry, baseline) }),
    ...(full && fullParts(entry, remedies)),
  };
};

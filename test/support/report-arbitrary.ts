import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unknown } from '../../src/model/fact.ts';
import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import type { Evidence, Subject, Verdict } from '../../src/model/verdict.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { fixtureReport } from './report.ts';
import { FIXTURE_RULES } from './report-rules.ts';
import { ACCOUNT, REGION } from './targets.ts';

const textOf = (subject: Subject): string => (typeof subject === 'string' ? subject : [subject.account, subject.region, subject.kind, subject.name].join('/'));

// As the engine makes them: rule, partition, account, Region and subject, nothing else.
const fingerprintOf = (rule: string, region: string, subject: Subject): string =>
  createHash('sha256')
    .update([rule, 'aws', ACCOUNT, region, textOf(subject)].join('\n'))
    .digest('hex');

const text = fc.oneof(fc.constantFrom('a', 'b', '2000 MB'), fc.string({ unit: 'binary', maxLength: 12 }));

const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.constantFrom(`arn:aws:iam::${ACCOUNT}:role/Execution`, `arn:aws:s3:::models`, 'arn:aws:s3:::models/a.tar.gz', 'models'),
  text,
  fc.record({ account: fc.constant(ACCOUNT), region: fc.constant(REGION), kind: fc.constantFrom('endpoint', 'subnet'), name: fc.constantFrom('a', 'b') }),
);

const evidence: fc.Arbitrary<Evidence> = fc.record(
  { subject, observed: text, expected: text, field: fc.constantFrom(['image'], ['serverlessConfig', 'memorySizeInMB'], ['nowhere']) },
  { requiredKeys: ['subject', 'observed'] },
);

const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  text.map((words) => pass(words)),
  text.map(notApplicable),
  text.map((words) => cannotTell(unknown('access-denied', words, { actions: ['iam:GetRole'] }))),
  text.map((message) => ({ outcome: 'error', message }) as const),
  fc.array(evidence, { minLength: 1, maxLength: 4 }).map((list) => (isNonEmpty(list) ? fail('it is not so', list) : pass(''))),
);

const WAIVER = { reason: 'known', owner: 'somebody', expires: '2027-01-31' };

const judged = (rule: Finding['rule'], region: string, { verdict: one, waived }: { readonly verdict: Verdict; readonly waived: boolean }): Finding => {
  if (one.outcome !== 'fail') return { rule, verdict: one };
  const fingerprints = one.evidence.map((seen) => fingerprintOf(rule, region, seen.subject));
  return { rule, verdict: one, fingerprints, ...(waived && { waivers: { [fingerprints[0] ?? '']: WAIVER } }) };
};

const RULE_IDS = FIXTURE_RULES.map(({ id }) => id);

const target = (index: number): fc.Arbitrary<TargetReport> =>
  fc
    .record({
      region: fc.constantFrom(REGION, 'eu-west-1'),
      line: fc.option(fc.constantFrom(4, 5, 20), { nil: undefined }),
      verdicts: fc.uniqueArray(fc.record({ rule: fc.constantFrom(...RULE_IDS), verdict, waived: fc.boolean() }), {
        selector: ({ rule }) => rule,
        maxLength: 5,
      }),
    })
    .map(({ region, line, verdicts }) => ({
      target: {
        name: `target-${index}`,
        scenario: 'serverless-endpoint',
        account: ACCOUNT,
        region,
        ...(line !== undefined && {
          origin: {
            file: 'sageready.yaml',
            positions: { '': { line, column: 3 }, '/image': { line: line + 1, column: 5 }, '/serverlessConfig': { line: line + 1, column: 9 } },
          },
        }),
      },
      outcome: 'undetermined',
      risks: 0,
      findings: verdicts.map((one) => judged(one.rule, region, one)),
      causes: [],
    }));

/** Reports of up to four targets, whose subjects, lines and texts often collide; fingerprints as the engine makes them. */
export const anyReport: fc.Arbitrary<Report> = fc
  .tuple(target(0), target(1), target(2), target(3))
  .chain((targets) => fc.nat({ max: targets.length }).map((length) => ({ ...fixtureReport(), targets: targets.slice(0, length) })));

import { describe, expect, test } from '@jest/globals';
import { reporters } from '../../reporters/index.ts';
import { problemsIn, targetName, targetParts } from '../../reporters/target-name.ts';
import type { Report, TargetReport } from '../../src/model/report.ts';
import { fixtureReport } from '../support/report.ts';

const OPTIONS = { colour: false, all: false, width: 80, links: false } as const;
const PROBLEMS = ['a.yaml:3:5 account: "4444" does not have 12 digits', 'a.yaml:1:1 image: is missing'] as const;

/** A target as the command line reports it where the description does not even say a valid account. */
const invalid: TargetReport = {
  target: { name: 'slip', scenario: 'serverless-endpoint', account: '', region: '' },
  outcome: 'undetermined',
  risks: 0,
  findings: [],
  causes: [],
  invalid: PROBLEMS.join('\n'),
};

const report = (): Report => ({ ...fixtureReport(), targets: [...[...fixtureReport().targets].slice(0, 1), invalid] });

describe('a target in words', () => {
  test('has its account and Region where they are known', () => {
    const target = { name: 'churn', scenario: 'serverless-endpoint', account: '123456789012', region: 'us-east-1' } as const;
    expect(targetName(target)).toBe('churn (account 123456789012, us-east-1)');
    expect(targetParts(target)).toEqual(['serverless-endpoint', 'account 123456789012', 'us-east-1']);
    expect([targetName(invalid.target), ...targetParts(invalid.target)]).toEqual(['slip', 'serverless-endpoint']);
  });
  test('keeps the problems of a description apart', () => {
    expect(problemsIn(`${PROBLEMS[0]}\n\u001b[31m`)).toEqual([PROBLEMS[0], '\\u{1b}[31m']);
  });
});

describe('an invalid target', () => {
  const TELLING = ['console', 'json', 'ndjson', 'sarif', 'sarif-full', 'junit', 'junit-extended', 'markdown', 'csv', 'github', 'html'] as const;

  test.each(TELLING)('is told by %s, without an empty account and without line breaks in disguise', (format) => {
    const text = [...reporters[format](report(), OPTIONS)].join('');
    expect(text).toContain('slip');
    expect(text).toContain('does not have 12 digits');
    expect(text).toContain('image: is missing');
    expect(text).not.toMatch(/\(account , \)|\(, \)|account {2}·|\\u\{+a\}/);
  });
  test('does not move the alerts of the others to another category', () => {
    const categoryOf = (targets: readonly TargetReport[]): unknown =>
      JSON.parse([...reporters.sarif({ ...report(), targets }, OPTIONS)].join('')).runs[0].automationDetails.id;
    const [valid] = [...report().targets] as [TargetReport];
    expect(categoryOf([valid, invalid])).toBe(categoryOf([valid]));
  });
});

describe('formats without room for commands', () => {
  test.each(['asff', 'ocsf'] as const)('%s announces none', (format) => {
    const text = [...reporters[format](fixtureReport(), OPTIONS)].join('');
    expect(text).toContain('Edit bucket-policy.json between these two commands. The exact commands stand in');
    expect(text).not.toContain('commands:"');
  });
});

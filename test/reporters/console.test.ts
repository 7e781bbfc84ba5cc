import { describe, expect, test } from '@jest/globals';
import { console as report } from '../../reporters/console.ts';
import { columnsOf } from '../../reporters/text.ts';
import { unknown } from '../../src/model/fact.ts';
import type { Report, ReporterOptions, TargetReport } from '../../src/model/report.ts';
import { cannotTell } from '../../src/model/verdict.ts';
import { expectGolden } from '../support/golden.ts';
import { fixtureReport, fullReport, notReadyReport, readyReport } from '../support/report.ts';

const written = (made: Report, options: Partial<ReporterOptions> = {}): string =>
  [...report(made, { colour: false, all: false, width: 80, links: false, ...options })].join('');

const escaped = (text: string): string => text.replaceAll('\u001b', '␛');

describe('the console report is as committed', () => {
  test.each<readonly [string, string]>([
    ['console-80', written(fixtureReport())],
    ['console-200', written(fixtureReport(), { width: 200 })],
    ['console-all', written(fullReport(), { all: true })],
    ['console-one', written(notReadyReport())],
    ['console-ready', written(readyReport())],
    ['console-colour', escaped(written(fixtureReport(), { colour: true, links: true }))],
  ])('%s', (name, text) => {
    expectGolden(`reporters/golden/${name}.golden.txt`, text);
  });
});

describe('colour', () => {
  test('there is no escape sequence without it, links or not', () => {
    expect(written(fullReport(), { all: true, links: true })).not.toContain('\u001b');
  });
  test('it changes nothing but the colour', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
    expect(written(fullReport(), { colour: true }).replace(/\u001b\[\d+m/g, '')).toBe(written(fullReport()));
  });
  test('links are terminal links over the plain address', () => {
    const url = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';
    expect(written(notReadyReport(), { colour: true, links: true })).toContain(`\u001b]8;;${url}\u001b\\${url}\u001b]8;;\u001b\\`);
    expect(written(notReadyReport(), { colour: true })).not.toContain('\u001b]8');
  });
});

describe('layout', () => {
  const isCommand = (line: string): boolean => /^ {7}\S|^ {9,}(?:--|")/.test(line);
  test.each([72, 80, 120, 200])('at %d columns only commands, addresses and ARNs go beyond the edge', (width) => {
    const tooLong = written(fullReport(), { all: true, width })
      .split('\n')
      .filter((line) => columnsOf(line) > width && !isCommand(line));
    for (const line of tooLong)
      expect(
        line
          .trim()
          .split(/ +/)
          .sort((a, b) => b.length - a.length)[0]?.length,
      ).toBeGreaterThan(25);
  });
  test('names in the summary are broken, not cut, where the terminal is narrow', () => {
    const name = 'a-very-long-name-of-an-endpoint-that-somebody-chose';
    const targets = [...fixtureReport().targets].map((target) => ({ ...target, target: { ...target.target, name } }));
    const [, table = ''] = written({ ...fixtureReport(), targets }, { width: 80 }).split('\n\n');
    expect(Math.max(...table.split('\n').map(columnsOf))).toBeLessThanOrEqual(80);
    const pieces = table
      .split('\n')
      .slice(2)
      .map((line) => line.slice(2).split(' ')[0]);
    expect(pieces.join('')).toBe(name.repeat(targets.length));
  });
  test('no line ends in spaces, and no two are empty in a row', () => {
    expect(written(fullReport(), { all: true })).not.toMatch(/ \n|\n\n\n/);
  });
  test('without any target it says so', () => {
    expect(written({ ...readyReport(), targets: [] })).toContain('Nothing was judged');
  });
});

describe('the closing line', () => {
  const [churn, fraud, forecast, search, legacy] = [...fixtureReport().targets] as [TargetReport, TargetReport, TargetReport, TargetReport, TargetReport];
  const closing = (target: TargetReport, run: Partial<Report['run']> = {}): string => {
    const blocks = written({ ...fixtureReport(run), targets: [target] }, { width: 400 }).split('\n\n');
    return blocks.at(-2)?.replaceAll('\n  ', ' ') ?? '';
  };
  const only = (target: TargetReport, ...outcomes: readonly string[]): TargetReport => ({
    ...target,
    findings: target.findings.filter(({ verdict }) => outcomes.includes(verdict.outcome)),
  });

  test('says what to fix and what that clears', () => {
    expect(closing(churn)).toBe('✘ churn is not ready: fix these 2, they clear 6');
    expect(closing(fraud)).toBe('✘ fraud is not ready: fix these 3; 1 check could not be judged');
  });
  test('never says ready alone where there are risks or open questions', () => {
    const open = { ...search, outcome: 'ready' } as const;
    expect(closing(forecast)).toBe('✔ forecast is ready, with 2 risks');
    expect(closing(only(open, 'pass', 'cannot-tell'))).toBe('✔ search is ready as far as could be read: 3 checks could not be judged');
    expect(closing([...readyReport().targets][0] as TargetReport)).toBe('✔ churn is ready');
  });
  test('names what was not readable where it is one thing', () => {
    const because = [unknown('access-denied', 'organisation policies were not readable — organizations:DescribeOrganization was refused')] as const;
    const finding = { rule: 'identity/role-exists', verdict: cannotTell(...because) } as const;
    expect(closing({ ...search, outcome: 'ready', findings: [finding] })).toBe(
      '✔ search is ready as far as could be read: organisation policies were not readable',
    );
  });
  test('says what to grant', () => {
    expect(closing(search)).toBe(
      '? search is undetermined: 3 checks could not be judged; 1 rule is broken, ours to mend — grant iam:GetRolePolicy, iam:ListRolePolicies, kms:DescribeKey',
    );
    expect(closing(only(search, 'error'))).toBe('? search is undetermined: 1 rule is broken, ours to mend');
    expect(closing(legacy)).toBe('? legacy is undetermined: its description is not valid');
  });
  test('counts as failures what the run counts', () => {
    expect(closing({ ...forecast, outcome: 'not-ready', risks: 0 }, { failOn: 'warning' })).toBe('✘ forecast is not ready: fix these 2');
  });
});

describe('what a reader must not miss', () => {
  test('is in the head', () => {
    const head = written(readyReport({ complete: false, strict: true, failOn: 'note', endpoints: ['s3: http://127.0.0.1:5000'], notes: ['A note.'] })).split(
      '──',
    )[0];
    for (const text of ['! incomplete', 'strict', 'notes count as failures', '! another endpoint than AWS’s own: s3: http://127.0.0.1:5000', '! A note.'])
      expect(head).toContain(text);
  });
  test('offline, the file of facts is named and no calls are counted', () => {
    const text = written({ ...readyReport({ factsFile: 'facts.json' }), calls: { total: 0, calls: [] } });
    expect(text).toContain('judged from facts.json, without asking AWS');
    expect(text).not.toContain('calls to AWS');
  });
  test('a rule without words is called by its id', () => {
    expect(written({ ...notReadyReport(), rules: [] })).toContain('✘ 1  identity/role-exists\n     error      There is no such role');
  });
  test('what only follows is folded under its cause, and passes are shown on demand', () => {
    const text = written(notReadyReport());
    expect(text).toContain('clears 3');
    expect(text).not.toContain('The model artifact exists');
    expect(written(notReadyReport(), { all: true })).toContain('✔    The memory size is one that serverless endpoints offer\n     2048 MB is offered');
  });
});

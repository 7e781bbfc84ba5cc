import { describe, expect, test } from '@jest/globals';
import { console as report } from '../../reporters/console.ts';
import { markdown } from '../../reporters/markdown.ts';
import { columnsOf } from '../../reporters/text.ts';
import { unknown } from '../../src/model/fact.ts';
import type { Report, ReporterOptions, TargetReport } from '../../src/model/report.ts';
import { cannotTell } from '../../src/model/verdict.ts';
import { expectGolden } from '../support/golden.ts';
import { firstHidden, HOSTILE, seeded } from '../support/hostile.ts';
import { fixtureReport, fullReport, notReadyReport, readyReport } from '../support/report.ts';
import { fiftyTargets, networkReport, waivedReport } from '../support/report-many.ts';

const written = (made: Report, options: Partial<ReporterOptions> = {}): string =>
  [...report(made, { colour: false, all: false, width: 80, links: false, ...options })].join('');

const EVERY_REPORT = [fullReport(), fiftyTargets(), waivedReport(), networkReport()];

const escaped = (text: string): string => text.replaceAll('\u001b', '␛');

describe('the console report is as committed', () => {
  test.each<readonly [string, string]>([
    ['console-40', written(fixtureReport(), { width: 40 })],
    ['console-80', written(fixtureReport())],
    ['console-120', written(fixtureReport(), { width: 120 })],
    ['console-200', written(fixtureReport(), { width: 200 })],
    ['console-fifty', written(fiftyTargets())],
    ['console-fifty-40', written(fiftyTargets(), { width: 40 })],
    ['console-waived', written(waivedReport())],
    ['console-network-40', written(networkReport(), { width: 40 })],
    ['console-network-80', written(networkReport())],
    ['console-network-200', written(networkReport(), { width: 200 })],
    ['console-all', written(fullReport(), { all: true })],
    ['console-one', written(notReadyReport())],
    ['console-ready', written(readyReport())],
    ['console-colour', escaped(written(fixtureReport(), { colour: true, links: true }))],
    ['console-network-colour', escaped(written(networkReport(), { colour: true, links: true, width: 200 }))],
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
    for (const made of EVERY_REPORT) expect(written(made, { colour: true }).replace(/\u001b\[\d+m/g, '')).toBe(written(made));
  });
  test('links are terminal links over the plain address', () => {
    const url = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html';
    expect(written(notReadyReport(), { colour: true, links: true })).toContain(`\u001b]8;;${url}\u001b\\${url}\u001b]8;;\u001b\\`);
    expect(written(notReadyReport(), { colour: true })).not.toContain('\u001b]8');
  });
});

describe('layout', () => {
  // Commands stand apart, seven columns in (four on a narrow page), their options further in.
  const isCommand = (line: string, width: number): boolean => (width < 60 ? /^ {4,}\S/ : /^ {7}\S|^ {9,}(?:--|"|[\]}])/).test(line);
  const longestWord = (line: string): number => Math.max(...line.split(/ +/).map(columnsOf));
  test.each([40, 60, 72, 80, 120, 200])('at %d columns only commands, addresses, places and ARNs go beyond the edge', (width) => {
    const tooLong = EVERY_REPORT.flatMap((made) => written(made, { all: true, width }).split('\n')).filter(
      (line) => columnsOf(line) > width && !isCommand(line, width) && !/^ *(?:where +)?sageready\.yaml:\d+:\d+ /.test(line),
    );
    expect(tooLong.filter((line) => longestWord(line) <= 25)).toEqual([]);
  });
  test('names in the summary are broken, not cut, where the terminal is narrow', () => {
    const name = 'a-very-long-name-of-an-endpoint-that-somebody-chose';
    const targets = [...fixtureReport().targets].map((target) => ({ ...target, target: { ...target.target, name } }));
    const [, , table = ''] = written({ ...fixtureReport(), targets }, { width: 80 }).split('\n\n');
    expect(Math.max(...table.split('\n').map(columnsOf))).toBeLessThanOrEqual(80);
    const pieces = table
      .split('\n')
      .slice(2)
      .map((line) => line.slice(2).split(' ')[0]);
    expect(pieces.join('')).toBe(name.repeat(targets.length));
  });
  test('no line ends in spaces, and no two are empty in a row', () => {
    for (const made of EVERY_REPORT) for (const width of [40, 80, 200]) expect(written(made, { all: true, width })).not.toMatch(/ \n|\n\n\n/);
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
  test('what is behind a waived failure is neither ready nor said to follow from another one', () => {
    const waiver = { reason: 'made on the day', owner: 'mara@example.com', expires: '2027-01-31' };
    const waived = (rule: string, one: TargetReport): TargetReport => ({
      ...one,
      findings: one.findings.map((finding) => (finding.rule === rule ? { ...finding, waivers: { [finding.fingerprints?.[0] ?? '']: waiver } } : finding)),
    });
    const one = waived('identity/role-exists', churn);
    expect(closing(one)).toBe('✘ churn is not ready: fix this one, it clears 3; 1 waived failure, behind which 3 checks were not judged');
    expect(written({ ...fixtureReport(), targets: [one] }, { width: 400 })).toContain('1 failed, 3 follow from that, 1 waived, 3 not judged behind it');
    const both: TargetReport = { ...waived('artifact/bucket-exists', one), outcome: 'ready' };
    expect(closing(both)).toBe('✔ churn is ready, with 2 waived failures, behind which 6 checks were not judged');
    expect([...markdown({ ...fixtureReport(), targets: [both] }, { colour: false, all: false, width: 80, links: false })].join('')).toContain(
      '2 waived, 6 not judged behind it',
    );
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
    expect(closing(legacy)).toBe('? legacy is undetermined: it could not be judged at all');
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

describe('several targets', () => {
  const text = written(fiftyTargets());
  const at = (words: string): number => text.indexOf(words);

  test('are summed up first, and what is not ready is told first', () => {
    expect(text.split('\n\n')[1]).toBe('50 targets: 43 ready, 5 not ready, 2 undetermined');
    expect(at('── endpoint-04 ')).toBeGreaterThan(at('✔ endpoint-50'));
    expect(at('── endpoint-18 ')).toBeGreaterThan(at('── endpoint-44 '));
    expect(at('── endpoint-31 ')).toBeGreaterThan(at('── endpoint-19 '));
  });
  test('of several accounts are told apart by account too', () => {
    const { targets, ...report } = fiftyTargets();
    const [first, second] = [...targets];
    if (first === undefined || second === undefined) throw new Error('no targets');
    const elsewhere = { ...second, target: { ...second.target, account: '444455556666' } };
    const [one, two] = [
      [first, second],
      [first, elsewhere],
    ].map((both) => written({ ...report, targets: both }));
    expect(one).not.toContain('444455556666');
    expect(two).toMatch(/endpoint-\d+ +444455556666, us-east-1 /);
  });
  test('that fail alike need the remedy once, with the place in each description', () => {
    expect(text.split('aws iam create-role \\').length - 1).toBe(1);
    expect(text.split('the same as for endpoint-04 (✘ 1), above').length - 1).toBe(4);
    expect(text.split('sageready.yaml:8:23  executionRoleArn').length - 1).toBe(5);
  });
  test('that lack one permission ask for it once', () => {
    expect(text.split('"kms:DescribeKey"').length - 1).toBe(1);
    expect(text.replace(/\s+/g, ' ')).toContain('could not be judged, for the same reason as for endpoint-18, above');
  });
  test('without news share a closing line, each by name', () => {
    const closing = text.split('\n\n').at(-2)?.replaceAll('\n  ', ' ') ?? '';
    expect(closing).toContain('endpoint-05, endpoint-09');
    expect(closing).toContain('endpoint-49 are ready as far as could be read: organisation policies were not readable');
    expect(closing).toContain('endpoint-50 are ready\n');
    expect(closing).not.toContain('endpoint-31');
  });
  test('are told in full on demand', () => {
    const all = written(fiftyTargets(), { all: true });
    expect(all.split('aws iam create-role \\').length - 1).toBe(5);
    for (const { target } of fiftyTargets().targets) expect(all).toContain(`── ${target.name} `);
  });
  test('a failure that is told once is not taken for one that only looks alike', () => {
    const [first, second] = [...fiftyTargets().targets].filter(({ outcome }) => outcome === 'not-ready') as [TargetReport, TargetReport];
    const other = { ...second, findings: second.findings.map((finding) => JSON.parse(JSON.stringify(finding).replaceAll('churn-modles', 'churn-modelz'))) };
    const told = written({ ...fiftyTargets(), targets: [first, other] });
    expect(told).toContain('no bucket named churn-modelz');
    expect(told.split('the same as for').length - 1).toBe(1);
  });
});

describe('waived failures', () => {
  const text = written(waivedReport());
  test('are counted everywhere, and make nothing to fix', () => {
    expect(text).toContain('✘ fraud  us-east-1  not ready       2       ·      ·        1       1');
    expect(text).toContain('✘ NOT READY  2 failed, 1 not judged, 1 waived, 3 passed');
    expect(text).toContain('✘ fraud is not ready: fix these 2; 1 check could not be judged; 1 waived failure');
    expect(text).toContain('✔ pilot is ready, with 1 waived failure');
  });
  test('say who answers until when, and why', () => {
    expect(text).toContain('~    The memory size is one that serverless endpoints offer');
    expect(text).toContain('waived     until 2027-01-31 by platform@example.com: The team moves to');
  });
  test('in part stay failures', () => {
    expect(text).toContain('✘ 2  The execution role may read the model artifact');
  });
});

describe('the network', () => {
  const text = written(networkReport(), { width: 200 });
  test('is told with a line for each subnet', () => {
    expect(text).toContain('✔ subnet-0a1b2c3d4e5f60002 private-b  us-east-1b  10.0.2.0/24  250 free  reaches Amazon S3, com.amazonaws.us-east-1.ecr.api\n');
    expect(text).toMatch(/✘ subnet-0a1b2c3d4e5f60001 private-a .* does not reach Amazon S3: endpoint policy vpce-0a1b2c3d4e5f60001, no statement/);
    expect(text).toMatch(/\? subnet-0a1b2c3d4e5f60003 .* may or may not reach Amazon S3: route table /);
  });
  test('is traced hop by hop to the one that stops', () => {
    const hops = text
      .split('the packet is stopped\n')[1]
      ?.split('\n')
      .slice(0, 4)
      .map((line) => line.trim().slice(0, 22));
    expect(hops).toEqual(['✔ security group, out ', '✔ network ACL, out    ', '✔ route table         ', '✘ endpoint policy     ']);
  });
});

test.each(Object.entries({ waivedReport, networkReport, fiftyTargets }))('hostile text in %s is made visible', (_, made) => {
  const text = written(seeded(made(), (word) => `${word}${HOSTILE}`));
  expect(firstHidden(text.replaceAll('\n', ''))).toBe('');
});

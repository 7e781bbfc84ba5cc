import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeBlock, escapedMarkdown, inlineCode } from '../../reporters/markdown/escape.ts';
import { markdown } from '../../reporters/markdown.ts';
import type { Finding, Report, TargetReport } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { HOSTILE, seeded } from '../support/hostile.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';
import { fiftyTargets, waivedReport } from '../support/report-many.ts';
import { ruleId } from '../support/report-rules.ts';

const written = (report: Report, all = false): string => [...markdown(report, { colour: false, all, width: 80, links: false })].join('');

describe('the report as Markdown', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/report.golden.md', written(fixtureReport()));
  });
  test('says first how many targets are ready, then each of them, those that are not before', () => {
    const text = written(fiftyTargets());
    expect(text).toMatch(/^<!-- sageready -->\n\n### sageready: 50 targets: 5 not ready, 2 undetermined, 43 ready\n/);
    const rows = text.split('\n').filter((line) => line.startsWith('| <code>'));
    expect(rows.length).toBe(50);
    expect(rows.map((row) => row.split(' | ')[1]?.[0])).toEqual([...Array(5).fill('✘'), ...Array(2).fill('?'), ...Array(43).fill('✔')]);
  });
  test('tells a failure with evidence, place, remedy and commands', () => {
    const text = written(fixtureReport());
    for (const part of [
      '✘ **The memory size is one that serverless endpoints offer** (error)',
      '<code>sageready.yaml:30:25  serverlessConfig.memorySizeInMB</code>',
      '**To do:** Choose 1024',
      '  ```sh\n  aws iam put-role-policy \\\n',
      '[documentation](<https://docs.aws.amazon.com/',
    ])
      expect(text).toContain(part);
  });
  test('tells what could not be judged, what is broken and what is not valid', () => {
    const text = written(fixtureReport());
    expect(text).toContain('? **The key of the endpoint’s storage exists** — not judged; 1 further check waits for it');
    expect(text).toContain('the rule is broken, ours to mend');
    expect(text).toContain('Could not be judged: sageready.yaml:72:7');
  });
  test('keeps waived failures visible', () => {
    expect(written(waivedReport())).toContain('~ **The memory size is one that serverless endpoints offer** — waived until 2027-01-31');
  });
  test('tells what passed with all only', () => {
    expect(written(readyReport())).not.toContain('<details>');
    expect(written(readyReport(), true)).toContain('* ✔ The execution role exists');
  });
  test('is never silent', () => {
    expect(written({ ...readyReport(), targets: [] })).toContain('nothing was judged, since there is no target');
    expect(written(readyReport({ complete: false }))).toContain('**Incomplete**');
  });
  test('closes what it opens', () => {
    for (const report of [fixtureReport(), fullReport(), fiftyTargets(), waivedReport()]) {
      const text = written(report, true);
      expect(text.split('<details').length).toBe(text.split('</details>').length);
      expect((text.match(/^ *```/gm) ?? []).length % 2).toBe(0);
    }
  });
});

describe('the budget', () => {
  const finding = (rule: string, words: string): Finding => ({
    rule: ruleId(rule),
    verdict: { outcome: 'fail', summary: words, evidence: [{ subject: 'arn:aws:iam::123456789012:role/Execution', observed: words }] },
  });
  const target = (index: number, findings: readonly Finding[]): TargetReport => ({
    ...([...fixtureReport().targets][0] as TargetReport),
    target: { name: `t${index}`, scenario: 'serverless-endpoint', account: '123456789012', region: 'us-east-1' },
    findings,
  });
  const reportOf = (targets: number, each: readonly Finding[]): Report => ({
    ...fixtureReport(),
    targets: Array.from({ length: targets }, (_, index) => target(index, each)),
  });

  test.each([
    ['many targets', reportOf(20_000, [finding('identity/role-exists', 'none')])],
    ['long texts', reportOf(50, [finding('identity/role-exists', 'é'.repeat(30_000))])],
    [
      'many failures',
      reportOf(
        20,
        Array.from({ length: 400 }, () => finding('identity/role-exists', 'none')),
      ),
    ],
  ])('of 900 kB holds, and says what is left out: %s', (_, report) => {
    const text = written(report);
    expect(Buffer.byteLength(text)).toBeLessThan(900_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(500_000);
    expect(text).toMatch(/left out|not shown in detail/);
    expect(text.split('<details').length).toBe(text.split('</details>').length);
  });
  test('drops the mild before the severe, and no section', () => {
    const mild = Array.from({ length: 100 }, () => finding('endpoint/concurrency-fits-quota', 'x'.repeat(500)));
    const text = written(reportOf(40, [...mild, finding('identity/role-exists', 'there is none')]));
    expect(text.split('**The execution role exists').length - 1).toBe(40);
    expect(text.split('<details').length - 1).toBe(40);
    expect(text.split('**The endpoint’s concurrency').length - 1).toBeLessThan(4000);
    expect(text).toMatch(/findings? of this target left out/);
  });
  test('takes nothing from a report of usual size', () => {
    expect(written(fullReport(), true)).not.toMatch(/left out/);
  });
});

// Whatever is ours: tags, links to documentation, fenced blocks. What is left must be text.
const OWN_TAGS = /<\/?(?:details|summary|strong|code|sub|span)(?: open)?>/g;
const prose = (text: string): string =>
  text
    .replaceAll(/^( *)(`{3,})sh\n[\s\S]*?\n\1\2$/gm, '')
    .replaceAll('<!-- sageready -->', '')
    .replaceAll(OWN_TAGS, '')
    .replaceAll(/\[documentation(?: \d+)?\]\(<https:[\x21-\x3b\x3d\x3f-\x7e]*>\)/g, '');

describe('hostile text', () => {
  const EVIL = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</details></code>',
    '[x](https://example.com)',
    '![x](https://example.com/x.png)',
    '@octocat and octo/repo#1 and #2',
    'https://example.com www.example.com',
    '`a` ``` ~~~',
    '**bold** _it_ ~~gone~~ a | b | c',
    '\n# heading\n- item\n> quote',
    '$\\sqrt{2}$ {+ added +}',
    HOSTILE,
  ];
  test.each(EVIL)('is nothing but text: %j', (evil) => {
    const text = prose(
      written(
        seeded(fullReport(), (own) => `${own}${evil}${own}`),
        true,
      ),
    );
    expect(text.match(/<(?!br)/g)).toBeNull();
    expect(text).not.toMatch(/[`[\]@\\$]|:\/\/|www\./);
    expect(text.split('\n').filter((line) => /^\s*(?:[-+]|#{1,2}|#{4,6}|~{3}|=+) /.test(line))).toEqual([]);
    for (const row of text.split('\n').filter((line) => line.startsWith('| '))) expect(row.split('|').length).toBe(8);
  });
  test('cannot end a block of commands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[`~a\n ]{0,40}$/), (lines) => {
        const [open = '', ...rest] = codeBlock(lines, 'sh').split('\n');
        const fence = open.slice(0, -2);
        expect(rest.indexOf(fence)).toBe(rest.length - 1);
        expect(rest.slice(0, -1).filter((line) => new RegExp(`^ {0,3}\`{${fence.length},}\\s*$`).test(line))).toEqual([]);
      }),
    );
  });
  test('reads as it was written', () => {
    expect(escapedMarkdown('a @b #1 <c>')).toBe('a &#64;<span></span>b &#35;<span></span>1 &#60;c&#62;');
    expect(inlineCode('a_b|c')).toBe('<code>a&#95;b&#124;c</code>');
    expect(escapedMarkdown('arn:aws:s3:::churn-models/a.tar.gz')).toBe('arn:aws:s3:::churn-models/a.tar.gz');
  });
});

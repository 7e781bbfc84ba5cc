import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { SCRIPT_HASH, STYLE_HASH } from '../../reporters/html/content-hashes.ts';
import { SCRIPT } from '../../reporters/html/script.ts';
import { STYLE } from '../../reporters/html/style.ts';
import { html } from '../../reporters/html.ts';
import type { Finding, Report, TargetReport, Waiver } from '../../src/model/report.ts';
import { expectGolden } from '../support/golden.ts';
import { largeReport } from '../support/large-report.ts';
import { fixtureReport, fullReport, notReadyReport, readyReport } from '../support/report.ts';

const written = (report: Report): string => [...html(report, { colour: false, all: false, width: 80, links: false })].join('');
const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;
const between = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)));
const without = (text: string): string => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

describe('the page', () => {
  test('is as committed', () => expectGolden('reporters/golden/page.golden.html', written(fullReport())));
  test('permits its own style and script by their hashes', () => {
    expect([STYLE_HASH, SCRIPT_HASH]).toEqual([hashOf(STYLE), hashOf(SCRIPT)]);
    const page = written(readyReport());
    expect(page).toContain(`style-src 'sha256-${hashOf(between(page, '<style>', '</style>').slice('<style>'.length))}'`);
    expect(page).toContain(`script-src 'sha256-${hashOf(between(page, '<script>', '</script>').slice('<script>'.length))}'`);
    expect(count(page, /<style|<script/)).toBe(2);
  });
  test('has no attribute that its policy would refuse, and loads nothing', () => {
    expect(written(fullReport())).not.toMatch(/<[^>]* (?:style|on\w+)=|<(?:img|iframe|object|embed|video|base)\b|@import|url\(|src=/);
  });
  test('names every place once', () => {
    const ids = [...written(largeReport(2000)).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, goal] of written(fullReport()).matchAll(/href="#([^"]+)"/g)) expect(written(fullReport())).toContain(` id="${goal}"`);
  });
});

describe('its headline', () => {
  const [churn, fraud, forecast, search] = [...fixtureReport().targets] as [TargetReport, TargetReport, TargetReport, TargetReport];
  const [ready] = [...readyReport().targets] as [TargetReport];
  test.each<readonly [string, readonly TargetReport[]]>([
    ['2 of 3 targets are not ready', [churn, fraud, ready]],
    ['1 of 2 targets is not ready', [churn, ready]],
    ['1 of 2 targets is undetermined', [search, ready]],
    ['All 2 targets are ready', [ready, forecast]],
    ['churn is ready', [ready]],
    ['forecast is ready, with 2 risks', [forecast]],
    ['churn is not ready', [churn]],
    ['Nothing was judged: there is no target', []],
  ])('%s', (headline, targets) => {
    expect(written({ ...fixtureReport(), targets })).toContain(`<h1>${headline}</h1>`);
  });
  test('stands above what a reader must not miss', () => {
    const banner = between(
      written(readyReport({ complete: false, strict: true, failOn: 'note', endpoints: ['s3: http://127.0.0.1'], notes: ['A note.'] })),
      '<header',
      '</header>',
    );
    for (const text of ['Incomplete', 'strict', 'notes count as failures', 's3: http://127.0.0.1', 'A note.']) expect(banner).toContain(text);
  });
  test('is not followed by calls where facts were judged', () => {
    const page = written({ ...readyReport({ factsFile: 'facts.json' }), calls: { total: 0, calls: [] } });
    expect(without(page)).toContain('Judged from facts.json ; nothing was asked of AWS');
  });
});

const waivedBy = (waiver: Waiver): Report => {
  const waived = (finding: Finding): Finding =>
    finding.verdict.outcome === 'fail' ? { ...finding, waivers: Object.fromEntries((finding.fingerprints ?? []).map((print) => [print, waiver])) } : finding;
  const report = notReadyReport();
  return { ...report, targets: [...report.targets].map((target) => ({ ...target, findings: target.findings.map(waived) })) };
};

describe('a finding', () => {
  test('that is waived stays visible, with who answers for it until when, and without remedy', () => {
    const page = written(waivedBy({ reason: 'known', owner: 'team ml', expires: '2027-01-31' }));
    expect(count(page, '<strong>Waived until 2027-01-31</strong> by team ml: known')).toBe(2);
    expect(count(page, 'data-o="waived"')).toBe(2);
    expect(page).not.toContain('data-o="fail"');
    expect(page).not.toContain('class="remedy"');
  });
  test('that failed is told with what only waits for it', () => {
    const page = written(notReadyReport());
    expect(count(page, 'data-o="fail"')).toBe(2);
    expect(page).toContain('Mending this clears 4 further checks:');
    expect(page).toContain('<td>does not apply</td><td>The model artifact exists</td><td>because artifact/bucket-exists failed</td>');
  });
  test('that could not be judged is neither passed nor failed, and names what to grant', () => {
    const page = written(fixtureReport());
    expect(page).toContain('It counts neither as passed nor as failed.');
    expect(page).toContain('servicequotas:GetServiceQuota');
    expect(page).toContain('SagereadyReads');
  });
  test('of a broken rule says nothing about the account', () => {
    expect(written(fixtureReport())).toContain('It says nothing about your account.');
  });
});

describe('a remedy', () => {
  test('whose commands are the same for two targets stands once, with a link to it', () => {
    const report = notReadyReport();
    const [first] = [...report.targets] as [TargetReport];
    const twice = written({ ...report, targets: [first, { ...first, target: { ...first.target, name: 'twin' } }] });
    expect(count(twice, 'aws iam create-role')).toBe(1);
    expect(twice).toContain('The same commands as for <a href="#target-1-identity-role-exists">churn</a>.');
  });
  test('is told of every kind', () => {
    for (const command of ['put-role-policy', 'put-bucket-policy', 'put-key-policy', 'request-service-quota-increase', 'docker push'])
      expect(written(fullReport())).toContain(command);
  });
});

describe('a long report', () => {
  test('shows 2,000 findings, what failed first, and says what is left out', () => {
    const page = written(largeReport(4000));
    expect(count(page, ' data-o="')).toBe(2000);
    expect(count(page, ' data-o="fail"')).toBe(100);
    expect(page).toContain('This page shows 2000 of 4000 checks');
    expect(page).toMatch(/\d+ further checks of this target have no room on this page/);
  });
  test('of 2,000 findings with 100 failures and 3 networks takes at most 900 kB', () => {
    const page = written(largeReport(2000));
    expect(count(page, ' data-o="')).toBe(2000);
    expect(count(page, 'class="network"')).toBe(3);
    expect(page).not.toContain('no room on this page');
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(900_000);
  });
  test('comes in pieces, a target at a time', () => {
    expect([...html(largeReport(2000), { colour: false, all: false, width: 80, links: false })].length).toBeGreaterThan(20);
  });
});

describe('the calls', () => {
  test('that got no answer stand first', () => {
    const rows = [...between(written(fixtureReport()), 'id="calls"', '</section>').matchAll(/<tr><td>(.*?)<\/tr>/g)].map(([, row]) => without(row ?? ''));
    expect(rows[0]).toContain('refused kms DescribeKey');
    expect(rows).toHaveLength(3);
  });
});

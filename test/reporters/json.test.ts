import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { reporters } from '../../reporters/index.ts';
import { json } from '../../reporters/json.ts';
import type { UnknownReason } from '../../src/model/fact.ts';
import { OWNER_OF_FIX } from '../../src/model/fix.ts';
import type { PolicyKind } from '../../src/model/policy.ts';
import type { Report } from '../../src/model/report.ts';
import type { GateName } from '../../src/model/trace.ts';
import type { Outcome } from '../../src/model/verdict.ts';
import { expectGolden } from '../support/golden.ts';
import { fixtureReport, fullReport, readyReport } from '../support/report.ts';

const OPTIONS = { colour: false, all: false, width: 80, links: false };
const written = (report: Report): string => [...json(report, OPTIONS)].join('');

const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const faultsOf = (value: unknown): readonly string[] =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

type Json = { [key: string]: Json } & Json[];
const parsed = (report: Report): Json => JSON.parse(written(report));

const shuffled = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shuffled) as T;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, shuffled(part)]),
  ) as T;
};

describe('the JSON report', () => {
  test('is as committed', () => {
    expectGolden('reporters/golden/report.golden.json', written(fixtureReport()));
  });
  test('holds the whole report and nothing else', () => {
    expect(parsed(fullReport())).toEqual(JSON.parse(JSON.stringify(fullReport())));
  });
  test('has its keys in one order, however the report was put together', () => {
    expect(written(shuffled(fullReport()))).toBe(written(fullReport()));
    expect(written(fullReport()).slice(0, 40)).toMatch(/^\{\n {2}"schema": "sageready\/report\/1",\n/);
  });
  test('hands targets on one at a time', () => {
    const taken: string[] = [];
    const targets = function* () {
      for (const target of fixtureReport().targets) {
        taken.push(target.target.name);
        yield target;
      }
    };
    const pieces = json({ ...fixtureReport(), targets: targets() }, OPTIONS)[Symbol.iterator]();
    pieces.next();
    expect(taken).toEqual([]);
    expect(pieces.next().value).toContain('"name": "churn"');
    expect(taken).toEqual(['churn']);
  });
  test('is valid JSON without any target', () => {
    expect(parsed({ ...readyReport(), targets: [] })['targets']).toEqual([]);
  });
  test('is one of the formats', () => {
    expect(reporters.json).toBe(json);
  });
});

describe('its schema', () => {
  test.each([
    ['realistic', fixtureReport()],
    ['everything at once', fullReport()],
    ['ready', readyReport({ factsFile: 'facts.json' })],
  ])('accepts what is written: %s', (_, report) => {
    expect(faultsOf(parsed(report))).toEqual([]);
  });

  const mutated = (change: (report: Json) => void): readonly string[] => {
    const report = parsed(fullReport());
    change(report);
    return faultsOf(report);
  };
  const last = (report: Json): Json => report['targets']?.at(-1) as Json;
  const fail = (report: Json): Json => last(report)['findings']?.[1]?.['verdict'] as Json;

  test.each<readonly [string, (report: Json) => void]>([
    ['an unknown key at the top', (report) => Object.assign(report, { extra: 1 })],
    ['another version', (report) => Object.assign(report, { schema: 'sageready/report/2' })],
    ['an unknown key in the run', (report) => Object.assign(report['run'] as Json, { password: 'x' })],
    ['a missing key in the run', (report) => delete report['run']?.['complete']],
    ['a missing target name', (report) => delete last(report)['target']?.['name']],
    ['an outcome that is none', (report) => Object.assign(fail(report), { outcome: 'skipped' })],
    ['a failure without evidence', (report) => Object.assign(fail(report), { evidence: [] })],
    ['an unknown key in evidence', (report) => Object.assign(fail(report)['evidence']?.[0] as Json, { raw: {} })],
    ['an unknown kind of fix', (report) => Object.assign(fail(report)['fixes']?.[0] as Json, { kind: 'pray' })],
    ['a fix without its data', (report) => delete fail(report)['fixes']?.[0]?.['statement']],
    ['an unknown key in a statement', (report) => Object.assign(fail(report)['fixes']?.[0]?.['statement'] as Json, { Resources: '*' })],
    ['a decision that is none', (report) => Object.assign(fail(report)['evidence']?.[0]?.['trace'] as Json, { decision: 'Maybe' })],
    ['a position before the first line', (report) => Object.assign(last(report)['target']?.['origin']?.['positions']?.[''] as Json, { line: 0 })],
    ['a fingerprint that is none', (report) => Object.assign(last(report)['findings']?.[1] as Json, { fingerprints: ['abc'] })],
    ['a call with an unknown outcome', (report) => Object.assign(report['calls']?.['calls']?.[0] as Json, { outcome: 'maybe' })],
  ])('refuses %s', (_, change) => {
    expect(mutated(change).length).toBeGreaterThan(0);
  });

  const closedObjects = (node: unknown): readonly boolean[] => {
    if (typeof node !== 'object' || node === null) return [];
    const own = 'properties' in node ? [(node as { additionalProperties?: unknown }).additionalProperties === false] : [];
    return [...own, ...Object.values(node).flatMap(closedObjects)];
  };
  test('is closed everywhere', () => {
    const closed = closedObjects(schema);
    expect(closed.length).toBeGreaterThan(30);
    expect(closed.every(Boolean)).toBe(true);
  });

  const constants = (name: string, key: string): readonly string[] =>
    schema.$defs[name].oneOf.map((one: { properties: Record<string, { const: string }> }) => one.properties[key]?.const).sort();

  test('knows every word of the model', () => {
    const outcomes = { pass: 1, fail: 1, 'not-applicable': 1, 'cannot-tell': 1, error: 1 } satisfies Record<Outcome, 1>;
    const gates = {
      scp: 1,
      rcp: 1,
      'vpc-endpoint': 1,
      'resource-policy': 1,
      identity: 1,
      boundary: 1,
      session: 1,
      delegation: 1,
      grant: 1,
      service: 1,
    } satisfies Record<GateName, 1>;
    const reasons = {
      'access-denied': 1,
      throttled: 1,
      timeout: 1,
      unreachable: 1,
      unsupported: 1,
      'not-collected': 1,
      failed: 1,
      context: 1,
    } satisfies Record<UnknownReason, 1>;
    const policies = {
      inline: 1,
      managed: 1,
      boundary: 1,
      session: 1,
      scp: 1,
      rcp: 1,
      trust: 1,
      bucket: 1,
      key: 1,
      repository: 1,
      'vpc-endpoint': 1,
      resource: 1,
    } satisfies Record<PolicyKind, 1>;
    expect(constants('fix', 'kind')).toEqual(Object.keys(OWNER_OF_FIX).sort());
    expect(constants('verdict', 'outcome')).toEqual(Object.keys(outcomes).sort());
    expect(schema.$defs.gate.enum).toEqual(Object.keys(gates));
    expect(schema.$defs.unknownReason.enum).toEqual(Object.keys(reasons));
    expect(schema.$defs.policyKind.enum).toEqual(Object.keys(policies));
  });
});

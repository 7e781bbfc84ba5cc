import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import * as z from 'zod';
import { schemaFile, targetFileSchema } from '../../scripts/generate-schema.ts';
import { targetReferenceFile } from '../../scripts/generate-target-reference.ts';
import type { FieldPath } from '../../src/targets/fields.ts';
import { FIELD_PATHS, FIELDS, FIELDS_OF, fieldAt, SCENARIO_IDS } from '../../src/targets/fields.ts';
import { SCHEMAS } from '../../src/targets/schema/file.ts';
import { serverlessEndpoint } from '../../src/targets/schema/serverless-endpoint.ts';
import { serverless } from '../support/targets.ts';

const accepts = new Ajv2020({ strict: false, allErrors: true }).compile(targetFileSchema());
const EXAMPLES = readdirSync('examples').filter((file) => /\.(ya?ml|json)$/.test(file));
const example = () => parse(readFileSync('examples/serverless-endpoint.yaml', 'utf8'));

describe('the published schema', () => {
  test.each(EXAMPLES)('accepts examples/%s', (file) => {
    expect([accepts(parse(readFileSync(`examples/${file}`, 'utf8'))), accepts.errors]).toEqual([true, null]);
  });
  test.each([
    ['a misspelt key', (file: ReturnType<typeof example>) => ({ ...file, targets: [{ ...file.targets[0], kmsKeyID: 'alias/x' }] })],
    ['a misspelt default', (file: ReturnType<typeof example>) => ({ ...file, defaults: { acount: '123456789012' } })],
    ['another version', (file: ReturnType<typeof example>) => ({ ...file, version: 2 })],
    ['a target without scenario', (file: ReturnType<typeof example>) => ({ ...file, targets: [{ name: 'x' }] })],
    ['a malformed ARN', (file: ReturnType<typeof example>) => ({ ...file, targets: [{ ...file.targets[0], executionRoleArn: 'Run' }] })],
    ['an account that lost its zero', (file: ReturnType<typeof example>) => ({ ...file, defaults: { account: 12345678901 } })],
    ['no target', () => ({ version: 1, targets: [] })],
  ])('refuses %s', (_, change) => {
    expect(accepts(change(example()))).toBe(false);
  });
  test.each([schemaFile(), targetReferenceFile()])('$path is as committed (else: npm run generate)', ({ path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
  test('gives every key a title, a description and an example', () => {
    const { defaults } = targetFileSchema().properties as Readonly<Record<string, z.core.JSONSchema.BaseSchema>>;
    const properties = defaults?.properties ?? {};
    expect(Object.keys(properties)).toContain('account');
    for (const [key, property] of Object.entries(properties))
      expect([key, property]).toEqual([key, expect.objectContaining({ title: expect.any(String), description: expect.any(String) })]);
  });
});

type Schema = z.core.JSONSchema.BaseSchema;

/** The members of a list or a union are no keys of their own. */
const isMap = (property: Schema): boolean => property.properties !== undefined && Object.keys(property.properties).length > 0;

const leaves = (inner: Schema, prefix = ''): readonly (readonly [path: string, presence: string])[] =>
  Object.entries(inner.properties ?? {}).flatMap(([key, value]) => {
    const property = value as Schema;
    const presence = inner.required?.includes(key) ? 'required' : 'optional';
    return isMap(property) ? leaves(property, `${prefix}${key}.`) : [[`${prefix}${key}`, presence] as const];
  });

/** Keys that are gone when the schema reads an entry: they are taken apart before. */
const TAKEN_APART = ['request'];

describe.each(SCENARIO_IDS)('the table of fields of %s', (scenario) => {
  test('names exactly the keys of the schema, required ones as such', () => {
    // What something else may say is optional at the top, and required in its map.
    const presenceOf = (path: FieldPath) => (FIELDS[path].presence === 'completable' ? (path.includes('.') ? 'required' : 'optional') : FIELDS[path].presence);
    const table = FIELDS_OF[scenario].filter((path) => !TAKEN_APART.includes(path)).map((path) => [path, presenceOf(path)]);
    expect([...table].toSorted()).toEqual([...leaves(z.toJSONSchema(SCHEMAS[scenario], { io: 'input' }))].toSorted());
  });
  test('has examples that its schema takes', () => {
    const paths = FIELDS_OF[scenario].filter((path) => !TAKEN_APART.includes(path));
    const put = (holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown =>
      key === undefined ? value : { ...(holder as object | undefined), [key]: put((holder as Record<string, unknown> | undefined)?.[key], rest, value) };
    const example = paths.reduce<unknown>((raw, path) => put(raw, path.split('.'), FIELDS[path].example), {}) as object;
    const { completeFrom: _, ...raw } = { completeFrom: undefined, ...example, scenario };
    expect(SCHEMAS[scenario].safeParse(raw).error).toBeUndefined();
  });
});

describe('the table of fields', () => {
  test('has one flag per field and no other', () => {
    const flags = FIELD_PATHS.flatMap((path) => FIELDS[path].flag ?? []);
    expect(new Set(flags).size).toBe(flags.length);
    expect(flags.every((flag) => /^[a-z]+(-[a-z]+)*$/.test(flag))).toBe(true);
  });
  test('finds the field of a path', () => {
    expect(fieldAt(['serverlessConfig', 'maxConcurrency'])).toBe(FIELDS['serverlessConfig.maxConcurrency']);
    expect(fieldAt(['tags', 'x.y'])).toBe(FIELDS.tags);
    expect([fieldAt(['serverlessConfig']), fieldAt(['constructor']), fieldAt([])]).toEqual([undefined, undefined, undefined]);
  });
  test('the schema accepts a target as rules see it', () => {
    expect(serverlessEndpoint.parse(serverless())).toEqual(serverless());
  });
});

describe('what help, resolution and reports load', () => {
  const importsOf = (file: string): readonly string[] => {
    const names = [...readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^']*'([^']+)'/gm)].map(([, name = '']) => name);
    return names.flatMap((name) => (name.startsWith('.') ? importsOf(new URL(name, `file:///${file}`).pathname.slice(1)) : [name]));
  };
  test.each(['fields.ts', 'problem.ts', 'resolve/index.ts'])('src/targets/%s needs neither zod nor yaml', (file) => {
    expect(importsOf(`src/targets/${file}`)).toEqual([]);
  });
  test('the probe sees what it looks for', () => {
    expect(importsOf('src/targets/read.ts')).toEqual(expect.arrayContaining(['zod', 'yaml']));
  });
});

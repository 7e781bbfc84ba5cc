import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseSync } from '@swc/core';
import { RULE_IDS } from '../rules/ids.ts';

// Each rule is seen to fail end to end: something in test/e2e breaks one thing and names the rule as what fails. It is named so as a key whose value
// is 'fail', as an argument of a function that says what fails, or in a list of what failed; a constant stands for what it holds.

type Node = Readonly<Record<string, unknown>>;
/** By name; two functions may use one name. */
type Constants = ReadonlyMap<string, readonly unknown[]>;

const SAY_WHAT_FAILS = ['failsFor', 'failing', 'naming'];
const HOLD_WHAT_FAILED = ['failed', 'failing'];
const NAMES_OF_FAILED = ['failed', 'failedIn'];

/** Passes, or cannot tell. */
const NEVER_FAIL: readonly string[] = ['identity/organisation-policies-are-known'];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const nodesIn = (node: unknown): readonly Node[] => (isNode(node) ? [node, ...Object.values(node).flatMap(nodesIn)] : []);

const isA = (node: unknown, type: string): node is Node => isNode(node) && node['type'] === type;

const nameOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined;
  if (node['type'] === 'MemberExpression') return nameOf(node['property']);
  return typeof node['value'] === 'string' ? node['value'] : undefined;
};

const constantsIn = (nodes: readonly Node[]): Constants =>
  nodes
    .filter((node) => isA(node, 'VariableDeclarator'))
    .reduce((found, { id, init }) => found.set(nameOf(id) ?? '', [...(found.get(nameOf(id) ?? '') ?? []), init]), new Map<string, readonly unknown[]>());

const isLiteral = (node: unknown): boolean => ['StringLiteral', 'ArrayExpression', 'TsConstAssertion'].some((type) => isA(node, type));

/** The texts that a part of a program holds, constants followed. */
const textsIn = (part: unknown, constants: Constants): readonly string[] =>
  nodesIn(part).flatMap((node) => {
    if (isA(node, 'StringLiteral')) return [`${node['value']}`];
    const named = isA(node, 'Identifier') ? (constants.get(`${node['value']}`) ?? []) : [];
    return named.filter(isLiteral).flatMap((one) => textsIn(one, new Map()));
  });

/** `expect(…'fail'…).to…` and `expect(failed(…)).to…`. */
const isOfFailures = (callee: unknown): boolean =>
  isA(callee, 'MemberExpression') &&
  nodesIn(callee['object']).some(
    (node) => (isA(node, 'StringLiteral') && node['value'] === 'fail') || (isA(node, 'Identifier') && NAMES_OF_FAILED.includes(`${node['value']}`)),
  );

const failingIn = (node: Node, constants: Constants): readonly string[] => {
  const { type, key, value, callee } = node;
  if (type === 'KeyValueProperty' && isA(value, 'StringLiteral') && value['value'] === 'fail') return textsIn(key, constants);
  if (type === 'KeyValueProperty' && HOLD_WHAT_FAILED.includes(nameOf(key) ?? '')) return textsIn(value, constants);
  if (type === 'CallExpression' && isOfFailures(callee)) return textsIn(node['arguments'], constants);
  if (type === 'CallExpression' && SAY_WHAT_FAILS.includes(nameOf(callee) ?? '')) return textsIn(node['arguments'], constants);
  return [];
};

const failingOf = (text: string): readonly string[] => {
  const nodes = nodesIn(parseSync(text, { syntax: 'typescript', target: 'es2022' }));
  const constants = constantsIn(nodes);
  return nodes.flatMap((node) => failingIn(node, constants));
};

describe('mutations', () => {
  test('each rule has one after which it fails', () => {
    const files = readdirSync('test/e2e').filter((name) => name.endsWith('.ts'));
    const failing = new Set(files.flatMap((name) => failingOf(readFileSync(join('test/e2e', name), 'utf8'))));
    expect(RULE_IDS.filter((id) => !failing.has(id) && !NEVER_FAIL.includes(id))).toEqual([]);
  });
  test('a rule that is only named has none', () => {
    const rows =
      "const A = 'a/one'; const B = ['b/two', 'b/three']; f({ [A]: 'fail', ...none('c/four') }); failsFor(mutate, ...B); ready['d/five'] === 'pass'; expect(withOutcome('fail')).toEqual(['e/six']);";
    expect(failingOf(rows)).toEqual(['a/one', 'b/two', 'b/three', 'e/six']);
  });
});

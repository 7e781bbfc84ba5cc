import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { formatProblems } from '../../src/targets/problem.ts';
import { readChanges } from '../../src/what-if/read.ts';
import { CHANGE_KINDS } from '../../src/what-if/schema.ts';

const WHOLE = `version: 1
changes:
  - add: route
    routeTable: rtb-1
    destination: 0.0.0.0/0
    target: nat-1
  - remove: route
    routeTable: rtb-1
    destination: pl-1
  - { add: egress, securityGroup: sg-1, peer: 10.0.0.0/16, ports: 443 }
  - { remove: egress, securityGroup: sg-1, peer: pl-1, protocol: all }
  - { add: egress, securityGroup: sg-1, peer: pl-1, protocol: -1 }
  - { add: egress, securityGroup: sg-1, peer: pl-1, protocol: "17", ports: 53 }
  - { add: ingress, securityGroup: sg-1, peer: sg-1, ports: 1024-65535 }
  - { remove: ingress, securityGroup: sg-1, peer: sg-1 }
  - { add: network-acl-entry, networkAcl: acl-1, number: 90, direction: in, action: allow, cidr: 0.0.0.0/0 }
  - { remove: network-acl-entry, networkAcl: acl-1, number: 90, direction: in }
  - { add: endpoint, vpc: vpc-1, service: com.amazonaws.us-east-1.s3, routeTables: [rtb-1] }
  - { remove: endpoint, endpoint: vpce-1 }
  - { set: endpoint-policy, endpoint: vpce-1, policy: { Version: "2012-10-17", Statement: [] } }
  - add: statement
    policyOf: churn-models
    statement: { Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "*" }
  - { remove: statement, policyOf: churn-models, sid: Old }
`;

const said = (text: string): string => {
  const read = readChanges(text, 'changes.yaml');
  return 'problems' in read ? formatProblems(read.problems) : 'nothing';
};
const one = (text: string): string => said(`version: 1\nchanges:\n  - ${text}\n`);

describe('a file of changes', () => {
  test('may hold every kind of change', () => {
    const read = readChanges(WHOLE, 'changes.yaml');
    if ('problems' in read) throw new Error(formatProblems(read.problems));
    expect(new Set(read.changes.map(({ change }) => change.kind))).toEqual(new Set(CHANGE_KINDS));
    expect(read.changes[0]?.change).toEqual({ kind: 'add route', routeTable: 'rtb-1', destination: '0.0.0.0/0', target: 'nat-1' });
  });
  test('is documented with every kind of change', () => {
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/what-if.md', 'utf8')) ?? [];
    const read = readChanges(text, 'what-if.md');
    if ('problems' in read) throw new Error(formatProblems(read.problems));
    expect(new Set(read.changes.map(({ change }) => change.kind))).toEqual(new Set(CHANGE_KINDS));
  });
  test('tells where a key of a change is written', () => {
    const read = readChanges(WHOLE, 'changes.yaml');
    expect('changes' in read && read.changes[1]?.problem('destination', { message: 'no' })).toEqual({
      file: 'changes.yaml',
      line: 9,
      column: 5,
      path: 'changes[1].destination',
      message: 'no',
    });
  });
  test.each<readonly [string, string]>([
    [
      'add: rout',
      'changes.yaml:3:5 changes[0].add: "rout" is nothing that can be added; expected route, egress, ingress, network-acl-entry, endpoint or statement — did you mean route?',
    ],
    ['remove: endpoint-policy', '"endpoint-policy" is nothing that can be removed'],
    ['{ add: egress, securityGroup: sg-1, protocol: https, peer: 10.0.0.0/16 }', 'changes[0].protocol: is no protocol — name tcp, udp,'],
    ['{ add: egress, securityGroup: sg-1, protocol: 256, peer: 10.0.0.0/16 }', 'is no protocol'],
    ['ad: route', 'says not what is done; expected one of the keys add, remove or set — did you mean add?'],
    ['{ add: route, remove: route }', 'add and remove are two changes — give each an item of its own'],
    [
      '{ add: route, routeTabel: rtb-1, destination: 0.0.0.0/0, target: nat-1 }',
      'changes.yaml:3:19 changes[0].routeTabel: unknown key — did you mean routeTable?',
    ],
    ['{ add: route, routeTable: rtb-1, target: nat-1 }', 'changes[0].destination: is missing'],
    ['{ remove: network-acl-entry, networkAcl: acl-1, number: 40000, direction: in }', 'is the number 40000, more than 32766'],
    ['{ add: network-acl-entry, networkAcl: acl-1, number: 1, direction: inn, action: allow, cidr: ::/0 }', 'did you mean in?'],
    ['{ add: statement, policyOf: b, statement: { Effect: Allow, Actions: "*" } }', 'unknown key'],
    ['route', 'is not a map of keys'],
  ])('%s', (text, words) => {
    expect(one(text)).toContain(words);
  });
  test.each<readonly [string, string]>([
    ['', 'is empty; expected version: 1 and a list of changes'],
    ['- a', 'is not a file of changes'],
    ['version: 2\nchanges: [{ remove: endpoint, endpoint: x }]', 'changes.yaml:1:1 version'],
    ['version: 1\nchanges: []', 'is an empty list'],
    ['version: 1\nchange: []', 'did you mean changes?'],
    ['version: 1\nchanges:\n\t- add: route', 'a tab is used to indent'],
  ])('%j', (text, words) => {
    expect(said(text)).toContain(words);
  });
});

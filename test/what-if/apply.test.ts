import { describe, expect, test } from '@jest/globals';
import { deepFreeze } from '../../src/engine/canonical.ts';
import { factsOf } from '../../src/engine/facts.ts';
import type { FactKind } from '../../src/model/fact.ts';
import { formatProblems } from '../../src/targets/problem.ts';
import { applyChange, applyChanges } from '../../src/what-if/apply.ts';
import type { Change } from '../../src/what-if/change.ts';
import { readChanges } from '../../src/what-if/read.ts';
import type { Saved } from '../../src/what-if/saved.ts';
import { valuesOf } from '../../src/what-if/saved.ts';
import { S3_LIST } from '../reason/network/networks.ts';
import { KEY, ROLE } from '../support/targets.ts';
import { facts } from './saved-facts.ts';

const changedBy = (change: Change): Saved => {
  const applied = applyChange(deepFreeze(facts()), change);
  if ('fault' in applied) throw new Error(applied.fault.message);
  return applied.facts;
};
const fault = (change: Change): string => {
  const applied = applyChange(deepFreeze(facts()), change);
  return 'fault' in applied
    ? `${applied.fault.key}: ${applied.fault.message}${applied.fault.nearest === undefined ? '' : ` (${applied.fault.nearest})`}`
    : 'none';
};
const table = (saved: Saved, id: string) =>
  valuesOf(saved, 'ec2.routeTables')
    .flat()
    .find((one) => one.id === id);
const endpoints = (saved: Saved) => valuesOf(saved, 'ec2.vpcEndpoints').flat();
const differing = (saved: Saved): readonly FactKind[] => {
  const before = new Set(facts().map((one) => JSON.stringify(one)));
  return [...new Set(saved.filter((one) => !before.has(JSON.stringify(one))).map(({ kind }) => kind))];
};

describe('routes', () => {
  test('one is added, and nothing else', () => {
    const saved = changedBy({ kind: 'add route', routeTable: 'rtb-b', destination: '0.0.0.0/0', target: 'nat-1' });
    expect(table(saved, 'rtb-b')?.routes.at(-1)).toEqual({ destination: { cidr: '0.0.0.0/0' }, target: 'nat-1', state: 'active' });
    expect(differing(saved)).toEqual(['ec2.routeTables']);
  });
  test('with one to a gateway endpoint goes the table’s association, and with its removal too', () => {
    const added = changedBy({ kind: 'add route', routeTable: 'rtb-main', destination: S3_LIST, target: 'vpce-s3' });
    expect(endpoints(added)[0]?.routeTableIds).toEqual(['rtb-a', 'rtb-b', 'rtb-main']);
    const removed = changedBy({ kind: 'remove route', routeTable: 'rtb-b', destination: S3_LIST });
    expect(endpoints(removed)[0]?.routeTableIds).toEqual(['rtb-a']);
    expect(table(removed, 'rtb-b')?.routes).toHaveLength(1);
  });
  test.each<readonly [Change, string]>([
    [{ kind: 'add route', routeTable: 'rtb-bb', destination: '0.0.0.0/0', target: 'nat-1' }, 'routeTable: the facts hold no route table rtb-bb'],
    [
      { kind: 'add route', routeTable: 'rtb-b', destination: '0.0.0.0/0', target: 'nat-2' },
      'target: the facts hold no NAT gateway nat-2: they hold nat-1 (nat-1)',
    ],
    [{ kind: 'add route', routeTable: 'rtb-b', destination: 'everywhere', target: 'nat-1' }, 'destination: everywhere is no CIDR block'],
    [{ kind: 'add route', routeTable: 'rtb-b', destination: 'pl-2', target: 'nat-1' }, 'destination: the facts hold no prefix list pl-2'],
    [{ kind: 'add route', routeTable: 'rtb-b', destination: '10.0.0.0/16', target: 'nat-1' }, 'destination: rtb-b leads 10.0.0.0/16 to local already'],
    [{ kind: 'remove route', routeTable: 'rtb-b', destination: '0.0.0.0/0' }, 'destination: the facts hold no route in rtb-b for 0.0.0.0/0'],
  ])('%j', (change, words) => {
    expect(fault(change)).toContain(words);
  });
});

describe('security groups', () => {
  const rules = (saved: Saved) => [valuesOf(saved, 'ec2.securityGroup')[0], valuesOf(saved, 'ec2.securityGroups').flat()[0]].map((group) => group?.egress);

  test('a rule is added wherever the group stands in the facts', () => {
    const [one, other] = rules(changedBy({ kind: 'add egress', securityGroup: 'sg-jobs', peer: '10.0.0.0/16', protocol: 'all' }));
    expect(one).toContainEqual({ protocol: '-1', peer: { kind: 'cidr', cidr: '10.0.0.0/16' } });
    expect(other).toEqual(one);
  });
  test('a rule to a prefix list takes its entries', () => {
    const saved = changedBy({ kind: 'add ingress', securityGroup: 'sg-other', peer: S3_LIST, ports: '443' });
    expect(valuesOf(saved, 'ec2.securityGroups').flat()[1]?.ingress).toMatchObject([
      { ports: { from: 443, to: 443 }, peer: { entries: { state: 'present' } } },
    ]);
  });
  test('a list that the facts do not hold leaves the rule open', () => {
    const saved = changedBy({ kind: 'add egress', securityGroup: 'sg-jobs', peer: 'pl-else' });
    expect(rules(saved)[0]?.at(-1)).toMatchObject({ peer: { prefixListId: 'pl-else', entries: { state: 'unknown' } } });
  });
  test('a rule is removed by protocol, ports and peer', () => {
    expect(rules(changedBy({ kind: 'remove egress', securityGroup: 'sg-jobs', peer: S3_LIST, protocol: 6, ports: 443 }))).toEqual([[], []]);
  });
  test.each<readonly [Change, string]>([
    [
      { kind: 'add egress', securityGroup: 'sg-job', peer: '0.0.0.0/0' },
      'securityGroup: the facts hold no security group sg-job: they hold sg-jobs, sg-jobs, sg-other (sg-jobs)',
    ],
    [{ kind: 'add egress', securityGroup: 'sg-jobs', peer: 'S3' }, 'peer: S3 is no CIDR block, prefix list'],
    [{ kind: 'add egress', securityGroup: 'sg-jobs', peer: '0.0.0.0/0', ports: 'https' }, 'ports: https names no ports'],
    [{ kind: 'add egress', securityGroup: 'sg-jobs', peer: S3_LIST, ports: 443 }, 'peer: sg-jobs has this rule already'],
    [
      { kind: 'remove egress', securityGroup: 'sg-jobs', peer: '0.0.0.0/0', ports: 443 },
      `peer: sg-jobs has no rule "tcp 443 to 0.0.0.0/0"; its egress rules are: tcp 443 to ${S3_LIST}`,
    ],
  ])('%j', (change, words) => {
    expect(fault(change)).toContain(words);
  });
});

describe('network ACLs', () => {
  const entry = { networkAcl: 'acl-1', number: 90, direction: 'in', action: 'deny', cidr: '0.0.0.0/0' } as const;
  const entries = (saved: Saved) => valuesOf(saved, 'ec2.networkAcls').flat()[0]?.entries;

  test('an entry is added and removed', () => {
    expect(entries(changedBy({ kind: 'add network-acl-entry', ...entry, protocol: 'tcp', ports: '1024-65535' }))).toContainEqual({
      ...{ number: 90, direction: 'in', action: 'deny', protocol: '6', cidr: '0.0.0.0/0' },
      ports: { from: 1024, to: 65_535 },
    });
    expect(
      entries(changedBy({ kind: 'remove network-acl-entry', networkAcl: 'acl-1', number: 100, direction: 'out' }))?.map(({ number, direction }) => [
        number,
        direction,
      ]),
    ).not.toContainEqual([100, 'out']);
  });
  test.each<readonly [Change, string]>([
    [{ kind: 'add network-acl-entry', ...entry, number: 100 }, 'number: acl-1 has a rule 100 in already'],
    [{ kind: 'add network-acl-entry', ...entry, networkAcl: 'acl-9' }, 'networkAcl: the facts hold no network ACL acl-9'],
    [{ kind: 'add network-acl-entry', ...entry, cidr: 'all' }, 'cidr: all is no CIDR block'],
    [{ kind: 'remove network-acl-entry', networkAcl: 'acl-1', number: 7, direction: 'in' }, 'number: acl-1 has no rule 7 in; it has 100, 32767'],
  ])('%j', (change, words) => {
    expect(fault(change)).toContain(words);
  });
});

describe('endpoints', () => {
  test('a gateway endpoint is added for tables', () => {
    const saved = changedBy({ kind: 'add endpoint', vpc: 'vpc-1', service: 'com.amazonaws.us-east-1.s3', routeTables: ['rtb-main'] });
    expect(endpoints(saved).at(-1)).toMatchObject({
      id: 'vpce-what-if-1',
      type: 'Gateway',
      state: 'available',
      routeTableIds: ['rtb-main'],
      privateDns: false,
    });
    expect(endpoints(saved).at(-1)?.arn).toBe('arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-what-if-1');
  });
  test('an interface endpoint is added in subnets, with private DNS', () => {
    const saved = changedBy({ kind: 'add endpoint', vpc: 'vpc-1', service: 'com.amazonaws.us-east-1.sts', subnets: ['subnet-a'], securityGroups: ['sg-jobs'] });
    expect(endpoints(saved).at(-1)).toMatchObject({ type: 'Interface', subnetIds: ['subnet-a'], groupIds: ['sg-jobs'], privateDns: true });
  });
  test('with an endpoint go the routes to it', () => {
    const saved = changedBy({ kind: 'remove endpoint', endpoint: 'vpce-s3' });
    expect(endpoints(saved).map(({ id }) => id)).toEqual(['vpce-open']);
    expect(table(saved, 'rtb-a')?.routes).toHaveLength(1);
  });
  test('its policy is replaced', () => {
    const saved = changedBy({
      kind: 'set endpoint-policy',
      endpoint: 'vpce-s3',
      policy: { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' } },
    });
    expect(JSON.parse(endpoints(saved)[0]?.policy?.text ?? '')).toMatchObject({ Statement: { Action: 's3:GetObject' } });
  });
  test.each<readonly [Change, string]>([
    [{ kind: 'add endpoint', vpc: 'vpc-2', service: 'x', routeTables: ['rtb-a'] }, 'vpc: the facts hold no VPC vpc-2'],
    [{ kind: 'add endpoint', vpc: 'vpc-1', service: 'com.amazonaws.us-east-1.s3' }, 'vpc: say which routeTables'],
    [{ kind: 'add endpoint', vpc: 'vpc-1', service: 'com.amazonaws.us-east-1.sts', routeTables: ['rtb-a'] }, 'service: there is no gateway endpoint for'],
    [{ kind: 'add endpoint', vpc: 'vpc-1', service: 'com.amazonaws.us-east-1.s3', routeTables: ['rtb-x'] }, 'routeTables: the facts hold no route table rtb-x'],
    [{ kind: 'add endpoint', vpc: 'vpc-1', service: 'sts', subnets: ['subnet-x'] }, 'subnets: the facts hold no subnet subnet-x'],
    [{ kind: 'remove endpoint', endpoint: 'vpce-s4' }, 'endpoint: the facts hold no endpoint vpce-s4: they hold vpce-s3, vpce-open (vpce-s3)'],
    [{ kind: 'set endpoint-policy', endpoint: 'vpce-s3', policy: '{' }, 'policy: AWS would refuse this policy'],
  ])('%j', (change, words) => {
    expect(fault(change)).toContain(words);
  });
});

describe('statements', () => {
  const allow = { Effect: 'Allow', Principal: { AWS: ROLE }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::churn-models/*' } as const;
  const own = { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' } as const;
  const textOf = (saved: Saved, kind: FactKind, index = 0): string => JSON.stringify(valuesOf(saved, kind)[index]);

  test.each(['churn-models', 's3://churn-models/x', 'arn:aws:s3:::churn-models'])('a bucket without a policy gets one: %s', (policyOf) => {
    const saved = changedBy({ kind: 'add statement', policyOf, statement: allow });
    expect(textOf(saved, 's3.bucketPolicy')).toContain('s3:GetObject');
    expect(differing(saved)).toEqual(['s3.bucketPolicy']);
  });
  test.each([KEY, KEY.slice(KEY.indexOf('/') + 1)])('a key by ARN and id: %s', (policyOf) => {
    const saved = changedBy({ kind: 'add statement', policyOf, statement: { ...allow, Action: 'kms:Decrypt', Resource: '*' } });
    expect(textOf(saved, 'kms.keyPolicy')).toMatch(/Enable IAM User Permissions.*kms:Decrypt/);
  });
  test('a repository', () => {
    const { Resource: _, ...statement } = allow;
    expect(
      textOf(changedBy({ kind: 'add statement', policyOf: 'churn', statement: { ...statement, Action: 'ecr:BatchGetImage' } }), 'ecr.repositoryPolicy'),
    ).toContain('ecr:BatchGetImage');
  });
  test('a role gets a policy of its own, and what AWS’s simulator said of it no longer counts', () => {
    const saved = changedBy({ kind: 'add statement', policyOf: 'Execution', statement: own });
    expect(valuesOf(saved, 'iam.rolePolicies')[0]?.policies.map(({ name }) => name)).toEqual(['inline', 'what-if']);
    expect(saved.filter(({ kind }) => kind === 'iam.simulation')).toHaveLength(1);
  });
  test('a role loses a statement by its Sid or its place', () => {
    for (const change of [{ sid: 'Read' }, { position: 1 }])
      expect(textOf(changedBy({ kind: 'remove statement', policyOf: ROLE, ...change }), 'iam.rolePolicies')).not.toContain('s3:GetObject');
  });
  test('a role’s trust policy', () => {
    const saved = changedBy({ kind: 'remove statement', policyOf: ROLE, policy: 'trust', position: 1 });
    expect(valuesOf(saved, 'iam.role')[0]?.trust.text).not.toContain('sts:AssumeRole');
  });
  test('an endpoint', () => {
    const saved = changedBy({ kind: 'add statement', policyOf: 'vpce-s3', statement: { ...allow, Principal: '*', Effect: 'Deny' } });
    expect(endpoints(saved)[0]?.policy?.text).toContain('Deny');
  });
  test.each<readonly [Change, string]>([
    [{ kind: 'add statement', policyOf: 'nobody', statement: allow }, 'policyOf: the facts hold no policy of nobody; they hold those of'],
    [
      { kind: 'add statement', policyOf: 'hidden', statement: allow },
      'policyOf: the policy of hidden could not be read, so it cannot be changed: s3:GetBucketPolicy was refused',
    ],
    [
      { kind: 'add statement', policyOf: 'Deployer', statement: own },
      'policyOf: the policies of Deployer are not known, so they cannot be changed: iam:ListRolePolicies was refused',
    ],
    [{ kind: 'add statement', policyOf: ROLE, statement: allow }, 'statement: AWS would refuse this statement'],
    [{ kind: 'add statement', policyOf: 'churn-models', statement: own }, 'statement: AWS would refuse this statement'],
    [{ kind: 'add statement', policyOf: 'vpce-open', statement: allow }, 'policyOf: vpce-open has no policy of its own'],
    [{ kind: 'remove statement', policyOf: 'churn-models', sid: 'X' }, 'policyOf: churn-models has no policy, so there is no statement to remove'],
    [{ kind: 'remove statement', policyOf: KEY, sid: 'X' }, 'policyOf: key-policy has no statement "X"; it has "Enable IAM User Permissions"'],
    [{ kind: 'remove statement', policyOf: ROLE, sid: 'X' }, 'policyOf: inline-policy has no statement "X"; it has "Read"'],
    [{ kind: 'remove statement', policyOf: ROLE, policy: 'Other', sid: 'X' }, `policyOf: ${ROLE} has no policy Other; it has inline`],
    [{ kind: 'remove statement', policyOf: ROLE }, 'policyOf: say which statement'],
  ])('%j', (change, words) => {
    expect(fault(change)).toContain(words);
  });
});

describe('several changes', () => {
  const apply = (text: string) => {
    const read = readChanges(text, 'changes.yaml');
    if ('problems' in read) throw new Error(formatProblems(read.problems));
    return applyChanges(factsOf(facts(), 'test'), read.changes);
  };
  test('are made in their order', () => {
    const applied = apply(
      'version: 1\nchanges:\n  - { remove: endpoint, endpoint: vpce-s3 }\n  - { add: endpoint, vpc: vpc-1, service: com.amazonaws.us-east-1.s3, routeTables: [rtb-a] }\n',
    );
    expect('facts' in applied && endpoints(applied.facts).map(({ id }) => id)).toEqual(['vpce-open', 'vpce-what-if-1']);
  });
  test('everything that is wrong is said, with its place', () => {
    const applied = apply('version: 1\nchanges:\n  - { remove: endpoint, endpoint: vpce-1 }\n  - { remove: route, routeTable: rtb-z, destination: ::/0 }\n');
    expect(
      'problems' in applied &&
        formatProblems(applied.problems)
          .split('\n')
          .map((line) => line.slice(0, 45)),
    ).toEqual(['changes.yaml:3:25 changes[0].endpoint: the fa', 'changes.yaml:4:22 changes[1].routeTable: the ']);
  });
});

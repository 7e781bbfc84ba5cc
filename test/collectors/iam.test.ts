import { describe, expect, test } from '@jest/globals';
import { readerOf } from '../../src/collectors/read.ts';
import { absent, present } from '../../src/model/fact.ts';
import type { Answers } from './fake-session.ts';
import { ACCOUNT, refused, sessionAnswering } from './fake-session.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/service-role/Exec`;
const USER = `arn:aws:iam::${ACCOUNT}:user/alice`;
const POLICY = `arn:aws:iam::${ACCOUNT}:policy/team/Read`;
const BOUNDARY = 'arn:aws:iam::aws:policy/PowerUserAccess';
const DOCUMENT = '{"Version":"2012-10-17","Statement":[]}';

const role = (more: object = {}) =>
  present({
    Arn: ROLE,
    RoleName: 'Exec',
    Path: '/service-role/',
    RoleId: 'AROA1',
    AssumeRolePolicyDocument: encodeURIComponent(DOCUMENT),
    Tags: [
      { Key: '__proto__', Value: 'x' },
      { Key: 'team', Value: 'ml' },
    ],
    Description: 'MARKER',
    ...more,
  });
const bounded = { PermissionsBoundary: { PermissionsBoundaryArn: BOUNDARY, PermissionsBoundaryType: 'Policy' } };

const readRole = (answers: Answers, roleArn = ROLE) => readerOf(sessionAnswering(answers))('iam.role', { roleArn });

describe('iam.role', () => {
  test('keeps its declared fields and nothing else', async () => {
    const fact = await readRole({ 'iam:GetRole': () => role(bounded) });
    expect(fact).toEqual(
      present({
        arn: ROLE,
        name: 'Exec',
        path: '/service-role/',
        roleId: 'AROA1',
        account: ACCOUNT,
        tags: Object.fromEntries([
          ['__proto__', 'x'],
          ['team', 'ml'],
        ]),
        boundaryArn: BOUNDARY,
        trust: { kind: 'trust', name: 'Exec', arn: ROLE, text: DOCUMENT },
      }),
    );
    expect(JSON.stringify(fact)).not.toContain('MARKER');
  });

  test('is frozen to the bottom', async () => {
    const fact = await readRole({ 'iam:GetRole': () => role() });
    expect(fact.state === 'present' && Object.isFrozen((fact.value as { trust: object }).trust)).toBe(true);
  });

  test('is absent when IAM says so', async () => expect(await readRole({ 'iam:GetRole': () => absent })).toEqual(absent));

  test('is unknown with the actions when refused', async () => {
    expect(await readRole({ 'iam:GetRole': () => refused('iam:GetRole') })).toEqual(refused('iam:GetRole'));
  });

  test("another account's role is neither absent nor a namesake of our own", async () => {
    const foreign = 'arn:aws:iam::999999999999:role/Exec';
    for (const answer of [absent, role()]) {
      expect(await readRole({ 'iam:GetRole': () => answer }, foreign)).toMatchObject({
        state: 'unknown',
        reason: 'unsupported',
        message: expect.stringContaining('belongs to account 999999999999'),
      });
    }
  });

  test('is asked for in the home Region of its partition', async () => {
    const session = sessionAnswering({ 'iam:GetRole': () => absent, 'sts:GetCallerIdentity': () => present({ account: ACCOUNT }) });
    await readerOf(session)('iam.role', { roleArn: `arn:aws-us-gov:iam::${ACCOUNT}:role/Exec` });
    expect(session.asked.at(-1)).toMatch(/^iam:GetRole@us-gov-west-1 /);
  });

  test('an answer that lacks what AWS always sends is no fact', async () => {
    expect(await readRole({ 'iam:GetRole': () => present({ Arn: ROLE, RoleName: 'Exec', RoleId: 'A' }) })).toMatchObject({
      state: 'unknown',
      reason: 'failed',
      message: expect.stringContaining('AssumeRolePolicyDocument'),
    });
  });
});

const POLICIES: Answers = {
  'iam:GetRole': () => role(),
  'iam:ListAttachedRolePolicies': () => present([{ PolicyArn: POLICY, PolicyName: 'Read' }]),
  'iam:ListRolePolicies': () => present(['Own']),
  'iam:GetRolePolicy': () => present(encodeURIComponent(DOCUMENT)),
  'iam:GetPolicy': () => present({ DefaultVersionId: 'v3' }),
  'iam:GetPolicyVersion': () => present(DOCUMENT),
};
const readPolicies = (changes: Answers = {}) => readerOf(sessionAnswering({ ...POLICIES, ...changes }))('iam.rolePolicies', { roleArn: ROLE });
const own = { kind: 'inline', name: 'Own', document: present({ kind: 'inline', name: 'Own', text: DOCUMENT }) };
const attached = { kind: 'managed', name: 'Read', arn: POLICY, document: present({ kind: 'managed', name: 'Read', arn: POLICY, text: DOCUMENT }) };

describe('iam.rolePolicies', () => {
  test('holds every policy with its document', async () => {
    expect(await readPolicies()).toEqual(present({ principalArn: ROLE, policies: [own, attached], unread: [], boundary: absent }));
  });

  test('holds the boundary with its document', async () => {
    expect(await readPolicies({ 'iam:GetRole': () => role(bounded) })).toMatchObject({
      value: { boundary: present({ arn: BOUNDARY, document: present({ kind: 'boundary', name: 'PowerUserAccess', arn: BOUNDARY, text: DOCUMENT }) }) },
    });
  });

  test.each(['iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'] as const)('a refused %s is unread, the rest is read', async (action) => {
    const left = action === 'iam:ListRolePolicies' ? attached : own;
    expect(await readPolicies({ [action]: () => refused(action) })).toEqual(
      present({ principalArn: ROLE, policies: [left], unread: [refused(action)], boundary: absent }),
    );
  });

  test.each(['iam:GetRolePolicy', 'iam:GetPolicy', 'iam:GetPolicyVersion'] as const)('a refused %s leaves that document unknown', async (action) => {
    const index = action === 'iam:GetRolePolicy' ? 0 : 1;
    const expected = [own, attached].map((policy, at) => (at === index ? { ...policy, document: refused(action) } : policy));
    expect(await readPolicies({ [action]: () => refused(action) })).toMatchObject({ value: { policies: expected, unread: [] } });
  });

  test.each(['iam:GetPolicy', 'iam:GetPolicyVersion'])('a policy that is attached but gone (%s) has an absent document', async (name) => {
    expect(await readPolicies({ [name]: () => absent })).toMatchObject({ value: { policies: [own, { ...attached, document: absent }] } });
  });

  test('a refused GetRole leaves the boundary unknown', async () => {
    expect(await readPolicies({ 'iam:GetRole': () => refused('iam:GetRole') })).toEqual(
      present({ principalArn: ROLE, policies: [own, attached], unread: [], boundary: refused('iam:GetRole') }),
    );
  });

  test('a role that is gone has none', async () => {
    expect(await readPolicies({ 'iam:ListRolePolicies': () => absent })).toEqual(absent);
  });

  test('makes 3 calls + 1 per inline + 2 per managed policy + 2 for a boundary', async () => {
    const session = sessionAnswering({
      ...POLICIES,
      'iam:GetRole': () => role(bounded),
      'iam:ListRolePolicies': () => present(['a', 'b']),
      'iam:ListAttachedRolePolicies': () => present(['x', 'y', 'z'].map((name) => ({ PolicyArn: `${POLICY}${name}` }))),
    });
    await readerOf(session)('iam.rolePolicies', { roleArn: ROLE });
    expect(session.asked.filter((call) => call.startsWith('iam:'))).toHaveLength(3 + 2 + 2 * 3 + 2);
  });
});

describe('users', () => {
  const GROUP = `arn:aws:iam::${ACCOUNT}:group/ml`;
  const user = (more: object = {}) => present({ Arn: USER, UserName: 'alice', Path: '/', UserId: 'AIDA', PasswordLastUsed: new Date(0), ...more });
  const answers: Answers = {
    ...POLICIES,
    'iam:GetUser': () => user(bounded),
    'iam:ListAttachedUserPolicies': () => present([]),
    'iam:ListUserPolicies': () => present(['Own']),
    'iam:GetUserPolicy': () => present(DOCUMENT),
    'iam:ListGroupsForUser': () => present([{ Arn: GROUP, GroupName: 'ml' }]),
    'iam:ListAttachedGroupPolicies': () => present([{ PolicyArn: POLICY }]),
    'iam:ListGroupPolicies': () => present(['Theirs']),
    'iam:GetGroupPolicy': () => present(DOCUMENT),
  };
  const read = (kind: 'iam.user' | 'iam.userPolicies', changes: Answers = {}) =>
    readerOf(sessionAnswering({ ...answers, ...changes }))(kind, { userArn: USER });

  test('iam.user keeps its declared fields', async () => {
    expect(await read('iam.user')).toEqual(present({ arn: USER, name: 'alice', path: '/', userId: 'AIDA', account: ACCOUNT, tags: {}, boundaryArn: BOUNDARY }));
    expect(await read('iam.user', { 'iam:GetUser': () => absent })).toEqual(absent);
  });

  test("iam.userPolicies holds the user's own and its groups' policies", async () => {
    const theirs = { kind: 'inline', name: 'Theirs', group: 'ml', document: present({ kind: 'inline', name: 'Theirs', text: DOCUMENT }) };
    expect(await read('iam.userPolicies')).toMatchObject({
      value: { principalArn: USER, policies: [own, theirs, { ...attached, group: 'ml' }], unread: [], boundary: { value: { arn: BOUNDARY } } },
    });
  });

  test.each([
    'iam:ListGroupsForUser',
    'iam:ListAttachedUserPolicies',
    'iam:ListUserPolicies',
    'iam:ListGroupPolicies',
    'iam:ListAttachedGroupPolicies',
  ] as const)('a refused %s is unread', async (action) => {
    expect(await read('iam.userPolicies', { [action]: () => refused(action) })).toMatchObject({ value: { unread: [refused(action)] } });
  });

  test('a user that is gone has none', async () => expect(await read('iam.userPolicies', { 'iam:GetUser': () => absent })).toEqual(absent));
});

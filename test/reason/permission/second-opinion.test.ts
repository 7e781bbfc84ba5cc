import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/model/fact.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import type { IamEngine, Simulation } from '../../../src/model/facts/iam.ts';
import type { IamDecision } from '../../../src/model/trace.ts';
import { principalOf } from '../../../src/reason/iam/principal.ts';
import type { EvalContext, EvalRequest, Policies, Readable } from '../../../src/reason/iam/types.ts';
import { decided } from '../../../src/reason/permission/second-opinion.ts';
import { policy } from '../../support/facts.ts';

const ROLE = 'arn:aws:iam::123456789012:role/Execution';
const OBJECT = 'arn:aws:s3:::models/churn.tar.gz';

const principal = principalOf(ROLE);
if (principal === undefined) throw new Error('no principal');

const request = (context: EvalContext = {}): EvalRequest => ({
  principal,
  action: 's3:GetObject',
  resource: OBJECT,
  resourceAccount: '123456789012',
  context,
  unlisted: 'unknown',
});

const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const DENY = { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' };
const ON_ENDPOINT = { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } };
const UNREAD = unknown('access-denied', 'iam:GetPolicyVersion was refused', { actions: ['iam:GetPolicyVersion'] });
const GRANTED = policy('bucket', { ...ALLOW, Principal: { AWS: ROLE } });

const policies = (identity: readonly Readable[], more: Partial<Policies> = {}): Policies => ({ identity, scpLevels: [], rcpLevels: [], ...more });
const own = (...statements: Parameters<typeof policy>[1][]): readonly Readable[] => [policy('inline', ...statements)];

/** What sageready knows, by what it decides on its own. */
const LOCAL: Readonly<Record<string, Policies>> = {
  allowed: policies(own(ALLOW)),
  'implicitly denied': policies(own({ ...ALLOW, Action: 's3:PutObject' })),
  'explicitly denied': policies(own(ALLOW, DENY)),
  'granted by the bucket only': policies(own({ ...ALLOW, Action: 's3:PutObject' }), { resource: GRANTED }),
  'open, whether allowed': policies(own({ ...ALLOW, ...ON_ENDPOINT })),
  'open, whether denied': policies(own(ALLOW, { ...DENY, ...ON_ENDPOINT })),
  unread: policies([UNREAD]),
  'unread, and granted by the bucket': policies([UNREAD], { resource: GRANTED }),
};

const simulation = (changes: Partial<Simulation>): Fact<'iam.simulation'> =>
  present({ asked: { action: 's3:GetObject', resourceArn: OBJECT, context: [] }, decision: 'allowed', matched: [], missing: [], ...changes });

const AWS: Readonly<Record<string, Fact<'iam.simulation'>>> = {
  allows: simulation({ allowedByOrganizations: true }),
  'implicit deny': simulation({ decision: 'implicitDeny' }),
  'explicit deny': simulation({ decision: 'explicitDeny', matched: [{ policy: 'Guard', type: 'IAM Policy', line: 3, column: 5 }] }),
  'organisation denies': simulation({ decision: 'implicitDeny', allowedByOrganizations: false }),
  'boundary denies': simulation({ decision: 'implicitDeny', allowedByBoundary: false }),
  refused: unknown('access-denied', 'iam:SimulatePrincipalPolicy was refused', { actions: ['iam:SimulatePrincipalPolicy'] }),
  'no answer': absent,
};

const ED = 'ExplicitlyDenied';
const ID = 'ImplicitlyDenied';
type Row = readonly [IamDecision, IamDecision, IamDecision, IamDecision, IamDecision, IamDecision, IamDecision];

/** Columns: allows, implicit deny, explicit deny, organisation denies, boundary denies, refused, no answer. */
const BOTH: Readonly<Record<string, Row>> = {
  allowed: ['Allowed', 'Allowed', ED, ED, 'Allowed', 'Allowed', 'Allowed'],
  'implicitly denied': [ID, ID, ED, ED, ID, ID, ID],
  'explicitly denied': [ED, ED, ED, ED, ED, ED, ED],
  'granted by the bucket only': ['Allowed', 'Allowed', ED, ED, 'Allowed', 'Allowed', 'Allowed'],
  'open, whether allowed': ['Unknown', 'Unknown', ED, ED, 'Unknown', 'Unknown', 'Unknown'],
  'open, whether denied': ['Unknown', 'Unknown', 'Unknown', ED, 'Unknown', 'Unknown', 'Unknown'],
  unread: ['Allowed', ID, ED, ED, ID, 'Unknown', 'Unknown'],
  'unread, and granted by the bucket': ['Allowed', 'Allowed', ED, ED, ID, 'Unknown', 'Unknown'],
};

const OWN: Readonly<Record<string, Row>> = {
  allowed: ['Allowed', ID, ED, ED, ID, 'Unknown', 'Unknown'],
  'implicitly denied': ['Allowed', ID, ED, ED, ID, 'Unknown', 'Unknown'],
  'explicitly denied': ['Allowed', ID, ED, ED, ID, 'Unknown', 'Unknown'],
  'granted by the bucket only': ['Allowed', 'Allowed', ED, ED, ID, 'Unknown', 'Unknown'],
};

const decide = (engine: IamEngine, local: string, aws: string) =>
  decided(request({ 'aws:SourceVpce': { state: 'unknown' } }), LOCAL[local] ?? policies([]), { engine, simulation: AWS[aws] ?? absent });

const decisionsOf = (engine: IamEngine, local: string) => Object.keys(AWS).map((aws) => decide(engine, local, aws).result.decision);

describe('both engines', () => {
  test.each(Object.entries(BOTH))('%s', (local, row) => {
    expect(decisionsOf('both', local)).toEqual(row);
  });
});

describe('AWS alone, with what it does not know judged here', () => {
  test.each(Object.entries(OWN))('%s', (local, row) => {
    expect(decisionsOf('aws', local)).toEqual(row);
  });
});

describe('sageready alone', () => {
  test.each(Object.keys(LOCAL))('%s: whatever AWS says', (local) => {
    expect(new Set(decisionsOf('local', local)).size).toBe(1);
    expect(Object.keys(AWS).flatMap((aws) => decide('local', local, aws).notes)).toEqual([]);
  });
});

describe('notes', () => {
  const notes = (local: string, aws: string) => decide('both', local, aws).notes;

  test('both agree: none', () => {
    expect([notes('allowed', 'allows'), notes('implicitly denied', 'implicit deny'), notes('explicitly denied', 'explicit deny')].flat()).toEqual([]);
  });
  test('what the simulator cannot know is no disagreement', () => {
    expect([notes('granted by the bucket only', 'implicit deny'), notes('open, whether allowed', 'implicit deny')].flat()).toEqual([]);
  });
  test('a disagreement names both reasons', () => {
    expect(notes('allowed', 'implicit deny')).toEqual([
      expect.stringMatching(
        /s3:GetObject on .*churn.tar.gz: sageready reads the same policies as allowed \(by inline-policy, line \d+\), but AWS’s policy simulator says implicitDeny/,
      ),
    ]);
    expect(notes('implicitly denied', 'allows')).toEqual([expect.stringMatching(/as implicitDeny \(.+\), but AWS’s policy simulator says allowed/)]);
    expect(notes('explicitly denied', 'allows')).toEqual([expect.stringMatching(/as explicitDeny \(by inline-policy/)]);
    expect(notes('allowed', 'explicit deny')).toEqual([expect.stringContaining('Guard (IAM Policy, line 3, column 5)')]);
  });
  test('that AWS read what sageready could not is said', () => {
    expect(notes('unread', 'allows')).toEqual([expect.stringContaining('not every policy could be read here')]);
  });
});

describe('what a denial by AWS shows', () => {
  test('the statement that AWS matched', () => {
    const { trace, possible } = decide('both', 'allowed', 'explicit deny').result;
    expect(possible).toEqual([ED]);
    expect(trace).toMatchObject({ decision: ED, message: expect.stringContaining('it matched Guard (IAM Policy, line 3, column 5)') });
    expect(trace).not.toHaveProperty('repair');
    expect(trace.gates.at(-1)).toMatchObject({ gate: 'identity', verdict: 'denies' });
  });
  test('the organisation, which AWS does not name', () => {
    const { trace } = decide('both', 'allowed', 'organisation denies').result;
    expect(trace.message).toContain('AllowedByOrganizations is false');
    expect(trace.gates.at(-1)).toMatchObject({ gate: 'scp', verdict: 'denies' });
  });
  test('the repair that sageready itself found stays', () => {
    expect(decide('both', 'implicitly denied', 'organisation denies').result.trace).toHaveProperty('repair');
  });
  test('why AWS could not answer, where its word alone counts', () => {
    expect(decide('aws', 'allowed', 'refused').result.unread).toEqual([AWS['refused']]);
    expect(decide('aws', 'allowed', 'no answer').result.unread).toEqual([expect.objectContaining({ reason: 'unsupported' })]);
  });
});

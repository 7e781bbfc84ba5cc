import { describe, expect, test } from '@jest/globals';
import { noDanglingPrincipals } from '../../../rules/identity/no-dangling-principals.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { delegating, policy, role, trusting } from '../../support/facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { ROLE, serverless } from '../../support/targets.ts';

const target = serverless();
const GONE = 'AROAEXAMPLEGONE12345';
const naming = (kind: 'bucket' | 'key' | 'trust', principal: string) =>
  ({ ...policy(kind, { Effect: 'Allow', Principal: { AWS: principal }, Action: '*', Resource: '*' }), arn: `arn:of:the:${kind}` }) as const;
const clean = { role: present(role({ trust: trusting() })), bucketPolicy: absent, keyPolicies: [present(delegating())], artifactKeyPolicy: absent } as const;

testRule(noDanglingPrincipals, {
  target,
  pass: {
    'all exist': clean,
    'a bucket policy for a role that exists': { ...clean, bucketPolicy: present(naming('bucket', ROLE)) },
    'an id in a condition, which means sessions': {
      ...clean,
      bucketPolicy: present(
        policy('bucket', { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: { StringNotLike: { 'aws:userid': `${GONE}:*` } } }),
      ),
    },
  },
  fail: {
    'in the bucket policy': { ...clean, bucketPolicy: present(naming('bucket', GONE)) },
    'in the key policy': { ...clean, keyPolicies: [present(naming('key', 'AIDAEXAMPLEGONE12345'))] },
    'in the artifact’s key policy': { ...clean, artifactKeyPolicy: present(naming('key', GONE)) },
    'in the trust policy': { ...clean, role: present(role({ trust: naming('trust', GONE) })) },
    'in what could be read': { ...clean, bucketPolicy: present(naming('bucket', GONE)), keyPolicies: [unknown('access-denied', 'refused')] },
  },
  cannotTell: { 'a policy was not read': { ...clean, bucketPolicy: unknown('access-denied', 'refused', { actions: ['s3:GetBucketPolicy'] }) } },
});

describe('what it says', () => {
  test('where the id stands', () => {
    expect(judged(noDanglingPrincipals, target, { ...clean, bucketPolicy: present(naming('bucket', GONE)) })).toMatchObject({
      evidence: [{ subject: 'arn:of:the:bucket', observed: expect.stringMatching(/line \d+ of the bucket policy: .*AROAEXAMPLEGONE12345/) }],
    });
  });
});

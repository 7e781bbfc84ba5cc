import { describe, expect, test } from '@jest/globals';
import { keyIsEnabled } from '../../../rules/encryption/key-is-enabled.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { key } from '../../support/facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { KEY, REGION, serverless, without } from '../../support/targets.ts';

const target = serverless();
const OTHER = KEY.replace('11111111', '99999999');
const deleted = key({ state: 'PendingDeletion', deletionDate: '2026-12-01T00:00:00.000Z' });
const neither = Object.fromEntries(Object.entries(without('kmsKeyId')).filter(([field]) => field !== 'modelDataUrl')) as unknown as typeof target;

testRule(keyIsEnabled, {
  target,
  pass: {
    both: { planned: [present(key())], ofArtifact: present(key({ arn: OTHER })) },
    'the planned one, and the artifact has none': { planned: [present(key())], ofArtifact: absent },
    'the artifact’s, and none is planned': { target: without('kmsKeyId'), planned: [], ofArtifact: present(key()) },
  },
  fail: {
    disabled: { planned: [present(key({ state: 'Disabled' }))], ofArtifact: absent },
    'waiting for deletion': { planned: [present(deleted)], ofArtifact: absent },
    'waiting for its material': { planned: [present(key({ state: 'PendingImport' }))], ofArtifact: absent },
    'the artifact’s is disabled': { planned: [present(key())], ofArtifact: present(key({ arn: OTHER, state: 'Disabled' })) },
    'the planned one is disabled, and the artifact’s is not known': { planned: [present(key({ state: 'Disabled' }))], ofArtifact: unknown('throttled', 'x') },
  },
  cannotTell: { 'the artifact’s is not known': { planned: [present(key())], ofArtifact: unknown('access-denied', 'x', { actions: ['kms:DescribeKey'] }) } },
  notApplicable: {
    'no key anywhere': { target: without('kmsKeyId'), planned: [], ofArtifact: absent },
    'neither key nor artifact': { target: neither },
  },
});

describe('what it says', () => {
  test('when the key will be gone, and how to keep it', () => {
    expect(judged(keyIsEnabled, target, { planned: [present(deleted)], ofArtifact: absent })).toMatchObject({
      evidence: [{ subject: KEY, observed: 'PendingDeletion, to be deleted on 2026-12-01T00:00:00.000Z' }],
      fixes: [{ kind: 'enable-key', keyArn: KEY, region: REGION, pendingDeletion: true }],
    });
  });
  test('nothing can be enabled that waits for its material', () => {
    expect(judged(keyIsEnabled, target, { planned: [present(key({ state: 'PendingImport' }))], ofArtifact: absent })).toMatchObject({ fixes: [] });
  });
  test('one key in two places is one failure', () => {
    const both = present(key({ state: 'Disabled' }));
    expect(judged(keyIsEnabled, target, { planned: [both], ofArtifact: both })).toMatchObject({ evidence: [{ subject: KEY }] });
  });
});

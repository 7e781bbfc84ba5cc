import { describe, expect, test } from '@jest/globals';
import { artifactIsGzipTar } from '../../../rules/artifact/artifact-is-gzip-tar.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { judged, testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const target = serverless();
const start = (bytes: string) => ({ start: present({ bytes }) });
const named = (key: string) => ({ target: serverless({ modelDataUrl: `s3://churn-models/${key}` }), ...start('1f8b') });

testRule(artifactIsGzipTar, {
  target,
  pass: {
    'by name and by content': start('1f8b'),
  },
  cannotTell: {
    'well named, but the content may not be read': { start: unknown('access-denied', 'x', { actions: ['s3:GetObject'] }) },
    'well named, but it went away since': { start: absent },
  },
  fail: {
    'a zip that is called otherwise': start('504b'),
    'an empty object': start(''),
    'one byte': start('1f'),
    'a tar that is not compressed': named('model.tar'),
    'badly named, and the content may not be read': { ...named('model.tar'), start: unknown('access-denied', 'x') },
    'another short form of the name': named('model.tgz'),
    'a prefix': named('model/'),
  },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});

describe('what it says', () => {
  test('names the action that would settle it', () => {
    const refused = unknown('access-denied', 'x', { actions: ['s3:GetObject'] });
    expect(judged(artifactIsGzipTar, target, { start: refused })).toEqual({ outcome: 'cannot-tell', because: [refused] });
  });
});

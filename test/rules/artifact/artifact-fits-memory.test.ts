import { describe, expect, test } from '@jest/globals';
import { artifactFitsMemory } from '../../../rules/artifact/artifact-fits-memory.ts';
import { present } from '../../../src/model/fact.ts';
import { object } from '../../support/facts.ts';
import { judged, testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const MB = 1024 ** 2;
const of = (size: number) => ({ object: present(object({ size })) });
const target = serverless();

testRule(artifactFitsMemory, {
  target,
  pass: { small: of(MB), 'as large as the memory': of(2048 * MB) },
  fail: { 'one byte more': of(2048 * MB + 1), 'more than any memory': of(7000 * MB) },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') }, 'no memory known': { target: without('serverlessConfig') } },
});

describe('what it says', () => {
  test('names the smallest memory that is large enough', () => {
    expect(judged(artifactFitsMemory, target, of(3000 * MB))).toMatchObject({ fixes: [{ kind: 'set-field', value: 3072 }] });
  });
  test('names none where none is large enough', () => {
    expect(judged(artifactFitsMemory, target, of(7000 * MB))).toMatchObject({ fixes: [] });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { FactReader } from '../../src/engine/collect.ts';
import { openCollection } from '../../src/engine/collect.ts';
import { factsOf } from '../../src/engine/facts.ts';
import type { AnyFactRequest, Fact } from '../../src/model/fact.ts';
import { absent, existing, fact, from, present, unknown } from '../../src/model/fact.ts';
import { key, object } from '../support/facts.ts';

const artifact = fact('s3.object', { bucket: 'b', key: 'k', region: 'us-east-1' });
const keyOfArtifact = fact('kms.key', { keyId: from(artifact, ({ kmsKeyId }) => kmsKeyId), region: 'us-east-1' }) as AnyFactRequest;

const answering = (answers: Readonly<Record<string, Fact>>) => {
  const asked: string[] = [];
  const reader: FactReader = async (kind, params) => {
    asked.push(`${kind} ${JSON.stringify(params)}`);
    return answers[kind] ?? absent;
  };
  return { asked, reader };
};

describe('a collection', () => {
  test('reads equal requests once, in whatever order their parameters stand', async () => {
    const { asked, reader } = answering({ 's3.object': present(object()) as Fact });
    const { read } = openCollection(reader, 'test');
    await Promise.all([read(artifact as AnyFactRequest), read(fact('s3.object', { region: 'us-east-1', key: 'k', bucket: 'b' }) as AnyFactRequest)]);
    await read(artifact as AnyFactRequest);
    expect(asked).toHaveLength(1);
  });

  test('awaits the fact that a parameter comes from, and hands its value on', async () => {
    const { asked, reader } = answering({ 's3.object': present(object({ kmsKeyId: 'the-key' })) as Fact, 'kms.key': present(key()) as Fact });
    const { read, facts } = openCollection(reader, 'test');
    expect(await read(keyOfArtifact)).toMatchObject({ state: 'present' });
    expect(asked[1]).toBe('kms.key {"keyId":"the-key","region":"us-east-1"}');
    expect(facts().get(keyOfArtifact)).toMatchObject({ state: 'present' });
  });

  test.each<readonly [string, Fact, object]>([
    [
      'inner unknown: unknown, with the inner reason and actions',
      unknown('throttled', 'slow down', { actions: ['s3:GetObject'] }),
      { state: 'unknown', reason: 'throttled', actions: ['s3:GetObject'] },
    ],
    ['inner absent: absent', absent, { state: 'absent' }],
    ['nothing selected: absent', present(object()) as Fact, { state: 'absent' }],
  ])('%s, and the outer fact is never asked for', async (_, inner, outer) => {
    const { asked, reader } = answering({ 's3.object': inner });
    const { read, facts } = openCollection(reader, 'test');
    expect(await read(keyOfArtifact)).toMatchObject(outer);
    expect(facts().get(keyOfArtifact)).toMatchObject(outer);
    expect(asked).toHaveLength(1);
  });

  test('is saved sorted and judged again from what was saved', async () => {
    const { reader } = answering({ 's3.object': present(object({ kmsKeyId: 'the-key' })) as Fact, 'kms.key': present(key()) as Fact });
    const { read, facts } = openCollection(reader, 'test');
    await read(keyOfArtifact);
    const saved = JSON.parse(JSON.stringify(facts().toJSON()));
    expect(factsOf(saved.facts, 'test').get(keyOfArtifact)).toEqual(facts().get(keyOfArtifact));
    expect(saved.facts.map(({ kind }: { kind: string }) => kind)).toEqual(['kms.key', 's3.object']);
  });
});

describe('facts', () => {
  test('what was not collected is unknown, and says so', () => {
    expect(factsOf([], 'test').get(existing(artifact, 'artifact/artifact-exists') as AnyFactRequest)).toMatchObject({
      state: 'unknown',
      reason: 'not-collected',
    });
  });
  test('are deep-frozen', () => {
    const value = object();
    const facts = factsOf([{ kind: 's3.object', params: artifact.params, fact: present(value) as Fact }], 'test');
    expect(Object.isFrozen((facts.get(artifact as AnyFactRequest) as { value: object }).value)).toBe(true);
  });
});

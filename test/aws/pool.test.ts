import { describe, expect, test } from '@jest/globals';
import type { Operation } from '../../src/aws/operation.ts';
import type { Pool } from '../../src/aws/pool.ts';
import { absent, present } from '../../src/model/fact.ts';
import { awsError, REGION, sessionWith } from './fake-operations.ts';

interface Question {
  readonly who: string;
  readonly what: string;
}

const named = (name: string, send: (input: readonly string[]) => Promise<readonly string[]>): Operation<readonly string[], readonly string[]> => ({
  name,
  service: 'kms',
  actions: ['kms:Ask'],
  absentWhen: [{ name: 'NotFoundException' }],
  subject: (input) => input.join(', '),
  send,
});

const poolOn = (operation: Operation<readonly string[], readonly string[]>, most = 2): Pool<Question, readonly string[], readonly string[], string> => ({
  operation,
  keyOf: ({ who, what }) => `${who} ${what}`,
  laneOf: ({ who }) => who,
  callsFor: (questions) =>
    Array.from({ length: Math.ceil(questions.length / most) }, (_, index) => questions.slice(index * most, (index + 1) * most)).map((some) => ({
      questions: some,
      input: some.map(({ what }) => what),
    })),
  itemFor: ({ what }, output) => output.find((one) => one === what.toUpperCase()),
});

const echo = async (input: readonly string[]) => input.map((one) => one.toUpperCase());
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a pool of questions', () => {
  test('is asked when nothing else is under way, so that late questions share the call', async () => {
    const asked: (readonly string[])[] = [];
    const pool = poolOn(
      named('kms:Ask', async (input) => {
        asked.push(input);
        return echo(input);
      }),
    );
    const session = sessionWith();
    const slow = named('kms:Slow', async () => {
      await later(30);
      return [];
    });
    const early = session.pooled(pool, REGION, { who: 'a', what: 'x' });
    const late = session.call(slow, REGION, []).then(() => session.pooled(pool, REGION, { who: 'a', what: 'y' }));
    expect(await Promise.all([early, late])).toEqual([present('X'), present('Y')]);
    expect(asked).toEqual([['x', 'y']]);
  });

  test('asks each question once, and is silent about what the answer leaves out', async () => {
    const asked: (readonly string[])[] = [];
    const pool = poolOn(
      named('kms:Ask', async (input) => {
        asked.push(input);
        return [];
      }),
    );
    const session = sessionWith();
    const question = { who: 'a', what: 'x' };
    expect(await Promise.all([session.pooled(pool, REGION, question), session.pooled(pool, REGION, { ...question })])).toEqual([absent, absent]);
    expect(asked).toEqual([['x']]);
  });

  test('closes a lane once AWS refuses, and no other', async () => {
    const asked: (readonly string[])[] = [];
    const pool = poolOn(
      named('kms:Ask', (input) => {
        asked.push(input);
        return input.includes('x1') ? Promise.reject(awsError('AccessDeniedException', 400)) : echo(input);
      }),
      1,
    );
    const session = sessionWith();
    const questions = ['x1', 'x2', 'x3'].map((what) => ({ who: 'x', what }));
    const readings = await Promise.all([...questions, { who: 'y', what: 'y1' }].map((question) => session.pooled(pool, REGION, question)));
    expect(readings.map((reading) => (reading.state === 'unknown' ? reading.reason : reading.state))).toEqual([
      'access-denied',
      'access-denied',
      'access-denied',
      'present',
    ]);
    expect(asked.toSorted()).toEqual([['x1'], ['y1']]);
  });

  test('goes on after an answer that was only wrong for one call', async () => {
    const pool = poolOn(
      named('kms:Ask', (input) => (input.includes('x1') ? Promise.reject(awsError('ValidationException', 400)) : echo(input))),
      1,
    );
    const session = sessionWith();
    const readings = await Promise.all(['x1', 'x2'].map((what) => session.pooled(pool, REGION, { who: 'x', what })));
    expect(readings.map(({ state }) => state)).toEqual(['unknown', 'present']);
  });
});

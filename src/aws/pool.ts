import { setImmediate } from 'node:timers/promises';
import DataLoader from 'dataloader';
import type { Reading, Unknown } from '../model/fact.ts';
import { absent, present } from '../model/fact.ts';
import type { Operation } from './operation.ts';

/** One call, and the questions that it answers. */
export interface PooledCall<Question, Input> {
  readonly input: Input;
  readonly questions: readonly Question[];
}

/**
 * Questions that one call answers together. They are asked when nothing else is under way, so that none comes too late for its call.
 * Calls of one lane are made one after another; once AWS does not answer, the rest of the lane is not asked.
 */
export interface Pool<Question, Input, Output, Item> {
  readonly operation: Operation<Input, Output>;
  /** Equal questions have equal keys, and are asked once. */
  readonly keyOf: (question: Question) => string;
  readonly laneOf: (question: Question) => string;
  /** Distributes the questions of a lane among calls. */
  readonly callsFor: (questions: readonly Question[]) => readonly PooledCall<Question, Input>[];
  /** What an answer says to one question. Undefined: nothing. */
  readonly itemFor: (question: Question, output: Output) => Item | undefined;
}

/** How a pool is asked: in one Region of a session. */
export interface PoolLine<Input, Output> {
  readonly ask: (input: Input) => Promise<Reading<Output>>;
  /** Resolves once nothing is under way. */
  readonly quiet: () => Promise<void>;
}

/** An answer that is wrong once may be right for the next question; what refuses, throttles or keeps silent will do so again. */
const closesLane = (reading: Reading<unknown>): reading is Unknown => reading.state === 'unknown' && reading.reason !== 'failed';

const readingFor = <Question, Output, Item>(
  question: Question,
  reading: Reading<Output>,
  itemFor: (question: Question, output: Output) => Item | undefined,
): Reading<Item> => {
  if (reading.state !== 'present') return reading;
  const item = itemFor(question, reading.value);
  return item === undefined ? absent : present(item);
};

const laneAnswers = async <Question, Input, Output, Item>(
  { callsFor, itemFor, keyOf }: Pool<Question, Input, Output, Item>,
  { ask }: PoolLine<Input, Output>,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, Reading<Item>>> => {
  const answers = new Map<string, Reading<Item>>();
  let closed: Unknown | undefined;
  for (const call of callsFor(questions)) {
    const reading = closed ?? (await ask(call.input));
    if (closesLane(reading)) closed = reading;
    for (const question of call.questions) {
      answers.set(keyOf(question), readingFor(question, reading, itemFor));
    }
  }
  return answers;
};

const byLane = <Question>(laneOf: (question: Question) => string, questions: readonly Question[]): readonly (readonly Question[])[] =>
  [...new Set(questions.map(laneOf))].map((lane) => questions.filter((question) => laneOf(question) === lane));

/** Gathers questions until nothing else is under way, then asks them in as few calls as the pool knows; remembers each answer. */
export const poolOf = <Question, Input, Output, Item>(
  pool: Pool<Question, Input, Output, Item>,
  line: PoolLine<Input, Output>,
): ((question: Question) => Promise<Reading<Item>>) => {
  const answersTo = async (questions: readonly Question[]): Promise<readonly Reading<Item>[]> => {
    const lanes = await Promise.all(byLane(pool.laneOf, questions).map((lane) => laneAnswers(pool, line, lane)));
    const answers = new Map(lanes.flatMap((lane) => [...lane]));
    return questions.map((question) => answers.get(pool.keyOf(question)) ?? absent);
  };
  const loader = new DataLoader<Question, Reading<Item>, string>(answersTo, {
    cacheKeyFn: pool.keyOf,
    batchScheduleFn: (send) => void line.quiet().then(send),
  });
  return (question) => loader.load(question);
};

/** Knows when nothing is under way. */
export interface Quietness {
  readonly during: <T>(task: Promise<T>) => Promise<T>;
  readonly quiet: () => Promise<void>;
}

/** Watches tasks that never reject. */
export const quietness = (): Quietness => {
  const underWay = new Set<Promise<unknown>>();
  return {
    during: (task) => {
      underWay.add(task);
      return task.finally(() => underWay.delete(task));
    },
    quiet: async () => {
      do {
        await Promise.allSettled(underWay);
        // What follows from an answer begins in the same turn of the event loop.
        await setImmediate();
      } while (underWay.size > 0);
    },
  };
};

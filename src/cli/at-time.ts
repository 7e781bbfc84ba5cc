import { factsOf } from '../engine/facts.ts';
import type { Facts } from '../model/fact.ts';
import { present } from '../model/fact.ts';
import type { Words } from './words.ts';
import { timeOf } from './words.ts';

/** Facts as of another time, where `--now` names one. */
export const atTime = (facts: Facts, words: Words): Facts => {
  if (words['now'] === undefined) return facts;
  const { facts: saved, tool } = facts.toJSON();
  return factsOf([...saved.filter(({ kind }) => kind !== 'run.time'), { kind: 'run.time', params: {}, fact: present(timeOf(words)) }], tool);
};

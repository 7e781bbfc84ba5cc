import { wordsOf } from './message-words.ts';

/** How well a phrase fits a message. */
export interface Fit {
  /** Weight of the words that both share, in order. */
  readonly weight: number;
  /** Share of the phrase that the message holds, 0 to 1. */
  readonly share: number;
}

/** Says how well a phrase fits the message it was made for; undefined: not at all. */
export type Matcher = (phrase: string) => Fit | undefined;

const ENOUGH = 0.75;
/** A part of a message may be all that was pasted; fewer words than this tell too little. */
const FEWEST_WORDS = 4;

/** A message may hold a little more between the words of a phrase of n. */
const windowFor = (length: number): number => 2 * length + 8;
/** Windows overlap by more than any phrase is long. */
const stepFor = (length: number): number => Math.ceil(length / 2);

/** Words that many phrases hold tell little. */
const weigher = (phrases: readonly (readonly string[])[]): ((word: string) => number) => {
  const uses = new Map<string, number>();
  for (const words of phrases) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + phrases.length / (uses.get(word) ?? 1));
};

type Weigh = (word: string) => number;

/** The weight of the longest common subsequence. */
const common = (left: readonly string[], right: readonly string[], weigh: Weigh): number => {
  let row: readonly number[] = new Array(right.length + 1).fill(0);
  for (const word of left) {
    const next = [0];
    const weight = weigh(word);
    right.forEach((other, index) => {
      const kept = Math.max(row[index + 1] ?? 0, next[index] ?? 0);
      next.push(word === other ? Math.max(kept, (row[index] ?? 0) + weight) : kept);
    });
    row = next;
  }
  return row.at(-1) ?? 0;
};

const total = (words: readonly string[], weigh: Weigh): number => words.reduce((sum, word) => sum + weigh(word), 0);

/** The best place of a phrase in a message, window by window. */
const bestPlace = (phrase: readonly string[], message: readonly string[], weigh: Weigh): number => {
  const step = stepFor(phrase.length);
  const window = windowFor(phrase.length) + step;
  let best = 0;
  for (let start = 0; start < message.length; start += step) best = Math.max(best, common(phrase, message.slice(start, start + window), weigh));
  return best;
};

/** What follows `perform:` names an action, or a service, and `calling the` an operation; a message about another one is not meant. */
const demanded = (phrase: string): string | undefined => {
  const [, action, operation] = /perform:\s*([a-z0-9-]+:[a-z*]*)|calling the ([a-z0-9]+ operation)/i.exec(phrase) ?? [];
  return (action ?? operation)?.toLowerCase();
};

const fitOf = (phrase: readonly string[], message: readonly string[], weigh: Weigh): Fit | undefined => {
  const shared = total(
    phrase.filter((word) => message.includes(word)),
    weigh,
  );
  if (shared < ENOUGH * Math.min(total(phrase, weigh), total(message, weigh))) return undefined;
  const weight = bestPlace(phrase, message, weigh);
  const share = weight / total(phrase, weigh);
  const isPart = message.length >= FEWEST_WORDS && weight / total(message, weigh) >= ENOUGH;
  return weight > 0 && (share >= ENOUGH || isPart) ? { weight, share } : undefined;
};

/** Prepares matching one message against many phrases; `phrases` are all of them, since words that most of them hold tell little. */
export const matcherFor = (message: string, phrases: readonly string[]): Matcher => {
  const words = wordsOf(message);
  const weigh = weigher(phrases.map(wordsOf));
  const text = message.toLowerCase().replaceAll(/\s+/g, ' ');
  return (phrase) => {
    const needed = demanded(phrase);
    return needed !== undefined && !text.includes(needed) ? undefined : fitOf(wordsOf(phrase), words, weigh);
  };
};

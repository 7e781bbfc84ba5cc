import type { Erratum } from '../../data/errata.ts';
import type { KnownFailure } from '../../data/unforeseen.ts';
import { UNFORESEEN } from '../../data/unforeseen.ts';
import type { AnyRule } from '../../model/rule.ts';
import { type AuthorizationError, authorizationErrorIn } from '../../reason/authorization-error.ts';
import { errataIn } from '../../reason/errata.ts';
import { type Fit, matcherFor } from '../../reason/message-match.ts';

/** What is known about a pasted error. */
export interface ExplainedError {
  /** Rules that foresee it, the likeliest first. */
  readonly rules: readonly AnyRule[];
  /** What is known of the message beside the rules, the likeliest first. */
  readonly failures: readonly KnownFailure[];
  /** Mistakes that public guides print, and that the text holds. */
  readonly errata: readonly Erratum[];
  readonly authorization?: AuthorizationError;
}

interface Ranked<T> {
  readonly one: T;
  readonly score: number;
  /** Whether the message holds all of the phrase. */
  readonly whole: boolean;
}

/** What fits much worse than the best is a likeness of words. */
const NEAR_BEST = { rules: 0.6, failures: 0.95 } as const;
const MOST = 5;
const WHOLE = 0.97;

const bestOf = (fits: readonly Fit[]): Omit<Ranked<unknown>, 'one'> =>
  fits
    .map(({ weight, share }) => ({ score: weight * share, whole: share >= WHOLE }))
    .reduce((best, fit) => (fit.score > best.score ? fit : best), { score: 0, whole: false });

const ranked = <T>(all: readonly T[], phrases: (one: T) => readonly string[], match: (phrase: string) => Fit | undefined): readonly Ranked<T>[] =>
  all
    .map((one) => ({ one, ...bestOf(phrases(one).flatMap((phrase) => match(phrase) ?? [])) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);

/** Where the best phrase is in the message as a whole, one that says more than the message is about something else: another container, another cause. */
const nearBest = <T>(found: readonly Ranked<T>[], share: number): readonly T[] => {
  const [top] = found;
  if (top === undefined) return [];
  return found
    .filter(({ score, whole }) => score >= share * top.score && (whole || !top.whole))
    .slice(0, MOST)
    .map(({ one }) => one);
};

const predictedBy = ({ predicts }: AnyRule): readonly string[] => predicts ?? [];

/** Finds what is known about a pasted error, in the rules and in the table of known failures. */
export const explainError = (message: string, rules: readonly AnyRule[]): ExplainedError => {
  const phrases = [...rules.flatMap(predictedBy), ...UNFORESEEN.flatMap(({ messages }) => messages)];
  const match = matcherFor(message, phrases);
  const foreseen = ranked(rules, predictedBy, match);
  const known = ranked(UNFORESEEN, ({ messages }) => messages, match);
  const authorization = authorizationErrorIn(message);
  return {
    rules: nearBest(foreseen, NEAR_BEST.rules),
    failures: nearBest(known, NEAR_BEST.failures),
    errata: errataIn(message),
    ...(authorization !== undefined && { authorization }),
  };
};

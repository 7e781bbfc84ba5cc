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
}

/** What fits much worse than the best is a likeness of words. */
const NEAR_BEST = { rules: 0.6, failures: 0.95 } as const;
const MOST = 5;

const scoreOf = ({ weight, share }: Fit): number => weight * share;

const ranked = <T>(all: readonly T[], phrases: (one: T) => readonly string[], match: (phrase: string) => Fit | undefined): readonly Ranked<T>[] =>
  all
    .map((one) => ({
      one,
      score: Math.max(
        0,
        ...phrases(one)
          .flatMap((phrase) => match(phrase) ?? [])
          .map(scoreOf),
      ),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);

const topOf = (found: readonly Ranked<unknown>[]): number => found[0]?.score ?? 0;

const atLeast = <T>(found: readonly Ranked<T>[], score: number): readonly T[] =>
  found
    .filter((one) => one.score >= score)
    .slice(0, MOST)
    .map(({ one }) => one);

const predictedBy = ({ predicts }: AnyRule): readonly string[] => predicts ?? [];

/** Finds what is known about a pasted error, in the rules and in the table of known failures. */
export const explainError = (message: string, rules: readonly AnyRule[]): ExplainedError => {
  const phrases = [...rules.flatMap(predictedBy), ...UNFORESEEN.flatMap(({ messages }) => messages)];
  const match = matcherFor(message, phrases);
  const foreseen = ranked(rules, predictedBy, match);
  const known = ranked(UNFORESEEN, ({ messages }) => messages, match);
  const authorization = authorizationErrorIn(message);
  return {
    rules: atLeast(foreseen, NEAR_BEST.rules * topOf(foreseen)),
    failures: atLeast(known, NEAR_BEST.failures * topOf(known)),
    errata: errataIn(message),
    ...(authorization !== undefined && { authorization }),
  };
};

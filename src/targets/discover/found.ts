import type { Unknown } from '../../model/fact.ts';
import type { ScenarioId } from '../../model/target.ts';

/** One entry of a description, as it would be written by hand. */
export type FoundEntry = Readonly<Record<string, unknown>> & { readonly name: string; readonly scenario: ScenarioId };

/** A thing that exists, as an entry of a description. */
export interface Found {
  readonly entry: FoundEntry;
  /** Where it was found and in what state, and what a reader should know of it. One sentence each. */
  readonly says: readonly string[];
}

/** Something that could not be looked for, or not be read: it is not in the audit, and the report says so. */
export interface Missed {
  /** As a target would be called, or what was looked for. */
  readonly name: string;
  readonly region: string;
  readonly reason: Unknown;
}

/** What looking for one kind of thing brought home. */
export interface Findings {
  readonly found: readonly Found[];
  readonly missed: readonly Missed[];
  /** What was found and fits no scenario, one sentence each. */
  readonly notes: readonly string[];
}

export const NOTHING: Findings = { found: [], missed: [], notes: [] };

/** Several findings as one, in their order. */
export const allOf = (parts: readonly Findings[]): Findings => ({
  found: parts.flatMap(({ found }) => found),
  missed: parts.flatMap(({ missed }) => missed),
  notes: parts.flatMap(({ notes }) => notes),
});

/** Nothing but a sentence about what was found and cannot be judged. */
export const noted = (...notes: readonly string[]): Findings => ({ ...NOTHING, notes });

import type { FixKind, FixOf } from '../src/model/fix.ts';

/** A fix in words and as commands. */
export interface RenderedFix {
  /** What to do, in a sentence or two; control characters made visible. */
  readonly text: string;
  /** Ready to paste, in order; a command may take several lines. None: there is nothing to run. Never overwrites what it did not read first. */
  readonly commands: readonly string[];
}

/** Turns one kind of fix into words and commands. */
export type FixRenderer<K extends FixKind> = (fix: FixOf<K>) => RenderedFix;

import type { NonEmpty, Url } from '../../model/words.ts';

/** A mistake that a public guide prints, and that is copied from there. */
export interface Erratum {
  readonly id: string;
  /** What shows it in text that somebody pasted: all of them must be there. */
  readonly signs: NonEmpty<RegExp>;
  /** Codes of the policy linter, of which a policy must show one: what looks alike may be right. */
  readonly problems?: readonly string[];
  /** What happens to who copies it. */
  readonly means: string;
  /** What stands there rightly. */
  readonly instead: string;
  /** The page that prints it. */
  readonly page: Url;
}

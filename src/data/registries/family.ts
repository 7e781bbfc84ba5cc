import type { Url } from '../../model/words.ts';

/** Images that AWS keeps together: in each Region one account's ECR registry holds them all, as far as AWS offers them there. */
export interface RegistryFamily {
  readonly name: string;
  /** Repository names; each belongs to one family only. */
  readonly repositories: readonly string[];
  /** Region → account. A Region that is missing has no such registry, or AWS does not publish it. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Where the family comes from, if not from the source of the whole table. */
  readonly source?: Url;
}

/** The words of a text. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Reads `<Region>:<account>` pairs. */
export const byRegion = (text: string): ReadonlyMap<string, string> =>
  new Map(
    words(text).map((pair) => {
      const [region = '', account = ''] = pair.split(':');
      return [region, account] as const;
    }),
  );

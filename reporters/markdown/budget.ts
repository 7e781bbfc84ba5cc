import { count } from '../text.ts';
import type { Section } from './target.ts';

/** What is left of a number of bytes; `take` says whether a text still fits, and then keeps its place. */
export interface Budget {
  readonly take: (text: string) => boolean;
}

/** A budget of so many bytes. */
export const budgetOf = (bytes: number): Budget => {
  let left = bytes;
  return {
    take: (text) => {
      const needed = Buffer.byteLength(text);
      if (needed > left) return false;
      left -= needed;
      return true;
    },
  };
};

// Room for the line that says how much of a section is left out.
const NOTICE = 'x'.repeat(160);

const notice = (left: number): string => `_${count(left, 'finding')} of this target left out: the summary has no more room. The other reports hold all._`;

const written = ({ head, blocks, foot }: Section, kept: ReadonlySet<number>): string => {
  const left = blocks.length - kept.size;
  return [head, ...blocks.filter((_, index) => kept.has(index)).map(({ text }) => text), ...(left > 0 ? [notice(left)] : []), foot].join('\n\n');
};

/** Sections within a budget: each keeps its head, and the heaviest findings of all keep their place. A section whose head no longer fits is undefined. */
export const fitted = (sections: readonly Section[], budget: Budget): readonly (string | undefined)[] => {
  const heads = sections.map(({ head, foot }) => budget.take(`${head}${foot}${NOTICE}`));
  const kept = sections.map(() => new Set<number>());
  const places = sections.flatMap(({ blocks }, section) => (heads[section] ? blocks.map(({ text, weight }, index) => ({ section, index, text, weight })) : []));
  for (const { section, index, text } of places.toSorted((a, b) => b.weight - a.weight)) {
    if (budget.take(`${text}\n\n`)) kept[section]?.add(index);
  }
  return sections.map((section, index) => (heads[index] ? written(section, kept[index] ?? new Set()) : undefined));
};

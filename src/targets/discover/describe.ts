import type { Target } from '../../model/target.ts';
import { readEntry } from '../entry.ts';
import type { OpenFile } from '../opened.ts';
import { written } from '../opened.ts';
import { formatProblems } from '../problem.ts';
import type { Found } from './found.ts';

const NO_FILES: OpenFile = () => ({ fault: 'what was found names no files' });

/** A found thing as a target; or why it is none. */
export type Described = { readonly targets: readonly Target[] } | { readonly fault: string };

/** Reads what was found as a description is read, so that both are always judged alike. */
export const describeFound = ({ entry, says }: Found): Described => {
  const read = readEntry({ own: entry, inherited: {} }, NO_FILES);
  if ('targets' in read) return { targets: read.targets.map((target) => ({ ...target, completed: [...says, ...(target.completed ?? [])] })) };
  return {
    fault: formatProblems(read.issues.map(({ path, message, expected }) => ({ file: '', path: written(path), message, ...(expected && { expected }) }))),
  };
};

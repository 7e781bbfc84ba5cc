import type { Fix } from '../../src/model/fix.ts';
import { adviceOf } from '../failed.ts';
import type { Found } from './found.ts';

/** Says what mends a finding: the rule's advice, then each exact fix; empty where the report no longer knows. What several findings share is worded once. */
export const remedyTexts = (): ((found: Found) => string) => {
  const worded = new Map<readonly Fix[], readonly string[]>();
  const textsOf = (fixes: readonly Fix[]): readonly string[] => {
    const texts = worded.get(fixes) ?? adviceOf(fixes, undefined);
    worded.set(fixes, texts);
    return texts;
  };
  return ({ remedy, fixes }) => [...(remedy === undefined ? [] : [remedy]), ...textsOf(fixes)].join(' ');
};

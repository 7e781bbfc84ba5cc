import type { Fix } from '../model/fix.ts';
import type { Target } from '../model/target.ts';
import type { Verdict } from '../model/verdict.ts';
import { writtenKey } from '../model/written.ts';

const written = (fix: Fix, target: Target): Fix => {
  if (fix.kind !== 'set-field' && fix.kind !== 'remove-field') return fix;
  const place = writtenKey(target, fix.field);
  return place === undefined ? fix : { ...fix, written: place };
};

/** A verdict whose remedies name the keys of the document that a reader has to change. */
export const asWritten = (verdict: Verdict, target: Target): Verdict => {
  if (verdict.outcome !== 'fail' || verdict.fixes === undefined) return verdict;
  return { ...verdict, fixes: verdict.fixes.map((fix) => written(fix, target)) };
};

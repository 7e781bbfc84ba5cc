import { ERRATA, type Erratum } from '../data/errata.ts';
import { validatePolicy } from './iam/validate/validate-policy.ts';

/** The end of a long text is enough to tell, and keeps the search short. */
const LONGEST = 20_000;

const POLICY = /"Effect"\s*:/;

/** The codes of a policy's problems; undefined: the text is no policy. */
const problemsIn = (text: string): ReadonlySet<string> | undefined =>
  POLICY.test(text) ? new Set(validatePolicy({ kind: 'managed', name: '', text }, 'authored').map(({ code }) => code)) : undefined;

/** The mistakes of public guides that a pasted text holds, in the order of the table. */
export const errataIn = (text: string): readonly Erratum[] => {
  const read = text.slice(-LONGEST);
  const signed = ERRATA.filter(({ signs }) => signs.every((sign) => sign.test(read)));
  const shown = signed.length === 0 ? undefined : problemsIn(text);
  return signed.filter(({ problems }) => shown === undefined || problems === undefined || problems.some((code) => shown.has(code)));
};

import type { Owner } from '../../src/model/fix.ts';
import { OWNER_OF_FIX } from '../../src/model/fix.ts';
import type { Finding } from '../../src/model/report.ts';
import { unique } from '../text.ts';

/** Who has to act, or `nobody` where no fix says so. */
export type Actor = Owner | 'nobody';

/** Owners as a reader knows them. */
export const OWNER_NAMES: Readonly<Record<Actor, string>> = {
  network: 'Network',
  identity: 'Identity',
  keys: 'Keys',
  ml: 'ML',
  organisation: 'Organisation',
  nobody: 'No owner named',
};

/** Who can mend a failure, by its fixes; whoever cares for identities can let sageready read. */
export const actorsOf = ({ verdict }: Finding): readonly Actor[] => {
  if (verdict.outcome === 'cannot-tell') return verdict.because.some(({ actions }) => actions !== undefined && actions.length > 0) ? ['identity'] : ['nobody'];
  if (verdict.outcome !== 'fail') return [];
  const owners = unique((verdict.fixes ?? []).map(({ kind }) => OWNER_OF_FIX[kind]));
  return owners.length === 0 ? ['nobody'] : owners;
};

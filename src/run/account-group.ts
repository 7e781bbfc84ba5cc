import type { Target } from '../model/target.ts';

/** Targets that are read with the same credentials, in one account. */
export interface AccountGroup {
  /** 12 digits. */
  readonly account: string;
  /** ARN of the role that is taken on; none: the run's own credentials. */
  readonly assumeRole?: string;
  readonly externalId?: string;
  readonly targets: readonly Target[];
  /** Where each of the targets stands in the description. */
  readonly places: readonly number[];
}

/** Sorts targets by whose credentials read them, in the order in which they are described. */
export const accountGroups = (targets: readonly Target[]): readonly AccountGroup[] => {
  const groups = new Map<string, AccountGroup & { readonly targets: Target[]; readonly places: number[] }>();
  for (const [place, target] of targets.entries()) {
    const { account, assumeRole, externalId } = target;
    const key = JSON.stringify([account, assumeRole, externalId]);
    const named = { ...(assumeRole !== undefined && { assumeRole }), ...(externalId !== undefined && { externalId }) };
    const group = groups.get(key) ?? { account, ...named, targets: [], places: [] };
    group.targets.push(target);
    group.places.push(place);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** What a reader must know of accounts that are read in several ways, a sentence each: facts of one way answer for no other, so that nothing is judged across them. */
export const divisionNotes = (groups: readonly AccountGroup[]): readonly string[] => {
  const accounts = groups.map(({ account }) => account);
  return [...new Set(accounts.filter((account, place) => accounts.indexOf(account) !== place))].map(
    (account) =>
      `account ${account} was read in several ways (assumeRole, externalId): what its targets share, such as quotas, addresses and names, was judged only among those that were read alike — name one role for all of them`,
  );
};

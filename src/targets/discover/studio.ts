import type { Operation } from '../../aws/operation.ts';
import { listDomains, listSpaces, listUserProfiles } from '../../aws/operations/discovery.ts';
import type { Findings, Found } from './found.ts';
import { allOf, NOTHING } from './found.ts';
import type { Where } from './where.ts';
import { missing, nameIn, placeIn } from './where.ts';

interface InDomain {
  readonly domainId: string;
  readonly name: string;
}
type Listing = Operation<Readonly<Record<never, never>>, readonly InDomain[]>;

const identity = (where: Where, called: readonly string[], studio: Readonly<Record<string, string>>): Found => ({
  entry: { name: nameIn(where, ...called), scenario: 'jumpstart-model', ...placeIn(where), use: 'hosting', studio },
  says: ['judged by itself and by the role that Studio passes there, since no plan is known'],
});

const listed = async (where: Where, { operation, what }: { readonly operation: Listing; readonly what: string }, found: (one: InDomain) => Found) => {
  const listing = await where.call(operation, where.region, {});
  if (listing.state === 'unknown') return missing(where, `${where.prefix}${what}`, listing);
  return { ...NOTHING, found: (listing.state === 'present' ? listing.value : []).map(found) };
};

const profiles = (where: Where): Promise<Findings> =>
  listed(where, { operation: listUserProfiles, what: 'user profiles' }, ({ domainId, name }) =>
    identity(where, ['user-profile', domainId, name], { domainId, userProfileName: name }),
  );

const spaces = (where: Where): Promise<Findings> =>
  listed(where, { operation: listSpaces, what: 'spaces' }, ({ domainId, name }) => identity(where, ['space', domainId, name], { domainId, spaceName: name }));

/** Finds the Studio domains of a Region with their user profiles and spaces, which are asked for only where there is a domain. */
export const findStudio = async (where: Where): Promise<Findings> => {
  const domains = await where.call(listDomains, where.region, {});
  if (domains.state === 'unknown') return missing(where, `${where.prefix}Studio domains`, domains);
  const ids = domains.state === 'present' ? domains.value : [];
  if (ids.length === 0) return NOTHING;
  const found = ids.map((domainId) => identity(where, ['domain', domainId], { domainId }));
  return allOf([{ ...NOTHING, found }, await profiles(where), await spaces(where)]);
};

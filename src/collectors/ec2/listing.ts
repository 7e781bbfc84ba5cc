import type { Absent, Present } from '../../model/fact.ts';

/** What a listing of a VPC's things holds. EC2 answers with an empty list, and never with an error, where there are none. */
export const listed = <Item>(listing: Present<readonly Item[]> | Absent): readonly Item[] => (listing.state === 'present' ? listing.value : []);

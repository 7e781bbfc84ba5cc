import { answered } from '../../aws/operation.ts';
import { getManagedPrefixListEntries } from '../../aws/operations/ec2.ts';
import type { Reading } from '../../model/fact.ts';
import { present } from '../../model/fact.ts';
import type { Call, NeededPermission } from '../define.ts';

/** The CIDRs of each prefix list, by id. */
export type PrefixListEntries = ReadonlyMap<string, Reading<readonly string[]>>;

type CallPrefixLists = Pick<Call<readonly [typeof getManagedPrefixListEntries]>, 'attempt'>;

const cidrsOf = async (call: CallPrefixLists, prefixListId: string): Promise<Reading<readonly string[]>> => {
  const entries = await call.attempt(getManagedPrefixListEntries, { prefixListId });
  return entries.state === 'present' ? present(entries.value.map(({ Cidr }) => answered(Cidr, 'Cidr'))) : entries;
};

/** Each list is asked for once in a run, however many rules and routes name it; each may be refused on its own. */
export const entriesOf = async (call: CallPrefixLists, ids: readonly string[]): Promise<PrefixListEntries> =>
  new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await cidrsOf(call, id)] as const)));

/** What reading the lists takes; `who` names them. */
export const entriesPermission = (
  { partition, region }: { readonly partition: string; readonly region: string | undefined },
  who: string,
): NeededPermission => ({
  action: 'ec2:GetManagedPrefixListEntries',
  resources: [`arn:${partition}:ec2:${region ?? '*'}:*:prefix-list/*`],
  because: `which prefix lists ${who} is known only from them, and lists of AWS belong to AWS`,
});

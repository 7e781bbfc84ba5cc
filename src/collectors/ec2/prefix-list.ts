import { answered } from '../../aws/operation.ts';
import { describePrefixLists } from '../../aws/operations/ec2.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, together } from '../define.ts';
import { onAnything } from './permissions.ts';

/**
 * The prefix list of a service that gateway endpoints reach, by name, with its CIDRs: of the calls that tell them, the one that
 * needs a single permission.
 */
export const ec2PrefixList = defineCollector({
  kind: 'ec2.prefixList',
  operations: [describePrefixLists],
  region: ({ region }) => region,
  calls: () => [together(describePrefixLists)],
  permissions: () => [onAnything('ec2:DescribePrefixLists')],
  collect: async ({ name }, call) => {
    const list = await call.one(describePrefixLists, name);
    if (list.state === 'absent') return absent;
    return present({ id: answered(list.value.PrefixListId, 'PrefixListId'), name, cidrs: answered(list.value.Cidrs, 'Cidrs') });
  },
});

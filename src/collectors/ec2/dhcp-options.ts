import { describeDhcpOptions } from '../../aws/operations/ec2.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, together } from '../define.ts';
import { onAnything } from './permissions.ts';

const NAME_SERVERS = 'domain-name-servers';

/** DHCP options. All that are asked for at the same time share a call. Absent: none of that id, `default` among them. */
export const ec2DhcpOptions = defineCollector({
  kind: 'ec2.dhcpOptions',
  operations: [describeDhcpOptions],
  region: ({ region }) => region,
  calls: () => [together(describeDhcpOptions)],
  permissions: () => [onAnything('ec2:DescribeDhcpOptions')],
  collect: async ({ dhcpOptionsId }, call) => {
    const options = await call.one(describeDhcpOptions, dhcpOptionsId);
    if (options.state === 'absent') return absent;
    const servers = (options.value.DhcpConfigurations ?? []).filter(({ Key }) => Key === NAME_SERVERS);
    return present({ id: dhcpOptionsId, domainNameServers: servers.flatMap(({ Values = [] }) => Values.flatMap(({ Value }) => Value ?? [])) });
  },
});

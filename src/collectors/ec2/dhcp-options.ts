import { describeDhcpOptions } from '../../aws/operations/ec2.ts';
import { absent, present } from '../../model/fact.ts';
import { defineCollector, invocation } from '../define.ts';
import { listed } from './listing.ts';
import { onAnything } from './permissions.ts';

const NAME_SERVERS = 'domain-name-servers';

/** DHCP options. Absent: none of that id, `default` among them. */
export const ec2DhcpOptions = defineCollector({
  kind: 'ec2.dhcpOptions',
  operations: [describeDhcpOptions],
  region: ({ region }) => region,
  calls: ({ dhcpOptionsId }) => [invocation(describeDhcpOptions, { dhcpOptionsId })],
  permissions: () => [onAnything('ec2:DescribeDhcpOptions')],
  collect: async ({ dhcpOptionsId }, call) => {
    const [options] = listed(await call(describeDhcpOptions, { dhcpOptionsId }));
    if (options === undefined) return absent;
    const servers = (options.DhcpConfigurations ?? []).filter(({ Key }) => Key === NAME_SERVERS);
    return present({ id: dhcpOptionsId, domainNameServers: servers.flatMap(({ Values = [] }) => Values.flatMap(({ Value }) => Value ?? [])) });
  },
});

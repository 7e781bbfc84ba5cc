import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isOfAws, resolversIn } from '../../src/reason/network/judge-dns.ts';
import { dhcpOptionsOf, vpcOf } from '../../src/reason/network/needs.ts';
import { vpcArn } from '../../src/reason/network/places.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const namesAreResolvedByAws = defineRule({
  id: 'network/names-are-resolved-by-aws',
  title: 'The VPC’s machines are told AWS’s own name server',
  severity: 'warning',
  basis: 'inference',
  why: 'Machines ask the name servers of the VPC’s DHCP options; another one must know S3’s names, and the private names of endpoints, which only AWS’s resolver knows by itself.',
  fix: 'Name AmazonProvidedDNS in the DHCP options, or let your name server forward amazonaws.com to AWS’s resolver, and try it.',
  docs: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
  ],
  dependsOn: ['network/subnets-are-in-one-vpc'],
  appliesTo: inVpc,
  needs: (target) => ({ vpc: vpcOf(target), dhcpOptions: dhcpOptionsOf(target) }),
  judge: ({ vpc, dhcpOptions }, target) => {
    const foreign = resolversIn(dhcpOptions).filter((server) => !isOfAws(vpc.value)(server));
    if (foreign.length === 0) return pass('AmazonProvidedDNS');
    const observed = `${vpc.value.dhcpOptionsId} names ${foreign.join(', ')}`;
    return fail(`Names are resolved by ${foreign.join(', ')}`, [
      { subject: vpcArn(target, vpc.value.id), observed, expected: 'AmazonProvidedDNS', field: ['vpcConfig', 'subnets'] },
    ]);
  },
});

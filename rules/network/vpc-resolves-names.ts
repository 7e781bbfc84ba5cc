import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { isOfAws, resolversIn } from '../../src/reason/network/judge-dns.ts';
import { dhcpOptionsOf, vpcDnsOf, vpcOf } from '../../src/reason/network/needs.ts';
import { vpcArn } from '../../src/reason/network/places.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const vpcResolvesNames = defineRule({
  id: 'network/vpc-resolves-names',
  title: 'Names are resolved in the VPC',
  severity: 'error',
  basis: 'documented',
  why: 'Amazon S3 is found by its name; with enableDnsSupport off, AWS’s resolver answers nobody in the VPC.',
  fix: 'Turn enableDnsSupport on.',
  docs: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
  ],
  dependsOn: ['network/subnets-are-in-one-vpc'],
  appliesTo: inVpc,
  needs: (target) => ({ vpc: vpcOf(target), dns: vpcDnsOf(target), dhcpOptions: dhcpOptionsOf(target) }),
  judge: ({ vpc: { value: vpc }, dns, dhcpOptions }, target) => {
    const resolvers = resolversIn(dhcpOptions);
    if (dns.value.support) return pass(`DNS resolution (enableDnsSupport) is on in ${vpc.id}`);
    if (!resolvers.some(isOfAws(vpc))) return pass(`names are resolved by ${resolvers.join(', ')}, not by AWS`);
    return fail(
      `DNS resolution is off in ${vpc.id}`,
      [{ subject: vpcArn(target, vpc.id), observed: 'enableDnsSupport is false', expected: 'enableDnsSupport is true', field: ['vpcConfig', 'subnets'] }],
      [{ kind: 'enable-vpc-dns', vpcId: vpc.id, attributes: ['enableDnsSupport'], region: target.region }],
    );
  },
});

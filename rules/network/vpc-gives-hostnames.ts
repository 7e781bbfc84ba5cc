import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { vpcDnsOf, vpcOf } from '../../src/reason/network/needs.ts';
import { vpcArn } from '../../src/reason/network/places.ts';
import { inVpc } from '../../src/reason/planned.ts';

export const vpcGivesHostnames = defineRule({
  id: 'network/vpc-gives-hostnames',
  title: 'DNS hostnames are on in the VPC',
  severity: 'note',
  basis: 'documented',
  why: 'Private names of interface endpoints need enableDnsHostnames as well; a gateway endpoint for S3 does without.',
  fix: 'Turn enableDnsHostnames on, before anything in the VPC needs an interface endpoint.',
  docs: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html',
  ],
  dependsOn: ['network/subnets-are-in-one-vpc'],
  appliesTo: inVpc,
  needs: (target) => ({ vpc: vpcOf(target), dns: vpcDnsOf(target) }),
  judge: ({ vpc, dns }, target) => {
    const { id } = vpc.value;
    if (dns.value.hostnames) return pass(`DNS hostnames (enableDnsHostnames) are on in ${id}`);
    return fail(
      `DNS hostnames are off in ${id}`,
      [{ subject: vpcArn(target, id), observed: 'enableDnsHostnames is false', expected: 'enableDnsHostnames is true', field: ['vpcConfig', 'subnets'] }],
      [{ kind: 'enable-vpc-dns', vpcId: id, attributes: ['enableDnsHostnames'], region: target.region }],
    );
  },
});

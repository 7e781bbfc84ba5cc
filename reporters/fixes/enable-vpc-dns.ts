import type { FixOf } from '../../src/model/fix.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

type Attribute = FixOf<'enable-vpc-dns'>['attributes'][number];

const SUPPORT = { name: 'DNS resolution (enableDnsSupport)', option: 'enable-dns-support' } as const;
const HOSTNAMES = { name: 'DNS hostnames (enableDnsHostnames)', option: 'enable-dns-hostnames' } as const;

const wordsOf = (attribute: Attribute): typeof SUPPORT | typeof HOSTNAMES => (attribute === 'enableDnsSupport' ? SUPPORT : HOSTNAMES);

/** Turns DNS attributes of a VPC on. AWS changes one attribute a call: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcAttribute.html */
export const enableVpcDns: FixRenderer<'enable-vpc-dns'> = ({ vpcId, attributes, region }) => ({
  text: `Turn on ${attributes.map((attribute) => wordsOf(attribute).name).join(' and ')} in ${visible(vpcId)}.`,
  commands: attributes.map((attribute) => awsCommand(['ec2', 'modify-vpc-attribute'], { 'vpc-id': vpcId, [wordsOf(attribute).option]: true, region })),
});

import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

const PAGE = 1000;
const open = ({ clients, region }: Route) => clients.open('ec2', region);
/** Regions that have no such setting. */
const NOT_OFFERED = [{ name: 'InvalidAction' }, { name: 'UnsupportedOperation' }];

/** Of the whole Region. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcBlockPublicAccessOptions.html */
export const describePublicAccessOptions = defineOperation({
  name: 'ec2:DescribeVpcBlockPublicAccessOptions',
  service: 'ec2',
  actions: ['ec2:DescribeVpcBlockPublicAccessOptions'],
  absentWhen: NOT_OFFERED,
  subject: (_: Readonly<Record<never, never>>) => 'VPC Block Public Access',
  send: async (_, route) => {
    const { client, sdk } = await open(route);
    const answer = await client.send(new sdk.DescribeVpcBlockPublicAccessOptionsCommand({}), { abortSignal: route.signal });
    return answered(answer.VpcBlockPublicAccessOptions, 'VpcBlockPublicAccessOptions');
  },
});

/** Of the whole Region. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcBlockPublicAccessExclusions.html */
export const describePublicAccessExclusions = defineOperation({
  name: 'ec2:DescribeVpcBlockPublicAccessExclusions',
  service: 'ec2',
  actions: ['ec2:DescribeVpcBlockPublicAccessExclusions'],
  absentWhen: NOT_OFFERED,
  subject: (_: Readonly<Record<never, never>>) => 'the exclusions of VPC Block Public Access',
  send: async (_, route) => {
    const { client, sdk } = await open(route);
    return drain(route, async (NextToken) => {
      const command = new sdk.DescribeVpcBlockPublicAccessExclusionsCommand({ MaxResults: PAGE, NextToken });
      const answer = await client.send(command, { abortSignal: route.signal });
      return { items: answered(answer.VpcBlockPublicAccessExclusions, 'VpcBlockPublicAccessExclusions'), next: answer.NextToken || undefined };
    });
  },
});

import type { Fact } from '../../model/fact.ts';
import type { VpcEndpoint } from '../../model/facts/ec2.ts';
import type { Target } from '../../model/target.ts';
import type { RequestFacts } from '../iam/request-facts.ts';
import { readsThroughVpc } from '../vpc-requests.ts';

/** How a request of the execution role enters a service: through a VPC endpoint, through none, or it is not known. */
export type WayIn = NonNullable<RequestFacts['endpoint']> | 'unknown';

const isForS3 = ({ service, state }: VpcEndpoint): boolean => service.endsWith('.s3') && state === 'available';

/**
 * How the role’s requests enter S3. In a VPC they take its S3 endpoint where there is one, and a NAT gateway otherwise; whether each subnet gets there is judged by network rules.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html
 */
export const wayIntoS3 = (target: Target, endpoints: Fact<'ec2.vpcEndpoints'> | undefined): WayIn => {
  if (!readsThroughVpc(target)) return 'none';
  if (endpoints?.state !== 'present') return 'unknown';
  const [first, ...others] = endpoints.value.filter(isForS3);
  if (first === undefined) return 'none';
  return others.length === 0 ? { id: first.id, vpc: first.vpcId } : { vpc: first.vpcId };
};

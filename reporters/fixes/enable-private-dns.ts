import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** Lets the service's usual name lead to an interface endpoint inside its VPC. */
export const enablePrivateDns: FixRenderer<'enable-private-dns'> = ({ endpointId, region }) => ({
  text: `Turn private DNS on for the endpoint ${visible(endpointId)}; it takes DNS resolution and DNS hostnames of the VPC.`,
  commands: [awsCommand(['ec2', 'modify-vpc-endpoint'], { 'vpc-endpoint-id': endpointId, 'private-dns-enabled': true, region })],
});

import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand } from '../shell.ts';
import { visible } from '../text.ts';

/** What to do about a state. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
const ADVICE: Readonly<Record<string, string>> = {
  pending: 'wait until it is available',
  pendingacceptance: 'whoever owns the service must accept it',
  rejected: 'whoever owns the service has rejected it: ask them, or create it again',
  partial: 'some of its network interfaces are missing: look at its subnets',
};

const OTHERWISE = 'look at its last error, delete it and create it again';

/** Brings an endpoint that exists into the state `available`. */
export const repairEndpoint: FixRenderer<'repair-endpoint'> = ({ endpointId, state, region }) => ({
  text: `The endpoint ${visible(endpointId)} is ${visible(state)}: ${ADVICE[state.toLowerCase()] ?? OTHERWISE}. This shows it:`,
  commands: [awsCommand(['ec2', 'describe-vpc-endpoints'], { 'vpc-endpoint-ids': endpointId, region })],
});

import type { Subnet } from '../../model/facts/ec2.ts';
import type { NetworkTrace } from '../../model/trace.ts';

/** How packets of one planned subnet travel. */
export interface SubnetTrace {
  readonly subnet: Subnet;
  readonly trace: NetworkTrace;
}

import type { FactRequest } from '../model/fact.ts';
import { fact, from } from '../model/fact.ts';
import type { Subnet } from '../model/facts/ec2.ts';
import type { Target } from '../model/target.ts';
import type { WithVpc } from './planned.ts';
import { inVpc } from './planned.ts';

// The selections stand here once, by name: two requests that share a selection are one fact in the plan.
const vpcOfSubnet = ({ vpcId }: Subnet): string => vpcId;

/** A subnet of the plan. */
export const subnetAt = ({ region }: Target, subnetId: string): FactRequest<'ec2.subnet'> => fact('ec2.subnet', { subnetId, region });

/** The VPC of the plan’s first subnet: another rule judges that the others are in it as well. */
export const vpcIdOf = (target: WithVpc) => from(subnetAt(target, target.vpcConfig.subnets[0] ?? ''), vpcOfSubnet);

/** Whether what the execution role reads comes through the plan’s VPC. Inference Recommender reads packages, images and payloads from outside it. */
export const readsThroughVpc = (target: Target): target is WithVpc => inVpc.accepts(target) && target.scenario !== 'inference-recommender-vpc';

/** The endpoints of the plan’s VPC. */
export const vpcEndpointsOf = (target: WithVpc): FactRequest<'ec2.vpcEndpoints'> => fact('ec2.vpcEndpoints', { vpcId: vpcIdOf(target), region: target.region });

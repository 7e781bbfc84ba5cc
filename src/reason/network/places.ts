import type { Evidence } from '../../model/verdict.ts';
import { localArn } from '../permission/stand-in.ts';
import type { WithVpc } from '../planned.ts';

/** The ARN of a subnet that may not exist. */
export const subnetArn = (target: WithVpc, id: string): string => localArn(target)('ec2', `subnet/${id}`);

/** The ARN of a security group that may not exist. */
export const groupArn = (target: WithVpc, id: string): string => localArn(target)('ec2', `security-group/${id}`);

/** The ARN of a VPC. */
export const vpcArn = (target: WithVpc, id: string): string => localArn(target)('ec2', `vpc/${id}`);

type Field = NonNullable<Evidence['field']>;

/** Where the description names a subnet. */
export const subnetField = ({ vpcConfig }: WithVpc, id: string): Field => ['vpcConfig', 'subnets', vpcConfig.subnets.indexOf(id)];

/** Where the description names a security group. */
export const groupField = ({ vpcConfig }: WithVpc, id: string): Field => ['vpcConfig', 'securityGroupIds', vpcConfig.securityGroupIds.indexOf(id)];

import type { Field } from './field.ts';

/** Keys of plans that run on instances, by their path in the target file. */
export const INSTANCE_FIELDS = {
  initialInstanceCount: {
    flag: 'initial-instance-count',
    type: 'number',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'Instances',
    help: 'Instances of the endpoint, and of a JumpStart training that names none of its own (InitialInstanceCount); 1 if left out',
    expected: 'a whole number',
    example: 1,
  },
  legacyAudit: {
    flag: 'legacy-audit',
    type: 'truth',
    presence: 'optional',
    inherited: 'from-defaults',
    title: 'Legacy audit',
    help: 'Judge as if Elastic Inference had not ended',
    expected: 'true or false',
    example: true,
  },
  'interfaceEndpoint.vpcEndpointId': {
    flag: undefined,
    type: 'text',
    presence: 'required',
    inherited: 'never',
    title: 'Interface endpoint',
    help: 'Interface endpoint that Elastic Inference has left behind, in place of an endpoint with an accelerator; `sageready discover` finds them',
    expected: 'the id of a VPC endpoint',
    example: 'vpce-0123456789abcdef0',
  },
  'interfaceEndpoint.vpcId': {
    flag: undefined,
    type: 'text',
    presence: 'required',
    inherited: 'never',
    title: 'VPC of the interface endpoint',
    help: 'The VPC that this interface endpoint stands in',
    expected: 'the id of a VPC',
    example: 'vpc-0123456789abcdef0',
  },
} as const satisfies Readonly<Record<string, Field>>;

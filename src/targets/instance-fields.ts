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
} as const satisfies Readonly<Record<string, Field>>;

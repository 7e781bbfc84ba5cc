import { readObject } from '../../src/data/permissions/artifact.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';
import { withPayloadAndRole } from '../../src/reason/recommendation.ts';

export const roleMayReadPayload = permissionRule(
  {
    id: 'recommender/role-may-read-payload',
    title: 'The execution role may read the sample payload',
    severity: 'warning',
    basis: 'inference',
    why: 'The job works as this role, so it is this role that fetches the samples; AWS names a managed policy for it, and no list of actions.',
    fix: 'Grant what is missing, or take away what denies, in the place that the trace names.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    ],
    dependsOn: ['identity/role-exists', 'artifact/bucket-exists', 'recommender/payload-exists', 'recommender/payload-is-not-vpc-restricted'],
    appliesTo: withPayloadAndRole,
  },
  readObject(({ containerConfig: { samplePayloadUrl } }) => samplePayloadUrl),
);

import { defineRule } from '../../src/model/rule.ts';
import { locationOf } from '../../src/reason/permission/places.ts';
import { jobWithRoleAndArtifact } from '../../src/reason/recommendation.ts';
import { judgeObject, objectNeeds, objectWants } from '../../src/reason/vpc-restriction.ts';

export const artifactIsNotVpcRestricted = defineRule({
  id: 'recommender/artifact-is-not-vpc-restricted',
  title: 'The model artifact can be read from outside the VPC',
  severity: 'error',
  basis: 'documented',
  why: 'Inference Recommender and Model Registry ask for it from outside the plan’s VPC, even for a job in a VPC; a policy that lets in requests of a VPC or of its endpoint only refuses them.',
  fix: 'Except the execution role from the denial (aws:PrincipalArn), or keep a copy where no policy asks for a VPC.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
  ],
  predicts: ['Could not access model data at', 'AccessDenied'],
  dependsOn: ['identity/role-exists', 'artifact/bucket-exists'],
  appliesTo: jobWithRoleAndArtifact,
  needs: (target) => objectNeeds(target, locationOf(target.modelDataUrl)),
  wants: (target) => objectWants(target, locationOf(target.modelDataUrl)),
  judge: (facts, target) => judgeObject(facts, target, { location: locationOf(target.modelDataUrl), field: ['modelDataUrl'] }),
});

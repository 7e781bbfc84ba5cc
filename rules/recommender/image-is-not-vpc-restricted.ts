import { ON_REPOSITORY as PULLS } from '../../src/data/permissions/pull-image.ts';
import { defineRule } from '../../src/model/rule.ts';
import { repositoryOf } from '../../src/reason/permission/places.ts';
import { jobWithRoleAndOwnImage } from '../../src/reason/recommendation.ts';
import { repositoryArn } from '../../src/reason/references.ts';
import { repositoryPolicyAt } from '../../src/reason/requests.ts';
import { judgeRestrictions, requesterNeeds, requesterOf, requesterWants } from '../../src/reason/vpc-restriction.ts';

export const imageIsNotVpcRestricted = defineRule({
  id: 'recommender/image-is-not-vpc-restricted',
  title: 'The image can be pulled from outside the VPC',
  severity: 'error',
  basis: 'documented',
  why: 'Model Registry and Inference Recommender take the image from outside the plan’s VPC; a repository whose policy lets in requests of a VPC or of its endpoint only refuses them.',
  fix: 'Except the execution role from the denial (aws:PrincipalArn), or keep a copy of the image in a repository without it.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
  ],
  dependsOn: ['identity/role-exists', 'image/repository-exists'],
  appliesTo: jobWithRoleAndOwnImage,
  needs: (target) => ({ ...requesterNeeds(target), policy: repositoryPolicyAt(repositoryOf(target.image)) }),
  wants: requesterWants,
  judge: ({ policy, ...facts }, target) => {
    const repository = repositoryOf(target.image);
    const resourceArn = repositoryArn(repository);
    const asked = { who: requesterOf(facts, target), owner: repository.account, resourceArn };
    const given = {
      policy: policy.state === 'present' ? policy.value : undefined,
      holder: { kind: 'repository', arn: resourceArn },
      field: ['image'],
    } as const;
    return judgeRestrictions(
      PULLS.map((action) => ({ ...given, use: { ...asked, action } })),
      target,
      [],
    );
  },
});

import { ADD_TAGS } from '../../src/data/permissions/deploy.ts';
import { withDeployerAndTags } from '../../src/reason/applicability.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const deployerMayAddTags = permissionRule(
  {
    id: 'identity/deployer-may-add-tags',
    title: 'The deployer may tag what it creates',
    severity: 'error',
    basis: 'documented',
    why: 'A create call that carries tags also needs sagemaker:AddTags on the new thing, and is refused as a whole without it.',
    fix: 'Grant the deployer sagemaker:AddTags on the model, the endpoint configuration and the endpoint, or leave the tags out.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:AddTags on resource'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withDeployerAndTags,
  },
  ADD_TAGS,
);

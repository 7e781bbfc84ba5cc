import { TAG_AS_SDK } from '../../src/data/permissions/jumpstart.ts';
import { tagsOnlyAsSdk } from '../../src/reason/jumpstart.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const deployerMayTagAsSdkDoes = permissionRule(
  {
    id: 'jumpstart/deployer-may-tag-as-sdk-does',
    title: 'The deployer may set the tags that the SDK adds',
    severity: 'warning',
    basis: 'field-report',
    why: 'The SageMaker Python SDK tags what it makes of a JumpStart model with the model’s id and version, so that even a plan without tags needs sagemaker:AddTags.',
    fix: 'Grant the deployer sagemaker:AddTags on what it makes.',
    docs: [
      'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/enums.py',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: ['is not authorized to perform: sagemaker:AddTags on resource'],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: tagsOnlyAsSdk,
  },
  TAG_AS_SDK,
);

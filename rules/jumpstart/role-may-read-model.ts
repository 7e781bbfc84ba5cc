import { readContent } from '../../src/data/permissions/jumpstart.ts';
import { contentPlaces, readsContent } from '../../src/reason/aws-content.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const roleMayReadModel = permissionRule(
  {
    id: 'jumpstart/role-may-read-model',
    title: 'The execution role may read the model, and the script that trains it, from AWS’s bucket',
    severity: 'error',
    basis: 'documented',
    why: 'SageMaker downloads the model as this role, and a training job its script. AmazonSageMakerFullAccess names no bucket of JumpStart: what it grants there depends on a tag of the object, which only AWS can see.',
    fix: 'Grant the role s3:GetObject on the objects of this Region’s JumpStart buckets.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
      'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol.html',
    ],
    predicts: ['Could not access model data at', 'Failed to download model data for container'],
    dependsOn: ['identity/role-exists', 'jumpstart/content-is-of-this-region'],
    appliesTo: readsContent,
  },
  readContent(contentPlaces),
);

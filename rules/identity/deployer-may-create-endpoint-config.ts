import { CREATE_ENDPOINT_CONFIG } from '../../src/data/permissions/deploy.ts';
import { withHostingDeployer } from '../../src/reason/applicability.ts';
import { permissionRule } from '../../src/reason/permission/permission-rule.ts';

export const deployerMayCreateEndpointConfig = permissionRule(
  {
    id: 'identity/deployer-may-create-endpoint-config',
    title: 'The deployer may create the endpoint configuration',
    severity: 'error',
    basis: 'documented',
    why: 'CreateEndpointConfig fixes memory, concurrency and key; policies, and organisation policies above all, often allow it only with a key or within limits.',
    fix: 'Grant the deployer sagemaker:CreateEndpointConfig on the configuration’s ARN, or plan what its conditions ask for.',
    docs: [
      'https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    ],
    predicts: [
      'is not authorized to perform: sagemaker:CreateEndpointConfig on resource',
      'sagemaker:CreateEndpointConfig with an explicit deny in a service control policy',
    ],
    dependsOn: ['identity/deployer-exists'],
    appliesTo: withHostingDeployer,
  },
  CREATE_ENDPOINT_CONFIG,
);

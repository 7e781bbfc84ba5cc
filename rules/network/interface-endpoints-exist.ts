import { defineRule } from '../../src/model/rule.ts';
import { judgeEndpointsExist, needsInterfaceEndpoint } from '../../src/reason/network/judge-endpoints.ts';
import { subnetsOf, vpcOf } from '../../src/reason/network/needs.ts';
import { vpcEndpointsOf } from '../../src/reason/vpc-requests.ts';

export const interfaceEndpointsExist = defineRule({
  id: 'network/interface-endpoints-exist',
  title: 'The VPC has the interface endpoints that the plan needs',
  severity: 'error',
  basis: 'documented',
  why: 'Accelerators of Elastic Inference are reached through an interface endpoint of the VPC, and in no other way.',
  fix: 'Create the interface endpoint in the VPC of the plan’s subnets, with private DNS.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html', 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'],
  dependsOn: ['network/subnets-are-in-one-vpc'],
  appliesTo: needsInterfaceEndpoint,
  needs: (target) => ({ subnets: subnetsOf(target), vpc: vpcOf(target), vpcEndpoints: vpcEndpointsOf(target) }),
  judge: (facts, target) => judgeEndpointsExist(target, facts),
});

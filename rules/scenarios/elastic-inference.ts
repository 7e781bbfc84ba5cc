import type { Scenario } from '../../src/model/scenario.ts';
import { HOSTING, HOSTING_IN_A_VPC, IN_A_VPC, listed, ON_INSTANCES, WITH_A_ROLE, WITH_AN_ARTIFACT, WITH_AN_IMAGE, WITH_KEYS } from './shared.ts';

export const elasticInference: Scenario = {
  id: 'elastic-inference',
  title: 'An endpoint with an Elastic Inference accelerator',
  guide: 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html',
  rules: listed('identity/role-exists', WITH_A_ROLE, WITH_AN_IMAGE, WITH_AN_ARTIFACT, HOSTING, IN_A_VPC, HOSTING_IN_A_VPC, WITH_KEYS, ON_INSTANCES, [
    'network/interface-endpoints-exist',
    'network/interface-endpoints-are-reachable',
  ]),
};

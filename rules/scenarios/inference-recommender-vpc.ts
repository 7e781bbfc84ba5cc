import type { Scenario } from '../../src/model/scenario.ts';
import { IN_A_VPC, listed, ON_INSTANCES, WITH_A_ROLE, WITH_AN_ARTIFACT, WITH_AN_IMAGE, WITH_KEYS } from './shared.ts';

export const inferenceRecommenderVpc: Scenario = {
  id: 'inference-recommender-vpc',
  title: 'An Inference Recommender job in a VPC',
  guide: 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-vpc-access.html',
  rules: listed('identity/role-exists', WITH_A_ROLE, WITH_AN_IMAGE, WITH_AN_ARTIFACT, IN_A_VPC, WITH_KEYS, ON_INSTANCES, [
    'network/tested-endpoints-span-two-zones',
    'network/hosting-vpc-has-default-tenancy',
    'network/groups-let-out-to-own-subnets',
  ]),
};

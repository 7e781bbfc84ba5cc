import type { RuleId } from '../../src/model/rule-id.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { HOSTING, HOSTING_IN_A_VPC, IN_A_VPC, listed, ON_INSTANCES, WITH_A_ROLE, WITH_AN_ARTIFACT, WITH_AN_IMAGE, WITH_KEYS } from './shared.ts';

const WITH_AN_ACCELERATOR: readonly RuleId[] = [
  'accelerator/region-offered-accelerators',
  'accelerator/type-is-known',
  'accelerator/image-is-built-for-accelerators',
  'accelerator/artifact-fits-accelerator',
  'accelerator/role-may-connect',
  'accelerator/role-has-documented-policy',
];

const BEHIND_AN_INTERFACE_ENDPOINT: readonly RuleId[] = [
  'network/interface-endpoints-exist',
  'network/interface-endpoints-are-reachable',
  'accelerator/interface-endpoint-spans-two-zones',
  'accelerator/interface-endpoint-is-in-planned-zones',
  'accelerator/interface-endpoint-is-in-every-zone',
  'accelerator/groups-are-two',
  'accelerator/interface-endpoint-admits-clients-only',
  'accelerator/clients-admit-nobody',
  'accelerator/interface-endpoint-is-gone',
];

// What it asks is half of `accelerator/role-may-connect`, which is more than a warning here.
const OF_THE_VPC: readonly RuleId[] = IN_A_VPC.filter((id) => id !== 'identity/role-may-describe-vpc-endpoints');

export const elasticInference: Scenario = {
  id: 'elastic-inference',
  title: 'An endpoint with an Elastic Inference accelerator',
  guide: 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei-setup.html',
  rules: listed(
    'accelerator/accelerators-are-offered',
    WITH_A_ROLE,
    WITH_AN_ACCELERATOR,
    WITH_AN_IMAGE,
    WITH_AN_ARTIFACT,
    HOSTING,
    OF_THE_VPC,
    HOSTING_IN_A_VPC,
    BEHIND_AN_INTERFACE_ENDPOINT,
    WITH_KEYS,
    ON_INSTANCES,
  ),
};

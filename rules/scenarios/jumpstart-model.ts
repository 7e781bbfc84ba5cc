import type { RuleId } from '../../src/model/rule-id.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import {
  HOSTING,
  HOSTING_IN_A_VPC,
  IN_A_VPC,
  listed,
  ON_INSTANCES,
  TRAINING,
  TRAINING_IN_A_VPC,
  WITH_A_ROLE,
  WITH_AN_ARTIFACT,
  WITH_AN_IMAGE,
  WITH_KEYS,
} from './shared.ts';

const IN_STUDIO: readonly RuleId[] = [
  'studio/domain-exists',
  'studio/domain-is-in-service',
  'studio/user-profile-exists',
  'studio/user-profile-is-in-service',
  'studio/space-exists',
  'studio/space-is-in-service',
  'studio/space-is-open-to-user',
  'studio/default-role-is-set',
];

const OF_THE_MODEL: readonly RuleId[] = [
  'jumpstart/region-has-content',
  'jumpstart/model-is-in-manifest',
  'jumpstart/version-exists',
  'jumpstart/version-is-not-deprecated',
  'jumpstart/model-offers-use',
  'jumpstart/instance-type-is-supported',
  'jumpstart/isolation-suits-model',
  'jumpstart/eula-is-accepted',
  'jumpstart/calls-need-no-eula',
  'jumpstart/hub-content-exists',
  'jumpstart/hub-content-is-available',
  'jumpstart/tags-are-within-limit',
];

const OF_ITS_FILES: readonly RuleId[] = [
  'jumpstart/content-is-of-this-region',
  'jumpstart/role-may-read-model',
  'jumpstart/role-may-list-model-prefix',
  'jumpstart/role-may-list-content',
  'jumpstart/role-may-read-optimised-models',
  'jumpstart/prefix-ends-in-slash',
  'jumpstart/prefix-holds-files',
  'jumpstart/prefix-has-no-empty-folders',
  'jumpstart/prefix-has-no-clashes',
  'jumpstart/role-may-read-model-files',
  'jumpstart/role-may-read-repackaged-model',
  'jumpstart/role-may-encrypt-repackaged-model',
];

const OF_ITS_DEPLOYER: readonly RuleId[] = [
  'jumpstart/deployer-may-read-manifest',
  'jumpstart/deployer-may-read-hub',
  'jumpstart/deployer-may-tag-as-sdk-does',
];

export const jumpstartModel: Scenario = {
  id: 'jumpstart-model',
  title: 'A JumpStart model, hosted or trained',
  guide: 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
  rules: listed(
    'identity/role-exists',
    IN_STUDIO,
    OF_THE_MODEL,
    WITH_A_ROLE,
    OF_ITS_FILES,
    WITH_AN_IMAGE,
    WITH_AN_ARTIFACT,
    HOSTING,
    TRAINING,
    OF_ITS_DEPLOYER,
    IN_A_VPC,
    HOSTING_IN_A_VPC,
    TRAINING_IN_A_VPC,
    WITH_KEYS,
    ON_INSTANCES,
  ),
};

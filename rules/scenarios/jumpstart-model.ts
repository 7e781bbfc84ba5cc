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

export const jumpstartModel: Scenario = {
  id: 'jumpstart-model',
  title: 'A JumpStart model, hosted or trained',
  guide: 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
  rules: listed(
    'identity/role-exists',
    WITH_A_ROLE,
    WITH_AN_IMAGE,
    WITH_AN_ARTIFACT,
    HOSTING,
    TRAINING,
    IN_A_VPC,
    HOSTING_IN_A_VPC,
    TRAINING_IN_A_VPC,
    WITH_KEYS,
    ON_INSTANCES,
  ),
};

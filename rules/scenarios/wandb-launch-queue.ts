import type { Scenario } from '../../src/model/scenario.ts';
import { IN_A_VPC, listed, ON_INSTANCES, TRAINING, TRAINING_IN_A_VPC, WITH_A_ROLE, WITH_AN_IMAGE, WITH_KEYS } from './shared.ts';

export const wandbLaunchQueue: Scenario = {
  id: 'wandb-launch-queue',
  title: 'A W&B Launch queue that trains on SageMaker',
  guide: 'https://docs.wandb.ai/launch/setup-launch-sagemaker',
  rules: listed('identity/role-exists', WITH_A_ROLE, WITH_AN_IMAGE, TRAINING, IN_A_VPC, TRAINING_IN_A_VPC, WITH_KEYS, ON_INSTANCES, [
    'network/internet-is-reachable',
    'identity/deployer-may-describe-training-job',
    'identity/deployer-may-stop-training-job',
  ]),
};

import type { Scenario } from '../../src/model/scenario.ts';
import { elasticInference } from './elastic-inference.ts';
import { inferenceRecommenderVpc } from './inference-recommender-vpc.ts';
import { jumpstartModel } from './jumpstart-model.ts';
import { serverlessEndpoint } from './serverless-endpoint.ts';
import { wandbLaunchQueue } from './wandb-launch-queue.ts';

/** Every scenario. */
export const SCENARIOS: readonly Scenario[] = [serverlessEndpoint, inferenceRecommenderVpc, elasticInference, jumpstartModel, wandbLaunchQueue];

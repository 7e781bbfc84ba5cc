import { FABRIC_ADAPTER_TYPES } from '../../data/instances.ts';
import type { Target } from '../../model/target.ts';
import { instancesAtOnce, plannedInstances } from '../planned.ts';

/** Source: https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html, and the same on the pages for training and Inference Recommender. */
const PER_INSTANCE = 2;
/** Training on types with an Elastic Fabric Adapter. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html */
const PER_INSTANCE_WITH_FABRIC = 5;

/** Whether the plan trains on a type with an Elastic Fabric Adapter. */
export const trainsOnFabric = (target: Target): boolean =>
  target.trainingJob !== undefined && plannedInstances(target).some(({ type }) => FABRIC_ADAPTER_TYPES.values.includes(type));

/** Private addresses that each instance of the plan takes. */
const addressesPerInstance = (target: Target): number => (trainsOnFabric(target) ? PER_INSTANCE_WITH_FABRIC : PER_INSTANCE);

/** Addresses that the plan takes whatever happens: how many tests a recommender job runs side by side is its own choice, one is certain. */
export const addressesNeeded = (target: Target): number =>
  addressesPerInstance(target) * (target.scenario === 'inference-recommender-vpc' ? 1 : instancesAtOnce(target));

/** Addresses that the plan may take at once: with as many tests as run side by side. */
export const addressesAtOnce = (target: Target): number => addressesPerInstance(target) * instancesAtOnce(target);

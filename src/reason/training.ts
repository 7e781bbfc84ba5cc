import type { Training } from '../data/permissions/train.ts';
import type { Applicability } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { WithDeployer } from './applicability.ts';
import { withDeployer } from './applicability.ts';

/** A plan that trains. */
export const withTraining: Applicability<Training> = {
  accepts: (target): target is Training => target.trainingJob !== undefined,
  otherwise: 'the plan trains nothing',
  fields: ['trainingJob'],
};

/** A plan that trains, with a deployer to be judged. */
export const withDeployerAndTraining: Applicability<Training & WithDeployer> = {
  accepts: (target): target is Training & WithDeployer => withTraining.accepts(target) && withDeployer.accepts(target),
  otherwise: 'the plan trains nothing, or no deployer is named',
  fields: ['trainingJob'],
};

const isTagged = ({ scenario, tags = {} }: Target): boolean => scenario === 'wandb-launch-queue' || Object.keys(tags).length > 0;

/** The same, where the job is given tags: always by an agent of W&B Launch. */
export const withTaggedTraining: Applicability<Training & WithDeployer> = {
  accepts: (target): target is Training & WithDeployer => withDeployerAndTraining.accepts(target) && isTagged(target),
  otherwise: 'the plan trains nothing, sets no tags, or no deployer is named',
  fields: ['trainingJob'],
};

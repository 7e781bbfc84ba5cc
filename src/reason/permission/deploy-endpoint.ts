import { CREATE_ENDPOINT, UPDATE_ENDPOINT } from '../../data/permissions/deploy.ts';
import type { Fact } from '../../model/fact.ts';
import { fact } from '../../model/fact.ts';
import type { Judgement } from '../../model/verdict.ts';
import type { WithDeployer } from '../applicability.ts';
import type { PermissionFacts } from './answers.ts';
import { answersFor } from './answers.ts';
import { judgeAnswers } from './judge-answers.ts';
import { neededFor, simulationsFor, wantedBeside } from './questions.ts';

/** Creating and updating need the same facts. */
export const deployNeeds = (target: WithDeployer) => neededFor(CREATE_ENDPOINT, target);

const ASKED = [...CREATE_ENDPOINT, ...UPDATE_ENDPOINT];

/** Whether there is an endpoint of the planned name already; without a name there is nothing to ask. */
export const deployWants = (target: WithDeployer) => ({
  ...wantedBeside(ASKED, target),
  get simulations() {
    return simulationsFor(ASKED, target);
  },
  endpoint: target.endpointName === undefined ? undefined : fact('sagemaker.endpoint', { endpointName: target.endpointName, region: target.region }),
});

type DeployFacts = PermissionFacts & { readonly endpoint: Fact<'sagemaker.endpoint'> | undefined };

/** Whether the deployer may create the endpoint. */
export const mayCreate = (facts: DeployFacts, target: WithDeployer): Judgement => judgeAnswers(answersFor(CREATE_ENDPOINT, facts, target));

/** Whether the deployer may update the endpoint. */
export const mayUpdate = (facts: DeployFacts, target: WithDeployer): Judgement => judgeAnswers(answersFor(UPDATE_ENDPOINT, facts, target));

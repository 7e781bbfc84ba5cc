import type { ScenarioId } from '../../model/target.ts';
import { findAcceleratorEndpoints } from './accelerator-endpoints.ts';
import { findEndpoints } from './endpoints.ts';
import type { Findings } from './found.ts';
import { allOf, NOTHING } from './found.ts';
import { findModels } from './models.ts';
import { findRecommenderJobs } from './recommender.ts';
import { findRoles } from './roles.ts';
import { findStudio } from './studio.ts';
import { findTrainingJobs } from './training.ts';
import type { Where } from './where.ts';
import { isWanted } from './where.ts';

/** What is looked through: Regions of one account. */
export interface Scope extends Pick<Where, 'account' | 'shared' | 'scenarios' | 'createdAfter'> {
  readonly regions: readonly string[];
}

/** Everything that was found, and what could not be looked for. */
export interface Discovery extends Findings {
  /** ARNs of the roles that SageMaker is trusted by; undefined: not looked for. */
  readonly roles: readonly string[] | undefined;
}

const hosting = async (where: Where): Promise<Findings> => {
  if (!isWanted(where, 'serverless-endpoint', 'jumpstart-model', 'elastic-inference')) return NOTHING;
  const { findings, ...endpoints } = await findEndpoints(where);
  return allOf([findings, isWanted(where, 'jumpstart-model') ? await findModels(where, endpoints) : NOTHING]);
};

const lookThrough = async (where: Where): Promise<Findings> => {
  const looking = [
    hosting(where),
    isWanted(where, 'jumpstart-model') ? findTrainingJobs(where) : NOTHING,
    isWanted(where, 'inference-recommender-vpc') ? findRecommenderJobs(where) : NOTHING,
    isWanted(where, 'jumpstart-model') ? findStudio(where) : NOTHING,
    isWanted(where, 'elastic-inference') ? findAcceleratorEndpoints(where) : NOTHING,
  ];
  return asOneFault(where, allOf(await Promise.all(looking)));
};

/** A Region that cannot be asked at all is one fault, and not one for everything that was looked for. */
const asOneFault = ({ prefix, region }: Where, findings: Findings): Findings => {
  const { found, missed } = findings;
  const [first, ...others] = missed;
  const alike = others.every(({ reason }) => reason.reason === first?.reason.reason);
  if (first === undefined || others.length === 0 || found.length > 0 || !alike || first.reason.reason === 'access-denied') return findings;
  return { ...findings, missed: [{ name: `${prefix}everything`, region, reason: first.reason }] };
};

const DISCOVERABLE: readonly ScenarioId[] = ['serverless-endpoint', 'elastic-inference', 'jumpstart-model', 'inference-recommender-vpc'];

/** Whether everything is looked for that may name a role: only then is a role that nothing names worth telling. */
export const looksForRoles = (scenarios: readonly ScenarioId[]): boolean => DISCOVERABLE.every((scenario) => scenarios.includes(scenario));

const rolesIn = (where: Where | undefined) => (where !== undefined && looksForRoles(where.scenarios) ? findRoles(where) : undefined);

/** Looks through Regions of an account for what fits a scenario. Never throws: what could not be read is missed. */
export const discover = async ({ regions, ...scope }: Scope, ask: Pick<Where, 'call' | 'fact'>): Promise<Discovery> => {
  const places = regions.map((region): Where => ({ ...scope, ...ask, region, prefix: regions.length === 1 ? '' : `${region}/` }));
  const [roles, ...findings] = await Promise.all([rolesIn(places[0]), ...places.map(lookThrough)]);
  const all = allOf([...findings, roles?.findings ?? NOTHING]);
  // A model that several endpoints run says the same of itself each time.
  return { ...all, notes: [...new Set(all.notes)], roles: roles?.trusting };
};

/** Scenarios of which discovery knows nothing to look for, and why. */
export const UNDISCOVERABLE: Readonly<Partial<Record<ScenarioId, string>>> = {
  'wandb-launch-queue': 'queues and agents of W&B Launch are told by W&B and not by AWS: describe them in a file, and check that',
};

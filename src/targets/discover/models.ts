import { listModels } from '../../aws/operations/discovery.ts';
import type { FoundEndpoints } from './endpoints.ts';
import type { Findings } from './found.ts';
import { allOf, NOTHING } from './found.ts';
import { hostingTargets } from './hosting.ts';
import type { Where } from './where.ts';
import { factIn, missing, nameIn } from './where.ts';

const RUN_BY_NOTHING = 'no endpoint’s configuration names it';
const PERHAPS_RUN = 'not every endpoint could be read, so that one may run it';

/** Models that batch jobs and endpoints of inference components run look the same: no endpoint names them. */
const ofModel = async (where: Where, modelName: string, known: boolean): Promise<Findings> => {
  const called = ['model', modelName];
  const model = await factIn(where, 'sagemaker.model', { modelName });
  if (model.state === 'absent') return NOTHING;
  if (model.state === 'unknown') return missing(where, nameIn(where, ...called), model);
  return hostingTargets(where, { model: model.value, called, says: [`found as ${model.value.arn}; ${known ? RUN_BY_NOTHING : PERHAPS_RUN}`] });
};

/** Finds the models of a Region that no endpoint is known to run. */
export const findModels = async (
  where: Where,
  { running, everyEndpointIsRead }: Pick<FoundEndpoints, 'running' | 'everyEndpointIsRead'>,
): Promise<Findings> => {
  const listing = await where.call(listModels, where.region, {});
  if (listing.state === 'unknown') return missing(where, `${where.prefix}models`, listing);
  const names = listing.state === 'present' ? listing.value.filter((name) => !running.has(name)) : [];
  return allOf(await Promise.all(names.map((name) => ofModel(where, name, everyEndpointIsRead))));
};

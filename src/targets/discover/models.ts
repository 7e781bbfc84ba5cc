import { listModels } from '../../aws/operations/discovery.ts';
import type { Unknown } from '../../model/fact.ts';
import type { FoundEndpoints } from './endpoints.ts';
import type { Findings } from './found.ts';
import { allOf, NOTHING } from './found.ts';
import { hostingTargets } from './hosting.ts';
import type { Where } from './where.ts';
import { factIn, missing, nameIn } from './where.ts';

const RUN_BY_NOTHING = 'no endpoint’s configuration names it';
const PERHAPS_RUN = 'the configuration of an endpoint is gone, so that it may have named it';
const FEW = 3;

/** Models that batch jobs and endpoints of inference components run look the same: no endpoint names them. */
const ofModel = async (where: Where, modelName: string, says: string): Promise<Findings> => {
  const called = ['model', modelName];
  const model = await factIn(where, 'sagemaker.model', { modelName });
  if (model.state === 'absent') return NOTHING;
  if (model.state === 'unknown') return missing(where, nameIn(where, ...called), model);
  return hostingTargets(where, { model: model.value, called, says: [`found as ${model.value.arn}; ${says}`] });
};

const perhapsInUse = (names: readonly string[], { message }: Unknown): string => {
  const more = names.length > FEW ? ` and ${names.length - FEW} more` : '';
  return `an endpoint that could not be read may run ${names.slice(0, FEW).join(', ')}${more}, and how a model is judged depends on it: ${message}`;
};

/** Finds the models of a Region that no endpoint runs. Where an endpoint could not be read, which those are is not known: then none is told apart, and all are missed. */
export const findModels = async (where: Where, { running, unread, everyConfigIsThere }: Omit<FoundEndpoints, 'findings'>): Promise<Findings> => {
  const listing = await where.call(listModels, where.region, {});
  if (listing.state === 'unknown') return missing(where, `${where.prefix}models`, listing);
  const names = listing.state === 'present' ? listing.value.filter((name) => !running.has(name)) : [];
  if (names.length === 0) return NOTHING;
  if (unread !== undefined) return missing(where, `${where.prefix}models`, { ...unread, message: perhapsInUse(names, unread) });
  const says = everyConfigIsThere ? RUN_BY_NOTHING : PERHAPS_RUN;
  return allOf(await Promise.all(names.map((name) => ofModel(where, name, says))));
};

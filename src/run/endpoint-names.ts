import type { FactReader } from '../engine/collect.ts';
import type { PlannedFact } from '../engine/plan.ts';
import type { Fact } from '../model/fact.ts';
import { absent, isDerived } from '../model/fact.ts';
import type { ExistingEndpoint } from '../model/facts/sagemaker.ts';

/** So many names are asked for one by one; more, and the list of what there is costs fewer calls. */
const MOST_NAMES = 10;

const regionOf = ({ request }: PlannedFact): string => (isDerived(request.params['region']) ? '' : String(request.params['region']));

/** Regions whose endpoints are listed anyway, and so many of them asked for by name that the list answers for those that do not exist. */
export const listedRegions = (facts: readonly PlannedFact[]): ReadonlySet<string> => {
  const names = new Map<string, number>();
  for (const fact of facts) if (fact.request.kind === 'sagemaker.endpoint') names.set(regionOf(fact), (names.get(regionOf(fact)) ?? 0) + 1);
  const listed = facts.filter(({ request }) => request.kind === 'sagemaker.endpoints').map(regionOf);
  return new Set(listed.filter((region) => (names.get(region) ?? 0) > MOST_NAMES));
};

/** A reader that asks for no endpoint by name which the list of its Region does not hold. */
export interface Sparing {
  readonly read: FactReader;
  /** Says which facts will be asked for. */
  readonly expect: (facts: readonly PlannedFact[]) => void;
}

// SageMaker takes names of endpoints that differ only in case for one: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html
const folded = (name: unknown): string => String(name).toLowerCase();

const isNamed = (endpoints: Fact, name: unknown): boolean =>
  endpoints.state !== 'present' || (endpoints.value as readonly ExistingEndpoint[]).some((one) => folded(one.name) === folded(name));

/** Makes a reader sparing. A list that cannot be read says nothing: then each endpoint is asked for. */
export const sparing = (reader: FactReader): Sparing => {
  const lists = new Map<string, Promise<Fact> | undefined>();
  const listOf = (region: string): Promise<Fact> => {
    const list = lists.get(region) ?? reader('sagemaker.endpoints', { region });
    lists.set(region, list);
    return list;
  };
  const fromList = async (region: string, params: Parameters<FactReader>[1]): Promise<Fact> =>
    isNamed(await listOf(region), params['endpointName']) ? reader('sagemaker.endpoint', params) : absent;
  return {
    read: (kind, params) => {
      const region = String(params['region']);
      return kind === 'sagemaker.endpoint' && lists.has(region) ? fromList(region, params) : reader(kind, params);
    },
    expect: (facts) => {
      for (const region of listedRegions(facts)) if (!lists.has(region)) lists.set(region, undefined);
    },
  };
};

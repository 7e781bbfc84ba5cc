import DataLoader from 'dataloader';
import type { Reading, Unknown } from '../model/fact.ts';
import { absent, present } from '../model/fact.ts';

/** Asks for many ids in one call. */
export type AskMany<Item> = (ids: readonly string[]) => Promise<Reading<readonly Item[]>>;

/** How a batch is cut and its answer taken apart. */
export interface BatchShape<Item> {
  readonly limit: number;
  readonly keyOf: (item: Item) => string;
}

/** What a batch's answer says of each of its ids. */
export const itemsById = <Item>(
  ids: readonly string[],
  items: readonly Item[],
  keyOf: BatchShape<Item>['keyOf'],
): readonly Exclude<Reading<Item>, Unknown>[] => {
  const byId = new Map(items.map((item) => [keyOf(item), item]));
  return ids.map((id) => {
    const item = byId.get(id);
    return item === undefined ? absent : present(item);
  });
};

/** AWS says "no such" of a whole batch when it may mean one id: then each is asked on its own. */
const split = async <Item>(ids: readonly string[], shape: BatchShape<Item>, ask: AskMany<Item>): Promise<readonly Reading<Item>[]> =>
  (await Promise.all(ids.map((id) => readingsOf([id], shape, ask)))).flat();

const readingsOf = async <Item>(ids: readonly string[], shape: BatchShape<Item>, ask: AskMany<Item>): Promise<readonly Reading<Item>[]> => {
  const answer = await ask(ids);
  if (answer.state === 'unknown') return ids.map(() => answer);
  if (answer.state === 'absent') return ids.length === 1 ? [absent] : split(ids, shape, ask);
  return itemsById(ids, answer.value, shape.keyOf);
};

/** Gathers ids that are asked for at the same time into as few calls as the limit allows; remembers each id's reading. */
export const batchesOf = <Item>(shape: BatchShape<Item>, ask: AskMany<Item>): ((id: string) => Promise<Reading<Item>>) => {
  const loader = new DataLoader<string, Reading<Item>>((ids) => readingsOf(ids, shape, ask), { maxBatchSize: shape.limit });
  return (id) => loader.load(id);
};

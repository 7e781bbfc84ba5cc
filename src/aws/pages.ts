import type { Route } from './operation.ts';

/** One page of a listing; `next` undefined: the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/** Reads a listing to its end. Throws when AWS names the same page twice, which would never end. */
export const drain = async <Item>(route: Route, read: (marker: string | undefined) => Promise<Page<Item>>): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let marker: string | undefined;
  do {
    const page = await read(marker);
    route.onPage();
    items.push(...page.items);
    if (page.next !== undefined && page.next === marker) throw new Error('the listing names the same page twice');
    marker = page.next;
  } while (marker !== undefined);
  return items;
};

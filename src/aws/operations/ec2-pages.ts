import type { Route } from '../operation.ts';
import { answered } from '../operation.ts';
import type { Page } from '../pages.ts';
import { drain } from '../pages.ts';

// Values of one filter: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html#Filtering_Resources_CLI
/** Values that one filter takes. */
export const MOST_VALUES = 200;
/** Items a page where EC2 allows many. */
export const PAGE = 1000;
/** Items a page where EC2 allows few. */
export const SMALL_PAGE = 100;
/** Opens EC2's client in a call's Region. */
export const openEc2 = ({ clients, region }: Route) => clients.open('ec2', region);

/** A request for one page, filtered. */
interface Asked extends Awaited<ReturnType<typeof openEc2>> {
  readonly filters: { Name: string; Values: string[] }[];
  readonly token: string | undefined;
  readonly options: { readonly abortSignal: AbortSignal };
}
/** Reads one page. */
export type ReadPage<Item> = (asked: Asked) => Promise<Page<Item>>;

/** Reads every page of what a filter lets through. */
export const readAll = async <Item>(route: Route, name: string, values: readonly string[], read: ReadPage<Item>): Promise<readonly Item[]> => {
  const opened = await openEc2(route);
  const asked = { ...opened, filters: [{ Name: name, Values: [...values] }], options: { abortSignal: route.signal } };
  return drain(route, (token) => read({ ...asked, token }));
};

/** A page of an answer. */
export const pageOf = <Item>(items: readonly Item[] | undefined, name: string, next: string | undefined): Page<Item> => ({
  items: answered(items, name),
  next: next || undefined,
});

import type { IamAction, NonEmpty } from '../model/words.ts';
import type { Clients, ServiceName } from './clients.ts';

/** How AWS says "no such thing" for one operation: error name and, where the name says too little, a pattern of its message. */
export interface AbsentWhen {
  readonly name: string;
  readonly message?: RegExp;
}

/** Where and how one call is sent. */
export interface Route {
  readonly clients: Clients;
  readonly region: string;
  /** Aborted at the call's deadline, or when the run is interrupted. */
  readonly signal: AbortSignal;
  /** Said after each page, so that the call log counts requests and not operations. */
  readonly onPage: () => void;
}

/** What calls of either form declare about themselves. */
interface Declaration<Name extends string> {
  /** `service:Operation` in AWS's words; the name in the call log. */
  readonly name: Name;
  readonly service: ServiceName;
  /** Every IAM action that the call needs, exact. */
  readonly actions: NonEmpty<IamAction>;
  readonly absentWhen: readonly AbsentWhen[];
  /** What else a refusal may mean, as one sentence for the user. */
  readonly whenDenied?: string;
  /** `run`: the answer is in no facts file, so that nobody else can give it. Default: a fact. */
  readonly serves?: 'run';
  /** `global`: the answer is the same in every Region, so it is asked for once. Default: per Region. */
  readonly scope?: 'global';
}

/** One AWS call, declared once: what it may be called, which actions it needs, how it says "absent", how it is sent. */
export interface Operation<I, O, Name extends string = string> extends Declaration<Name> {
  /** The thing that a call is about, for messages and the plan: an ARN where there is one. */
  readonly subject: (input: I) => string;
  /** Sends it in one Region; drains pages. Throws what the SDK throws. */
  readonly send: (input: I, route: Route) => Promise<O>;
}

/** A call that asks for many things at once. An id without item is absent; a refused batch makes each of its ids unknown. */
export interface Batched<Item, Name extends string = string> extends Declaration<Name> {
  /** Ids per call. */
  readonly limit: number;
  readonly keyOf: (item: Item) => string;
  readonly send: (ids: readonly string[], route: Route) => Promise<readonly Item[]>;
}

/** Any operation, its types forgotten. */
export type AnyOperation = Operation<never, unknown>;
/** Any batched operation, its types forgotten. */
export type AnyBatched = Omit<Batched<unknown>, 'keyOf'> & { readonly keyOf: (item: never) => string };
/** What an operation asks with. */
export type InputOf<Op> = Op extends Operation<infer I, infer _O> ? I : never;
/** What an operation answers. */
export type OutputOf<Op> = Op extends Operation<infer _I, infer O> ? O : never;

/** What a batched operation answers for one id. */
export type ItemOf<Op> = Op extends { readonly limit: number; readonly send: (...args: never) => Promise<readonly (infer Item)[]> } ? Item : never;

/** Declares a batched operation, its name a literal type. */
export const defineBatched = <Item, const Name extends string>(operation: Batched<Item, Name>): Batched<Item, Name> => operation;

/** Declares an operation. The name stays a literal type, so that a collector cannot call what it did not declare. */
export const defineOperation = <I, O, const Name extends string>(operation: Operation<I, O, Name>): Operation<I, O, Name> => operation;

/** The part of an answer that AWS always sends. Throws when it is missing: then this was no answer of that operation. */
export const answered = <T>(part: T | undefined, name: string): T => {
  if (part === undefined || part === null) throw new Error(`the answer holds no ${name}`);
  return part;
};

import { callKey } from '../aws/call-key.ts';
import type { ServiceName } from '../aws/clients.ts';
import type { AnyBatched, AnyOperation, Batched, InputOf, ItemOf, OutputOf } from '../aws/operation.ts';
import { settled } from '../aws/refused.ts';
import type { Session } from '../aws/session.ts';
import type { Absent, Fact, FactKind, FactParams, KnownFact, Present, Reading } from '../model/fact.ts';
import type { IamAction, NonEmpty } from '../model/words.ts';

/** An operation that asks for one thing, or for many at once. */
type Askable = AnyOperation | AnyBatched;

/** Makes the calls that a collector declared, in its Region, and no others. */
export interface Call<Ops extends readonly Askable[]> {
  /** The answer. Throws Refused when there is none: then the fact as a whole is unknown. */
  <Op extends Extract<Ops[number], AnyOperation>>(operation: Op, input: InputOf<Op>): Promise<Present<OutputOf<Op>> | Absent>;
  /** The answer or why there is none: for parts that may be refused on their own. */
  readonly attempt: <Op extends Extract<Ops[number], AnyOperation>>(operation: Op, input: InputOf<Op>) => Promise<Reading<OutputOf<Op>>>;
  /** One of the things that a batched operation asks for together. Throws Refused when its batch has no answer. */
  readonly one: <Op extends Extract<Ops[number], AnyBatched>>(operation: Op, id: string) => Promise<Present<ItemOf<Op>> | Absent>;
}

/** Parameters before a run: what comes from another fact is still undefined. */
export type PlannedParams<K extends FactKind> = { readonly [F in keyof FactParams<K>]: FactParams<K>[F] | undefined };

/** One call that reading a fact makes for certain. */
export interface PlannedCall {
  readonly service: ServiceName;
  readonly operation: string;
  /** Calls with equal keys are made once. None: the input comes from another fact. */
  readonly key?: string;
  /** Where it will be sent; none, as above. */
  readonly region?: string;
}

/** Calls whose number only the account knows: `each` for every `per`. */
interface Surcharge {
  readonly service: ServiceName;
  readonly each: number;
  readonly per: string;
}

/** An action that reading a fact needs, on resources as narrow as the parameters tell. */
export interface NeededPermission {
  readonly action: IamAction;
  readonly resources: NonEmpty<string>;
  /** Why a resource is wider than the one thing that is read. */
  readonly because?: string;
}

/** What is known beside a request's parameters when its permissions are asked for. */
interface PermissionContext<K extends FactKind> {
  /** The target's partition and account. */
  readonly partition: string;
  readonly account: string;
  /** The fact itself, once collected: then the permissions are exact. */
  readonly known?: Fact<K>;
}

/** An operation with what it will be asked. */
export interface Invocation {
  readonly operation: Askable;
  readonly input: unknown;
}

/** What an author of a collector writes. */
export interface CollectorSpec<K extends FactKind, Ops extends readonly Askable[]> {
  readonly kind: K;
  /** Every operation that `collect` may call. */
  readonly operations: Ops;
  readonly region: (params: FactParams<K>) => string;
  /** The calls that are certain. */
  readonly calls: (params: FactParams<K>) => readonly Invocation[];
  /** The calls that depend on what is found. */
  readonly surcharges?: readonly Surcharge[];
  readonly permissions: (params: PlannedParams<K>, context: PermissionContext<K>) => readonly NeededPermission[];
  /** Never catches: a refusal that is not one of a part refuses the whole. */
  readonly collect: (params: FactParams<K>, call: Call<Ops>) => Promise<KnownFact<K>>;
}

/** Reads one kind of fact, and says beforehand what that takes. */
export interface Collector<K extends FactKind> {
  readonly kind: K;
  readonly operations: readonly Askable[];
  readonly calls: (params: PlannedParams<K>) => readonly PlannedCall[];
  readonly surcharges: readonly Surcharge[];
  readonly permissions: (params: PlannedParams<K>, context: PermissionContext<K>) => readonly NeededPermission[];
  /** Throws Refused when AWS gave no answer that the fact can do without. */
  readonly collect: (params: FactParams<K>, session: Session) => Promise<KnownFact<K>>;
}

/** Names a call that a collector makes for certain. */
export const invocation = <Op extends AnyOperation>(operation: Op, input: InputOf<Op>): Invocation => ({ operation, input });

/** Names the one call that asks for all things of a kind together, as long as they are no more than the operation takes. */
export const together = (operation: AnyBatched): Invocation => ({ operation, input: 'together' });

const callIn = <Ops extends readonly Askable[]>(session: Session, region: string): Call<Ops> => {
  const attempt = (operation: AnyOperation, input: unknown): Promise<Reading<unknown>> => session.call(operation, region, input as never);
  const call = async (operation: AnyOperation, input: unknown) => settled(await attempt(operation, input));
  const one = async (operation: Batched<unknown>, id: string) => settled(await session.one(operation, region, id));
  return Object.assign(call, { attempt, one }) as unknown as Call<Ops>;
};

const isComplete = <K extends FactKind>(params: PlannedParams<K>): params is PlannedParams<K> & FactParams<K> => !Object.values(params).includes(undefined);

/** Defines a collector. Calling an operation that it does not declare is a compile error. */
export const defineCollector = <K extends FactKind, const Ops extends readonly Askable[]>(spec: CollectorSpec<K, Ops>): Collector<K> => ({
  kind: spec.kind,
  operations: spec.operations,
  surcharges: spec.surcharges ?? [],
  permissions: spec.permissions,
  calls: (params) =>
    spec.calls(params as FactParams<K>).map(({ operation, input }) => ({
      service: operation.service,
      operation: operation.name,
      ...(isComplete<K>(params) && { key: callKey(operation, spec.region(params), input), region: spec.region(params) }),
    })),
  collect: (params, session) => spec.collect(params, callIn<Ops>(session, spec.region(params))),
});

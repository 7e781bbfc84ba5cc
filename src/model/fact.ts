import type { FactCatalog } from './facts/catalog.ts';
import type { Present, Unknown } from './reading.ts';
import type { RuleId } from './rule-id.ts';

export type { Absent, AlwaysKnown, MayExist, Present, Reading, Unknown, UnknownReason } from './reading.ts';
export { absent, present, unknown } from './reading.ts';

export type FactKind = keyof FactCatalog;
export type FactParams<K extends FactKind> = FactCatalog[K]['params'];
export type KnownFact<K extends FactKind> = FactCatalog[K]['known'];
export type FactValue<K extends FactKind> = Extract<KnownFact<K>, Present<unknown>>['value'];

/** Any fact as the engine holds it: known, or unknown with its reason. */
export type Fact<K extends FactKind = FactKind> = KnownFact<K> | Unknown;

/** A parameter taken from another fact: the engine awaits that one first, and selects. */
export interface Derived<R> {
  readonly derivedFrom: AnyFactRequest;
  readonly select: (value: never) => R | undefined;
}

export type Derivable<P> = { readonly [F in keyof P]: P[F] | Derived<NonNullable<P[F]>> };

/** What a rule asks for. Equal requests are one fact across all targets. */
export interface FactRequest<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly params: Derivable<FactParams<K>>;
  readonly provenBy?: RuleId;
}

/** A request whose thing is known to exist, because the named rule passed before. */
export interface ExistingRequest<K extends FactKind = FactKind> extends FactRequest<K> {
  readonly provenBy: RuleId;
}

/** A request of whatever kind, with the relation between kind and parameters forgotten: how the engine sees it. */
export interface AnyFactRequest {
  readonly kind: FactKind;
  readonly params: Readonly<Record<string, unknown>>;
  readonly provenBy?: RuleId;
}

/** Asks for one fact. */
export const fact = <K extends FactKind>(kind: K, params: Derivable<FactParams<K>>): FactRequest<K> => ({ kind, params });

/** Asks for a fact whose existence another rule (one of this rule's `dependsOn`) has proven: `judge` sees it as Present only. */
export const existing = <K extends FactKind>(request: FactRequest<K>, provenBy: RuleId): ExistingRequest<K> => ({ ...request, provenBy });

/** Takes a parameter from another fact. Inner unknown: outer unknown. Inner absent or nothing selected: outer absent. */
export const from = <K extends FactKind, R>(request: FactRequest<K>, select: (value: FactValue<K>) => R | undefined): Derived<R> => ({
  derivedFrom: request as AnyFactRequest,
  select: select as (value: never) => R | undefined,
});

export const isDerived = (value: unknown): value is Derived<unknown> =>
  typeof value === 'object' && value !== null && 'derivedFrom' in value && 'select' in value;

export type Need = FactRequest | readonly FactRequest[] | undefined;
/** What a rule declares, by name. `undefined`: this target has nothing to ask under that name. */
export type Needs = Readonly<Record<string, Need>>;
/** No needs. (An index signature would let undeclared facts compile.) */
export type None = Record<never, never>;

type KnownOf<R> =
  R extends ExistingRequest<infer K>
    ? Extract<KnownFact<K>, Present<unknown>>
    : R extends FactRequest<infer K>
      ? KnownFact<K>
      : R extends readonly (infer Each)[]
        ? readonly KnownOf<Each>[]
        : undefined;

type WantedOf<R> = R extends FactRequest<infer K> ? Fact<K> : R extends readonly (infer Each)[] ? readonly WantedOf<Each>[] : undefined;

/** What `judge` sees of its needs: never unknown. */
export type KnownFacts<N> = { readonly [F in keyof N]: KnownOf<N[F]> };
/** What `judge` sees of its wants: perhaps unknown. */
export type WantedFacts<W> = { readonly [F in keyof W]: WantedOf<W[F]> };

/** One fact as it is saved. */
export interface SavedFact {
  readonly kind: FactKind;
  readonly params: Readonly<Record<string, unknown>>;
  readonly fact: Fact;
}

/** The content of a facts file (`collect` writes it, `judge` reads it). */
export interface SavedFacts {
  readonly schema: 'sageready/facts/1';
  readonly tool: string;
  readonly facts: readonly SavedFact[];
}

/** Everything that a run knows; deep-frozen. A request that was not collected is unknown `not-collected`. */
export interface Facts {
  get(request: AnyFactRequest): Fact;
  toJSON(): SavedFacts;
}

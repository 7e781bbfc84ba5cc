import type { NetworkHop, NetworkStage, NetworkTrace } from '../../model/trace.ts';

/** What decides at a hop, and how. */
export interface Ruling {
  readonly verdict: NetworkHop['verdict'];
  readonly decidedBy: string;
}

/** Makes a hop. */
export const hopAt = (stage: NetworkStage, place: { readonly from: string; readonly to?: string | undefined }, { verdict, decidedBy }: Ruling): NetworkHop => ({
  stage,
  from: place.from,
  ...(place.to !== undefined && { to: place.to }),
  decidedBy,
  verdict,
});

export const passes = (decidedBy: string): Ruling => ({ verdict: 'passes', decidedBy });
export const stops = (decidedBy: string): Ruling => ({ verdict: 'stops', decidedBy });
export const unclear = (decidedBy: string): Ruling => ({ verdict: 'unknown', decidedBy });

/** The verdict on a path: one hop that stops it is enough, whatever is unknown before or after. */
export const verdictOf = (hops: readonly Pick<NetworkHop, 'verdict'>[]): NetworkHop['verdict'] => {
  if (hops.some(({ verdict }) => verdict === 'stops')) return 'stops';
  return hops.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : 'passes';
};

/** Up to the hop that decides: the first that stops it, else the last that is unknown. */
const cut = (hops: readonly NetworkHop[], verdict: NetworkHop['verdict']): readonly NetworkHop[] => {
  if (verdict === 'stops') return hops.slice(0, hops.findIndex((hop) => hop.verdict === 'stops') + 1);
  return verdict === 'unknown' ? hops.slice(0, hops.findLastIndex((hop) => hop.verdict === 'unknown') + 1) : hops;
};

/** Makes a trace of hops in their order. */
export const traceOf = (question: string, hops: readonly NetworkHop[], notes: readonly string[] = []): NetworkTrace => {
  const verdict = verdictOf(hops);
  return { kind: 'network', question, verdict, hops: cut(hops, verdict), notes: [...new Set(notes)] };
};

const WORST_FIRST: readonly NetworkHop['verdict'][] = ['stops', 'unknown', 'passes'];

/** The worst of several; undefined of none. */
export const worstOf = <T extends { readonly verdict: NetworkHop['verdict'] }>(several: readonly T[]): T | undefined =>
  WORST_FIRST.flatMap((verdict) => several.filter((one) => one.verdict === verdict))[0];

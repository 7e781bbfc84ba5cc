import type { GateName } from '../../model/trace.ts';
import { hasPolicies, rcpsApply, scpsApply } from './applicability.ts';
import type { Asked } from './asked.ts';
import type { Scan } from './scan.ts';
import type { Policies, Readable } from './types.ts';
import { boundaryDocuments, resourceDocuments, type Weighed } from './weigh.ts';

/** One place that had a say, with its documents and what they said together. */
export interface Gate {
  readonly name: GateName;
  readonly label?: string;
  /** Undefined: it does not apply to this request. */
  readonly scan: Scan | undefined;
  readonly documents: readonly Readable[];
  readonly gateway: boolean;
}

/** Names a level of organisation policies; levels are listed from the root to the account. */
export const levelLabel = (index: number, levels: number): string => {
  if (index === 0) return levels === 1 ? 'account' : 'root';
  return index === levels - 1 ? 'account' : `organizational unit ${index}`;
};

const levelGates = (name: 'scp' | 'rcp', levels: readonly (readonly Readable[])[], scans: readonly Scan[] | undefined): readonly Gate[] =>
  levels.map((documents, index) => ({ name, label: levelLabel(index, levels.length), documents, scan: scans?.[index], gateway: false }));

const gate = (name: GateName, documents: readonly Readable[] | undefined, scan: Scan | undefined): readonly Gate[] =>
  documents === undefined ? [] : [{ name, documents, scan, gateway: false }];

/** All gates of a request that hold statements, in the order in which AWS asks them. */
export const gatesOf = (policies: Policies, asked: Asked, weighed: Weighed): readonly Gate[] => {
  const resources = resourceDocuments(policies, asked);
  const own = hasPolicies(asked.request);
  const { endpoint } = policies;
  return [
    ...levelGates('rcp', policies.rcpLevels, rcpsApply(asked) ? weighed.parts.rcps : undefined),
    ...levelGates('scp', policies.scpLevels, scpsApply(asked.request) ? weighed.parts.scps : undefined),
    ...gate('vpc-endpoint', endpoint?.policies, weighed.parts.endpoint).map((one) => ({ ...one, gateway: endpoint?.type === 'gateway' })),
    ...gate('resource-policy', policies.resource && resources, resources.length > 0 ? weighed.parts.resource : undefined),
    ...gate('identity', own || policies.identity.length > 0 ? policies.identity : undefined, own ? weighed.parts.identity : undefined),
    ...gate('boundary', boundaryDocuments(policies), weighed.parts.boundary),
    ...gate('session', policies.session, weighed.parts.session),
  ];
};

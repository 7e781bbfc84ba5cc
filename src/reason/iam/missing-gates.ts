import type { GateName } from '../../model/trace.ts';
import type { Asked } from './asked.ts';
import { type Parts, type Weighed, worksAcrossAccounts } from './weigh.ts';

/** A gate that one statement would open; `index`: the level of an organisation policy. */
export interface MissingGate {
  readonly gate: GateName;
  readonly index?: number;
}

const missing = (gate: GateName, holds: boolean): readonly MissingGate[] => (holds ? [] : [{ gate }]);

const limits = ({ boundary, session }: Parts): readonly MissingGate[] => [
  ...missing('boundary', boundary === undefined || boundary.allow !== false),
  ...missing('session', session === undefined || session.allow !== false),
];

const ownSide = (parts: Parts, { request }: Asked): readonly MissingGate[] => {
  const federatedWithout = request.principal.type === 'federated-user' && parts.session === undefined;
  return [...missing('identity', parts.identity.allow !== false), ...limits(parts), ...missing('session', !federatedWithout)];
};

const withinAccount = (parts: Parts, asked: Asked): readonly MissingGate[] => {
  // The resource's policy names the role or user; only the limits stand in the way.
  if (parts.resource.entity !== false || parts.grants.indirect !== false) return limits(parts);
  if (parts.delegated !== false) return ownSide(parts, asked);
  // One statement that names the caller in the resource's policy needs no identity policy.
  return [...missing(parts.identity.allow === false ? 'resource-policy' : 'delegation', false), ...limits(parts)];
};

const acrossAccounts = (parts: Parts, asked: Asked): readonly MissingGate[] =>
  worksAcrossAccounts(asked) ? [...missing('resource-policy', parts.resource.allow !== false), ...ownSide(parts, asked)] : [{ gate: 'service' }];

const paths = (parts: Parts, asked: Asked): readonly MissingGate[] => {
  if (parts.accounts === 'no-account') return missing('resource-policy', parts.resource.direct !== false);
  const isOpen = parts.accounts === 'same' && (parts.resource.direct !== false || parts.grants.direct !== false);
  if (isOpen) return [];
  return parts.accounts === 'same' ? withinAccount(parts, asked) : acrossAccounts(parts, asked);
};

/** The gates that stay closed for lack of a statement, in the order in which AWS asks them. Empty when nothing is missing. */
export const missingGates = ({ parts }: Weighed, asked: Asked): readonly MissingGate[] => {
  if (parts.refused !== undefined) return [{ gate: 'service' }];
  return [
    ...parts.scps.flatMap(({ allow }, index) => (allow === false ? [{ gate: 'scp' as const, index }] : [])),
    ...missing('vpc-endpoint', parts.endpoint === undefined || parts.endpoint.allow !== false),
    ...paths(parts, asked),
  ];
};

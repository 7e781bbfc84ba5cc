import { KMS_CROSS_ACCOUNT_ACTIONS } from '../../data/kms-cross-account.ts';
import { accountsOf, hasPolicies, isTrustAction, needsDelegation, rcpsApply, refusedByService, scpsApply } from './applicability.ts';
import type { Asked } from './asked.ts';
import { type Granted, grantsAllow } from './grants.ts';
import { isUnread, type Scan, SILENT, scan } from './scan.ts';
import { both, either, isUnsettled, type Truth, unsettledByKey } from './truth.ts';
import type { Policies, Readable } from './types.ts';

/** What the policies say, gate by gate. Undefined: there is no such policy, so it limits nothing. */
export interface Parts {
  readonly accounts: ReturnType<typeof accountsOf>;
  /** Why AWS refuses, whatever policies say. */
  readonly refused: string | undefined;
  readonly scps: readonly Scan[];
  readonly rcps: readonly Scan[];
  readonly endpoint: Scan | undefined;
  readonly resource: Scan;
  readonly identity: Scan;
  readonly boundary: Scan | undefined;
  readonly session: Scan | undefined;
  readonly grants: Granted;
  /** Whether the resource's own policy lets identity policies of its account count. */
  readonly delegated: Truth;
}

/** Everything that a decision rests on. */
export interface Weighed {
  readonly parts: Parts;
  /** Some statement denies. */
  readonly explicit: Truth;
  /** All gates let the request through, explicit denials apart. */
  readonly allowed: Truth;
  /** A malformed statement may deny. */
  readonly doubt: Truth;
}

const NO_DOCUMENTS: readonly Readable[] = [];

/** The documents of the boundary; undefined: none is attached. A deleted one limits to nothing. */
export const boundaryDocuments = ({ boundary }: Policies): readonly Readable[] | undefined => {
  if (boundary === undefined) return undefined;
  return 'state' in boundary && boundary.state === 'absent' ? NO_DOCUMENTS : [boundary];
};

/** The resource's own policy, where it decides about the request: a request for `*` has no resource, and a trust policy decides about assuming the role only. */
export const resourceDocuments = ({ resource }: Policies, { action, fields }: Asked): readonly Readable[] => {
  if (resource === undefined || fields === undefined) return NO_DOCUMENTS;
  return !isUnread(resource) && resource.kind === 'trust' && !isTrustAction(action) ? NO_DOCUMENTS : [resource];
};

const scanIf = (documents: readonly Readable[] | undefined, asked: Asked): Scan | undefined => documents && scan(documents, asked);

const NO_SCANS: readonly Scan[] = [];

const scanLevels = (levels: readonly (readonly Readable[])[], asked: Asked): readonly Scan[] =>
  levels.length === 0 ? NO_SCANS : levels.map((level) => scan(level, asked));

const ROOT_IDENTITY: Scan = { ...SILENT, allow: true };

const callerScans = (policies: Policies, asked: Asked): Pick<Parts, 'identity' | 'boundary' | 'session'> => {
  if (asked.request.principal.type === 'root') return { identity: ROOT_IDENTITY, boundary: undefined, session: undefined };
  if (!hasPolicies(asked.request)) return { identity: SILENT, boundary: undefined, session: undefined };
  return { identity: scan(policies.identity, asked), boundary: scanIf(boundaryDocuments(policies), asked), session: scanIf(policies.session, asked) };
};

const endpointScan = ({ endpoint }: Policies, asked: Asked): Scan | undefined =>
  // An endpoint without a policy of its own has the default one, which lets everything through.
  endpoint === undefined || endpoint.policies.length === 0 ? undefined : scan(endpoint.policies, asked, endpoint.type === 'gateway');

const partsOf = (policies: Policies, asked: Asked): Parts => {
  const { identity, boundary, session } = callerScans(policies, asked);
  const resource = scan(resourceDocuments(policies, asked), asked);
  return {
    scps: scpsApply(asked.request) ? scanLevels(policies.scpLevels, asked) : NO_SCANS,
    rcps: rcpsApply(asked) ? scanLevels(policies.rcpLevels, asked) : NO_SCANS,
    endpoint: endpointScan(policies, asked),
    resource,
    identity,
    boundary,
    session,
    accounts: accountsOf(asked),
    refused: refusedByService(asked),
    grants: grantsAllow(policies.grants, asked),
    delegated: needsDelegation(asked) ? resource.account : true,
  };
};

const limit = (found: Scan | undefined): Truth => (found === undefined ? true : found.allow);

/** Boundary and session policies only limit. */
const withinLimits = ({ boundary, session }: Pick<Parts, 'boundary' | 'session'>): Truth => both(limit(boundary), limit(session));

const grantPath = (parts: Parts): Truth => either(parts.grants.direct, both(parts.grants.indirect, withinLimits(parts)));

/** What the caller's own account allows. A federated user without session policy gets nothing from its user's policies. */
const identityAllows = (parts: Parts, { request }: Asked): Truth =>
  request.principal.type === 'federated-user' && parts.session === undefined ? false : both(parts.identity.allow, withinLimits(parts));

const inOneAccount = (parts: Parts, asked: Asked): Truth => {
  const byResource = either(parts.resource.direct, both(parts.resource.entity, withinLimits(parts)));
  return either(either(byResource, both(parts.delegated, identityAllows(parts, asked))), grantPath(parts));
};

/** Whether an action works at all on a resource of another account. */
export const worksAcrossAccounts = ({ service, action }: Asked): boolean => service !== 'kms' || KMS_CROSS_ACCOUNT_ACTIONS.has(action);

const acrossAccounts = (parts: Parts, asked: Asked): Truth => {
  if (!worksAcrossAccounts(asked)) return false;
  return either(both(parts.resource.allow, identityAllows(parts, asked)), grantPath(parts));
};

const whoeverOwns = (same: Truth, cross: Truth): Truth => {
  if (same === cross) return same;
  return [same, cross].filter(isUnsettled).reduce<Truth>(both, unsettledByKey('aws:ResourceAccount'));
};

const grantPaths = (parts: Parts, asked: Asked): Truth => {
  switch (parts.accounts) {
    case 'no-account':
      return either(parts.resource.direct, parts.grants.direct);
    case 'same':
      return inOneAccount(parts, asked);
    case 'cross':
      return acrossAccounts(parts, asked);
    case 'unknown':
      return whoeverOwns(inOneAccount(parts, asked), acrossAccounts(parts, asked));
    default:
      return parts.accounts satisfies never;
  }
};

const anyOf = (parts: Parts, field: 'deny' | 'doubt'): Truth => {
  let found: Truth = either(parts.resource[field], parts.identity[field]);
  for (const one of parts.scps) found = either(found, one[field]);
  for (const one of parts.rcps) found = either(found, one[field]);
  if (parts.endpoint !== undefined) found = either(found, parts.endpoint[field]);
  if (parts.boundary !== undefined) found = either(found, parts.boundary[field]);
  return parts.session === undefined ? found : either(found, parts.session[field]);
};

const passes = (parts: Parts, asked: Asked): Truth => {
  if (parts.refused !== undefined) return false;
  let through = both(limit(parts.endpoint), grantPaths(parts, asked));
  for (const level of parts.scps) through = both(through, level.allow);
  return through;
};

/** Weighs all policies for a request. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export const weigh = (policies: Policies, asked: Asked): Weighed => {
  const parts = partsOf(policies, asked);
  return { parts, explicit: anyOf(parts, 'deny'), allowed: passes(parts, asked), doubt: anyOf(parts, 'doubt') };
};

import type { KeyGrant } from '../../model/facts/kms.ts';
import type { Asked } from './asked.ts';
import { isNamed, type Naming, naming, type PrincipalEntry } from './principal-element.ts';
import { both, either, type Truth, unsettledByDocument, unsettledByKey } from './truth.ts';
import type { Policies } from './types.ts';

/** What the grants of a key allow, by how they name the caller. Grants only allow. Source: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export interface Granted {
  /** The caller itself is the grantee: boundary and session policies do not count. */
  readonly direct: Truth;
  /** Its role, user or account is: they do. */
  readonly indirect: Truth;
}

const NOTHING: Granted = { direct: false, indirect: false };

// Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html — constraints do not bind these.
const UNCONSTRAINED: ReadonlySet<string> = new Set(['describekey', 'retiregrant']);

const entryOf = (grantee: string): PrincipalEntry => ({ type: /^arn:|^\d{12}$|^A(?:ROA|IDA)/.test(grantee) ? 'AWS' : 'Service', text: grantee });

const pairsOf = (pairs: Readonly<Record<string, string>> | undefined): readonly (readonly [string, string])[] => Object.entries(pairs ?? {});

const contextHolds = (grant: KeyGrant, { request }: Asked): Truth => {
  const { encryptionContextEquals: exact, encryptionContextSubset: subset } = grant;
  if (exact === undefined && subset === undefined) return true;
  if (request.encryptionContext === undefined && request.unlisted === 'unknown') return unsettledByKey('kms:EncryptionContextKeys');
  const actual = new Map(pairsOf(request.encryptionContext));
  const contains = [...pairsOf(exact), ...pairsOf(subset)].every(([key, value]) => actual.get(key) === value);
  return contains && (exact === undefined || actual.size === pairsOf(exact).length);
};

const sourceHolds = ({ sourceArn }: KeyGrant, asked: Asked): Truth => {
  if (sourceArn === undefined) return true;
  const actual = asked.value('aws:sourcearn');
  if (typeof actual === 'string') return actual === sourceArn;
  return 'state' in actual && actual.state === 'unknown' ? unsettledByKey('aws:SourceArn') : false;
};

const constraintsHold = (grant: KeyGrant, asked: Asked): Truth =>
  UNCONSTRAINED.has(asked.name) ? true : both(contextHolds(grant, asked), sourceHolds(grant, asked));

/** Whether a grant names the caller; whatever else it says. */
const grantNaming = (grant: KeyGrant, asked: Asked): Naming => naming(entryOf(grant.granteePrincipal), asked.request.principal);

/** Whether a grant is for the operation. */
export const grantCovers = (grant: KeyGrant, asked: Asked): boolean => grant.operations.some((operation) => operation.toLowerCase() === asked.name);

/** Whether a grant allows the request. */
export const grantAllows = (grant: KeyGrant, asked: Asked): Truth =>
  grantCovers(grant, asked) ? both(isNamed(grantNaming(grant, asked)), constraintsHold(grant, asked)) : false;

const add = (sum: Granted, grant: KeyGrant, asked: Asked): Granted => {
  if (!grantCovers(grant, asked)) return sum;
  const { direct, entity, account } = grantNaming(grant, asked);
  const holds = constraintsHold(grant, asked);
  return { direct: either(sum.direct, both(direct, holds)), indirect: either(sum.indirect, both(either(entity, account), holds)) };
};

/** What a key's grants allow. Unread grants can only allow. */
export const grantsAllow = (grants: Policies['grants'], asked: Asked): Granted => {
  if (grants === undefined || asked.service !== 'kms') return NOTHING;
  if ('state' in grants) return { direct: unsettledByDocument(grants), indirect: unsettledByDocument(grants) };
  return grants.reduce((sum, grant) => add(sum, grant, asked), NOTHING);
};

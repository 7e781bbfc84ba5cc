import type { GateName } from '../../model/trace.ts';
import type { Answered } from './answered.ts';
import { isTrustAction } from './applicability.ts';
import { missingGates } from './missing-gates.ts';
import { principalName } from './principal.ts';
import type { Scan } from './scan.ts';
import type { Parts } from './weigh.ts';

// The kinds of policy as AWS names them. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
const POLICY_WORDS: Readonly<Record<GateName, string>> = {
  scp: 'service control policy',
  rcp: 'resource control policy',
  'vpc-endpoint': 'VPC endpoint policy',
  'resource-policy': 'resource-based policy',
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  delegation: 'resource-based policy',
  grant: 'resource-based policy',
  service: 'policy',
};

const denies = (scan: Scan | undefined): boolean => scan?.deny === true;

const denyingGate = ({ scps, rcps, endpoint, resource, identity, boundary, session }: Parts): GateName => {
  const asked: readonly (readonly [GateName, boolean])[] = [
    ['rcp', rcps.some(denies)],
    ['scp', scps.some(denies)],
    ['vpc-endpoint', denies(endpoint)],
    ['resource-policy', denies(resource)],
    ['identity', denies(identity)],
    ['boundary', denies(boundary)],
    ['session', denies(session)],
  ];
  return asked.find(([, holds]) => holds)?.[0] ?? 'identity';
};

const wordsFor = (gate: GateName, action: string): string =>
  gate === 'resource-policy' || gate === 'delegation' ? (isTrustAction(action) ? 'role trust policy' : POLICY_WORDS[gate]) : POLICY_WORDS[gate];

const withArticle = (words: string): string => `${words.startsWith('identity') ? 'an' : 'a'} ${words}`;

const reasonOf = ({ weighed, decided, asked }: Answered): string => {
  if (decided.decision === 'ExplicitlyDenied') return `with an explicit deny in ${withArticle(wordsFor(denyingGate(weighed.parts), asked.action))}`;
  if (weighed.parts.refused !== undefined) return `because ${weighed.parts.refused}`;
  const [first] = missingGates(weighed, asked);
  return `because no ${wordsFor(first?.gate ?? 'identity', asked.action)} allows the ${asked.request.action} action`;
};

/** The sentence with which AWS would refuse the request; empty when it is allowed or not known. */
export const denialMessage = (answered: Answered): string => {
  const { decision } = answered.decided;
  if (decision === 'Allowed' || decision === 'Unknown') return '';
  const { principal, action, resource } = answered.asked.request;
  return `User: ${principalName(principal)} is not authorized to perform: ${action} on resource: ${resource} ${reasonOf(answered)}`;
};

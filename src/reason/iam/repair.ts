import type { PolicyKind, PolicyStatement } from '../../model/policy.ts';
import type { GateTrace, IamRepair } from '../../model/trace.ts';
import type { Answered } from './answered.ts';
import { isTrustAction } from './applicability.ts';
import type { Asked } from './asked.ts';
import { levelLabel } from './gates.ts';
import { type MissingGate, missingGates } from './missing-gates.ts';
import { principalName } from './principal.ts';
import { isUnread } from './scan.ts';
import type { Policies, Principal } from './types.ts';

const WILDCARD = /[*?$]/g;

// Wildcards in a resource's own name are spelt as variables, so that the statement means this resource only.
const literalArn = (resource: string): string => (resource === '*' ? resource : resource.replace(WILDCARD, '$${$&}'));

const principalElement = (principal: Principal): NonNullable<PolicyStatement['Principal']> => {
  switch (principal.type) {
    case 'role-session':
      return { AWS: principal.roleArn };
    case 'iam-user':
    case 'federated-user':
    case 'root':
      return { AWS: principalName(principal) };
    case 'service':
      return { Service: principal.name };
    case 'identity-provider':
      return { Federated: principal.provider };
    case 'anonymous':
      return '*';
    default:
      return principal satisfies never;
  }
};

const resourceKind = ({ resource }: Policies, asked: Asked): PolicyKind => {
  if (resource !== undefined && !isUnread(resource)) return resource.kind;
  if (isTrustAction(asked.action)) return 'trust';
  return asked.service === 'ecr' ? 'repository' : 'resource';
};

const resourceElement = (kind: PolicyKind, resource: string): Pick<PolicyStatement, 'Resource'> => {
  if (kind === 'trust' || kind === 'repository') return {};
  return { Resource: kind === 'key' ? '*' : literalArn(resource) };
};

const inResourcePolicy = ({ policies, asked }: Answered): PolicyStatement => ({
  Effect: 'Allow',
  Principal: principalElement(asked.request.principal),
  Action: asked.request.action,
  ...resourceElement(resourceKind(policies, asked), asked.request.resource),
});

const plain = ({ asked: { request } }: Answered): PolicyStatement => ({ Effect: 'Allow', Action: request.action, Resource: literalArn(request.resource) });

const statementFor = (gate: MissingGate['gate'], answered: Answered): PolicyStatement => {
  if (gate === 'resource-policy' || gate === 'delegation') return inResourcePolicy(answered);
  return gate === 'vpc-endpoint' ? { ...plain(answered), Principal: '*' } : plain(answered);
};

const amendDenial = (gates: readonly GateTrace[]): IamRepair | undefined => {
  const gate = gates.find(({ verdict }) => verdict === 'denies');
  const denial = gate?.statements.find(({ effect, match }) => effect === 'Deny' && match === 'yes');
  if (gate === undefined || denial === undefined) return undefined;
  const why = `It denies this request, and no Allow anywhere outweighs a Deny: take it out, or narrow its Action, Resource or Condition so that the request is spared.`;
  return { change: 'amend-denial', gate: gate.gate, statement: denial.statement, why };
};

const holderOf = (missing: MissingGate, policies: Policies): string | undefined => {
  if (missing.gate === 'boundary' && policies.boundary !== undefined && 'name' in policies.boundary) return policies.boundary.name;
  if (missing.gate === 'resource-policy' && policies.resource !== undefined && 'name' in policies.resource) return policies.resource.name;
  const [first] = missing.gate === 'scp' ? (policies.scpLevels[missing.index ?? 0] ?? []) : [];
  return first !== undefined && 'name' in first ? first.name : undefined;
};

/** The smallest change that would take a denial away: one statement to amend, or one to add at the first closed gate. None where AWS itself refuses. */
export const repairOf = (answered: Answered, gates: () => readonly GateTrace[]): IamRepair | undefined => {
  const { decided, weighed, asked, policies } = answered;
  if (decided.decision === 'ExplicitlyDenied') return amendDenial(gates());
  const [first] = decided.decision === 'ImplicitlyDenied' ? missingGates(weighed, asked) : [];
  if (first === undefined || first.gate === 'service') return undefined;
  const policy = holderOf(first, policies);
  const label = first.index === undefined ? undefined : levelLabel(first.index, policies.scpLevels.length);
  const where = { ...(policy !== undefined && { policy }), ...(label !== undefined && { label }) };
  return { change: 'add-statement', gate: first.gate, statement: statementFor(first.gate, answered), ...where };
};

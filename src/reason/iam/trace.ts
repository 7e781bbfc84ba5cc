import type { GateTrace, IamTrace, StatementRef, StatementTrace } from '../../model/trace.ts';
import type { Answered } from './answered.ts';
import type { Asked } from './asked.ts';
import type { Decided } from './decision.ts';
import { type Document, documentOf } from './document.ts';
import { examine } from './examine.ts';
import { type Gate, gatesOf } from './gates.ts';
import { grantAllows, grantCovers } from './grants.ts';
import { denialMessage } from './message.ts';
import { missingGates } from './missing-gates.ts';
import { principalName } from './principal.ts';
import { repairOf } from './repair.ts';
import { isUnread, type Scan } from './scan.ts';
import { some, type Truth } from './truth.ts';
import type { Policies } from './types.ts';

const verdictOf = (scan: Scan | undefined): GateTrace['verdict'] => {
  if (scan === undefined) return 'not-applicable';
  if (scan.deny === true) return 'denies';
  if (scan.deny !== false || scan.doubt !== false) return 'unknown';
  return word(scan.allow);
};

const word = (truth: Truth): GateTrace['verdict'] => {
  if (typeof truth === 'object') return 'unknown';
  return truth ? 'allows' : 'silent';
};

const documentsOf = ({ documents }: Gate): readonly Document[] => documents.flatMap((readable) => (isUnread(readable) ? [] : [documentOf(readable)]));

const statementsOf = (gate: Gate, asked: Asked): readonly StatementTrace[] =>
  documentsOf(gate).flatMap((document) =>
    document.statements.map((statement) => examine(document, statement, { asked, gateway: gate.gateway })).filter((traced) => traced !== undefined),
  );

const traceGate = (gate: Gate, asked: Asked): GateTrace => ({
  gate: gate.name,
  ...(gate.label !== undefined && { label: gate.label }),
  verdict: verdictOf(gate.scan),
  statements: gate.scan === undefined ? [] : statementsOf(gate, asked),
});

const bare = (gate: GateTrace['gate'], verdict: GateTrace['verdict'], label?: string): GateTrace => ({
  gate,
  ...(label !== undefined && { label }),
  verdict,
  statements: [],
});

const grantLabel = ({ grants }: Policies, asked: Asked): string | undefined => {
  if (grants === undefined || 'state' in grants) return undefined;
  const ids = grants.filter((grant) => grantCovers(grant, asked) && grantAllows(grant, asked) !== false).map(({ grantId }) => grantId);
  return ids.length === 0 ? undefined : ids.join(', ');
};

/** Gates that are not made of statements. */
const bareGates = ({ asked, policies, weighed }: Answered): readonly GateTrace[] => {
  const gates: GateTrace[] = [];
  if (weighed.parts.refused !== undefined) gates.push(bare('service', 'denies', weighed.parts.refused));
  if (weighed.parts.delegated !== true && weighed.parts.accounts === 'same') gates.push(bare('delegation', word(weighed.parts.delegated)));
  if (policies.grants !== undefined)
    gates.push(bare('grant', word(some([weighed.parts.grants.direct, weighed.parts.grants.indirect])), grantLabel(policies, asked)));
  return gates;
};

const decides = (decision: Decided['decision'], { effect, match }: StatementTrace): boolean => {
  if (decision === 'ExplicitlyDenied') return effect === 'Deny' && match === 'yes';
  if (decision === 'Allowed') return effect === 'Allow' && match === 'yes';
  return decision === 'Unknown' && match === 'unknown';
};

/** The statements that the decision rests on. Nothing decides an implicit denial: that is what it means. */
const decidingAmong = (gates: readonly GateTrace[], { decision }: Decided): readonly StatementRef[] =>
  gates.flatMap(({ statements }) => statements.filter((traced) => decides(decision, traced)).map(({ statement }) => statement));

const factsWorthSaying = ({ asked, weighed, decided }: Answered): readonly string[] => {
  const { principal } = asked.request;
  const notes: string[] = [];
  if (weighed.parts.refused !== undefined) notes.push(weighed.parts.refused);
  if (principal.type === 'role-session' && !principal.pathKnown)
    notes.push('The role is known by a session only, so it was compared by name, without its path.');
  if (principal.type === 'root' && asked.action === 'sts:assumerole') notes.push('AWS lets no root user assume a role.');
  if (weighed.parts.accounts === 'unknown') notes.push('The account that owns the resource is not known.');
  if (decided.decision === 'ImplicitlyDenied' && missingGates(weighed, asked).length > 1)
    notes.push('More than one gate is closed: the repair opens the first.');
  return notes;
};

const notesOf = (gates: readonly Gate[], answered: Answered): readonly string[] => [
  ...factsWorthSaying(answered),
  ...new Set(gates.flatMap((gate) => (gate.scan === undefined ? [] : documentsOf(gate).flatMap(({ notes }) => notes)))),
];

/** Tells how a question was decided, gate by gate. */
export const traceOf = (answered: Answered): IamTrace => {
  const { asked, policies, weighed, decided } = answered;
  const found = gatesOf(policies, asked, weighed);
  const gates = [...bareGates(answered), ...found.map((gate) => traceGate(gate, asked))];
  const repair = repairOf(answered, () => gates);
  return {
    kind: 'iam',
    decision: decided.decision,
    principal: principalName(asked.request.principal),
    action: asked.request.action,
    resource: asked.request.resource,
    gates,
    deciding: decidingAmong(gates, decided),
    missing: decided.missing,
    message: denialMessage(answered),
    ...(repair && { repair }),
    notes: notesOf(found, answered),
  };
};

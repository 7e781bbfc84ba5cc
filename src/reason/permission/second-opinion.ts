import type { Fact, Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { IamEngine, MatchedStatement, Simulation } from '../../model/facts/iam.ts';
import type { PolicyKind, PolicySource } from '../../model/policy.ts';
import type { GateTrace, IamTrace } from '../../model/trace.ts';
import { evaluate } from '../iam/evaluate.ts';
import type { EvalRequest, EvalResult, Policies } from '../iam/types.ts';

/** AWS's simulator beside sageready's own evaluation, and whose word counts. */
export interface SecondOpinion {
  readonly engine: IamEngine;
  readonly simulation: Fact<'iam.simulation'>;
}

/** A decided question, with what a reader should know about how the two answers go together. */
export interface Opinion {
  readonly result: EvalResult;
  readonly notes: readonly string[];
}

const SIMULATOR = 'AWS’s policy simulator';

const placeOf = ({ policy, type, line, column }: MatchedStatement): string =>
  `${policy} (${type}${line === undefined ? '' : `, line ${line}${column === undefined ? '' : `, column ${column}`}`})`;

const matchedIn = ({ matched }: Simulation): string => (matched.length === 0 ? 'it names no statement' : `it matched ${matched.map(placeOf).join(', ')}`);

const deniedByOrganizations = ({ allowedByOrganizations }: Simulation): boolean => allowedByOrganizations === false;
const isFinal = (simulation: Simulation): boolean => deniedByOrganizations(simulation) || simulation.decision === 'explicitDeny';

/** What the simulator says, with what it matched. */
const answerIn = (simulation: Simulation): string =>
  deniedByOrganizations(simulation)
    ? `${SIMULATOR} says that a policy of the organisation does not allow it (AllowedByOrganizations is false; AWS does not say which policy)`
    : `${SIMULATOR} says ${simulation.decision}: ${matchedIn(simulation)}`;

const nowhere = (kind: PolicyKind, statements: readonly object[]): PolicySource => ({
  kind,
  name: SIMULATOR,
  text: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
});
const ALLOWS = nowhere('managed', [{ Effect: 'Allow', Action: '*', Resource: '*' }]);
const LIMITS_TO_NOTHING = nowhere('boundary', []);

/** The simulator's answer in the place of what it knows: identity policies, boundary and service control policies. */
const simulatedPolicies = ({ decision, allowedByBoundary }: Simulation, { boundary: _, ...policies }: Policies): Policies => {
  if (decision === 'allowed') return { ...policies, identity: [ALLOWS], scpLevels: [] };
  return allowedByBoundary === false
    ? { ...policies, identity: [ALLOWS], boundary: LIMITS_TO_NOTHING, scpLevels: [] }
    : { ...policies, identity: [], scpLevels: [] };
};

const gateOf = (simulation: Simulation): GateTrace => ({
  gate: deniedByOrganizations(simulation) ? 'scp' : 'identity',
  label: SIMULATOR,
  verdict: 'denies',
  statements: [],
});

const deniedTrace = ({ repair, ...local }: IamTrace, simulation: Simulation): IamTrace => ({
  ...local,
  decision: 'ExplicitlyDenied',
  gates: [...local.gates, gateOf(simulation)],
  deciding: [],
  missing: [],
  message: answerIn(simulation),
  // What sageready itself misses must be mended as well.
  ...(repair !== undefined && local.decision === 'ImplicitlyDenied' && { repair }),
});

const denied = (local: EvalResult, simulation: Simulation): EvalResult => {
  const trace = deniedTrace(local.trace, simulation);
  return { decision: 'ExplicitlyDenied', possible: ['ExplicitlyDenied'], missing: [], unread: [], deciding: [], repair: trace.repair, trace };
};

const undecided = ({ trace }: EvalResult, because: Unknown): EvalResult => ({
  decision: 'Unknown',
  possible: ['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied'],
  missing: [],
  unread: [because],
  deciding: [],
  repair: trace.repair,
  trace: { ...trace, decision: 'Unknown', deciding: [], missing: [], message: because.message },
});

/** Replaces local policies by the simulator's word; what it does not know is still decided here. */
const asSimulated = (request: EvalRequest, policies: Policies, simulation: Simulation): EvalResult => {
  const local = evaluate(request, isFinal(simulation) ? policies : simulatedPolicies(simulation, policies));
  return isFinal(simulation) ? denied(local, simulation) : local;
};

const SIMULATED_GATES: readonly string[] = ['identity', 'boundary', 'session', 'scp'];

type Side = Simulation['decision'] | 'unknown';

/** What sageready says of the policies that the simulator knows, whatever resource policies and grants add. */
const localSide = ({ gates }: IamTrace): Side => {
  const verdicts = gates.filter(({ gate }) => SIMULATED_GATES.includes(gate)).map(({ verdict }) => verdict);
  if (verdicts.includes('unknown') || !gates.some(({ gate, verdict }) => gate === 'identity' && verdict !== 'not-applicable')) return 'unknown';
  if (verdicts.includes('denies')) return 'explicitDeny';
  return verdicts.includes('silent') ? 'implicitDeny' : 'allowed';
};

const localReason = ({ deciding, message }: IamTrace): string => {
  const names = [...new Set(deciding.map(({ policy, line }) => `${policy}, line ${line}`))];
  return names.length > 0 ? `by ${names.join('; ')}` : message || 'by no single statement';
};

const questionOf = ({ action, resource }: IamTrace): string => `${action} on ${resource}`;

/** Both answers with their reasons, where they differ on what both know. */
const disagreement = ({ trace }: EvalResult, simulation: Simulation): readonly string[] => {
  const side = localSide(trace);
  if (side === 'unknown' || side === simulation.decision) return [];
  return [`${questionOf(trace)}: sageready reads the same policies as ${side} (${localReason(trace)}), but ${answerIn(simulation)}`];
};

/**
 * The simulator sees an unknown key as one that the request lacks. Where just this makes sageready unsure of an explicit denial,
 * the simulator's denial tells nothing of the real request.
 */
const restsOnAbsence = ({ missing, possible }: EvalResult, simulation: Simulation): boolean =>
  !deniedByOrganizations(simulation) && missing.length > 0 && possible.includes('ExplicitlyDenied');

/** Policies that sageready may not read are the only reason for its doubt, and the simulator read them all and missed no key. */
const knowsMore = ({ decision, missing, unread }: EvalResult, simulation: Simulation): boolean =>
  decision === 'Unknown' && missing.length === 0 && unread.length > 0 && simulation.missing.length === 0;

const together = (local: EvalResult, simulation: Simulation, simulated: () => EvalResult): Opinion => {
  if (local.decision === 'ExplicitlyDenied') return { result: local, notes: disagreement(local, simulation) };
  if (isFinal(simulation)) {
    if (restsOnAbsence(local, simulation)) return { result: local, notes: [] };
    return {
      result: denied(local, simulation),
      notes: local.decision === 'Allowed' && !deniedByOrganizations(simulation) ? disagreement(local, simulation) : [],
    };
  }
  if (!knowsMore(local, simulation)) return { result: local, notes: disagreement(local, simulation) };
  return { result: simulated(), notes: [`${questionOf(local.trace)}: not every policy could be read here; ${answerIn(simulation)}`] };
};

const simulatorSaidNothing = (simulation: Exclude<Fact<'iam.simulation'>, { readonly state: 'present' }>): Unknown =>
  simulation.state === 'unknown' ? simulation : unknown('unsupported', `${SIMULATOR} says nothing to this question — use --iam-engine both`);

const notTold = ({ action, resource }: EvalRequest, { missing }: Simulation): readonly string[] =>
  missing.length === 0 ? [] : [`${action} on ${resource}: policies ask for ${missing.join(', ')}, which ${SIMULATOR} was not told`];

/**
 * Decides a question with both engines. The simulator's explicit denial and the organisation's are final; its implicit denial never is, since it knows
 * neither resource policies nor grants; its `allowed` never turns a local denial over. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
 */
export const decided = (request: EvalRequest, policies: Policies, { engine, simulation }: SecondOpinion): Opinion => {
  const local = evaluate(request, policies);
  switch (engine) {
    case 'local':
      return { result: local, notes: [] };
    case 'aws':
      return simulation.state === 'present'
        ? { result: asSimulated(request, policies, simulation.value), notes: notTold(request, simulation.value) }
        : { result: undecided(local, simulatorSaidNothing(simulation)), notes: [] };
    case 'both':
      return simulation.state === 'present'
        ? together(local, simulation.value, () => asSimulated(request, policies, simulation.value))
        : { result: local, notes: [] };
    default:
      return engine satisfies never;
  }
};

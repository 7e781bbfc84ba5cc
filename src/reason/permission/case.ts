import type { KnownFacts, Unknown, WantedFacts } from '../../model/fact.ts';
import { absent } from '../../model/fact.ts';
import type { Permission, RequestContext } from '../../model/permission.ts';
import type { Target } from '../../model/target.ts';
import { parseArn } from '../arn.ts';
import type { EvalRequest, EvalResult, Policies } from '../iam/types.ts';
import type { Asker } from './asker.ts';
import { contextOf } from './contexts.ts';
import type { NetworkFacts } from './network-side.ts';
import type { OrganisationSide } from './organisation.ts';
import { ELSEWHERE, unknownPlace } from './organisation.ts';
import { SOME_OTHER_ACCOUNT } from './others.ts';
import { plannedContext } from './planned-context.ts';
import type { neededFor, wantedFor } from './questions.ts';
import type { Denied } from './remedies.ts';
import type { SecondOpinion } from './second-opinion.ts';
import { decided } from './second-opinion.ts';
import type { Simulator } from './simulator.ts';
import { opinionOn } from './simulator.ts';
import type { WayIn } from './way.ts';

/** The facts that permission questions are answered from. */
export type PermissionFacts = KnownFacts<ReturnType<typeof neededFor>> & WantedFacts<ReturnType<typeof wantedFor>>;

/**
 * One question answered. `gone`: it is about a thing that does not exist, so nothing was evaluated.
 * `open`: the answer depends on a name that the plan leaves out.
 */
export type Answer = { readonly action: string; readonly about: Denied } /** `notes`: how AWS's simulator disagrees. */ & (
  | { readonly result: EvalResult; readonly notes: readonly string[] }
  | { readonly gone: string }
  | { readonly open: Unknown }
);

/** Everything that one question is evaluated on. */
export interface Case<T extends Target> {
  readonly target: T;
  readonly asker: Asker;
  /** Of the target's account. */
  readonly organisation: OrganisationSide;
  readonly time: string;
  readonly simulator: Simulator;
  /** Endpoints of the plan’s VPC, where what the role reads comes through it. */
  readonly endpoints: PermissionFacts['endpoints'];
  readonly network: NetworkFacts;
  /** Condition keys that facts tell of the thing asked about. */
  readonly further?: RequestContext;
}

/** SageMaker itself works as the execution role, through no endpoint of ours; how a deployer calls is not known. */
const circumstances = ({ who }: Permission<never>, way: WayIn = 'none') =>
  who === 'execution-role' ? { assumedBy: 'service' as const, ...(way !== 'unknown' && { endpoint: way }) } : {};

/** What a question is about, and whose it is. */
export interface Place {
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly awsManagedKey?: boolean;
}

interface Entered extends Place {
  readonly way?: WayIn;
}

const accountAt = ({ resource, resourceAccount }: Place, asker: string): string => resourceAccount ?? (parseArn(resource)?.account || asker);

/** The organisation that the resource belongs to, where it is the target's own account; a request for no resource is about the asker's. */
const organisationAt = <T extends Target>({ target, asker, organisation }: Case<T>, place: Place): OrganisationSide =>
  accountAt(place, parseArn(asker.arn)?.account ?? '') === target.account ? organisation : ELSEWHERE;

const requestOf = <T extends Target>(given: Case<T>, permission: Permission<T>, { way, ...place }: Entered): EvalRequest => {
  const { target, asker, time } = given;
  const { region } = target;
  const there = organisationAt(given, place);
  const facts = {
    principal: asker.principal,
    principalTags: asker.tags,
    region,
    time,
    ...circumstances(permission as Permission<never>, way),
    ...(asker.organisation.membership !== undefined && { principalOrganisation: asker.organisation.membership }),
    ...(there.membership !== undefined && { resourceOrganisation: there.membership }),
    ...(place.resourceAccount !== undefined && place.resourceAccount !== SOME_OTHER_ACCOUNT && { resourceAccount: place.resourceAccount }),
  };
  const planned = { ...unknownPlace(asker.organisation, there), ...plannedContext(permission, target), ...given.further };
  return {
    principal: asker.principal,
    action: permission.action,
    ...place,
    resourceInManagementAccount: there.inManagementAccount,
    context: contextOf(facts, planned),
    unlisted: 'unknown',
  };
};

/** The simulator takes a key that it was not told for one that the request lacks: then it knows less than the facts. */
const toldAll = (opinion: SecondOpinion, further: RequestContext = {}): SecondOpinion => {
  const known = Object.keys(further).map((key) => key.toLowerCase());
  const { simulation } = opinion;
  const guessed = simulation.state === 'present' && simulation.value.missing.some((key) => known.includes(key.toLowerCase()));
  return guessed ? { ...opinion, simulation: absent } : opinion;
};

/** Answers one question about one thing. */
export const answer = <T extends Target>(
  given: Case<T>,
  permission: Permission<T>,
  place: Place,
  more: { readonly policies?: Partial<Policies>; readonly holder?: Denied['holder']; readonly way?: WayIn; readonly standIn?: string | undefined } = {},
): Evaluated => {
  const { asker, target } = given;
  const { scpLevels } = asker.organisation.policies;
  const { rcpLevels } = organisationAt(given, place).policies;
  const policies: Policies = { ...asker.policies, scpLevels, rcpLevels, ...more.policies };
  const about: Denied = {
    principalArn: asker.arn,
    resourceArn: place.resource,
    region: target.region,
    account: target.account,
    ...(asker.boundaryArn !== undefined && { boundaryArn: asker.boundaryArn }),
    ...(more.holder !== undefined && { holder: more.holder }),
    ...(more.standIn !== undefined && { standIn: more.standIn }),
  };
  const opinion = toldAll(opinionOn(given.simulator, permission, { target, resource: place.resource }), given.further);
  return {
    action: permission.action,
    about,
    ...decided(requestOf(given, permission, { ...place, ...(more.way !== undefined && { way: more.way }) }), policies, opinion),
  };
};

/** An answer that was evaluated. */
export type Evaluated = Extract<Answer, { readonly result: EvalResult }>;

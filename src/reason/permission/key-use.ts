import { ENDPOINT_KEY_ACTIONS, ENDPOINT_KEY_SERVICES, useEndpointKey } from '../../data/permissions/endpoint-key.ts';
import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { IamAction } from '../../model/words.ts';
import type { WithKey } from '../applicability.ts';
import type { Answer, PermissionFacts } from './answers.ts';
import { answersFor } from './answers.ts';
import { isDenied, isOpen, notesOf, openBecause } from './judge-answers.ts';
import { neededFor, wantedFor } from './questions.ts';
import { withoutSimulator } from './simulator.ts';

/** What the execution role may do with the endpoint configuration's key. */
export interface KeyUse {
  readonly allowed: readonly IamAction[];
  readonly denied: readonly Answer[];
  /** Why some operations cannot be told. */
  readonly open: readonly Unknown[];
  /** How AWS's simulator disagrees. */
  readonly notes: readonly string[];
}

const NO_USE: KeyUse = { allowed: [], denied: [], open: [], notes: [] };

/** The facts that key use is judged on; the service through which a key is used changes nothing in them. */
export const keyUseNeeds = (target: WithKey) => neededFor(useEndpointKey('sagemaker'), target);
export const keyUseWants = (target: WithKey) => wantedFor(useEndpointKey('sagemaker'), target);

const onlyThrough = (action: IamAction, services: readonly string[]): Unknown =>
  unknown(
    'context',
    `${action} is allowed only through ${services.join(' or ')} (kms:ViaService), and AWS does not say through which service the key of a serverless endpoint is used`,
    {
      missing: ['kms:ViaService'],
    },
  );

type Service = (typeof ENDPOINT_KEY_SERVICES)[number];

const throughOf = (action: IamAction, via: Service, facts: PermissionFacts, target: WithKey): Answer | undefined =>
  answersFor(
    useEndpointKey(via).filter((one) => one.action === action),
    facts,
    target,
  )[0];

const isAllowed = (answer: Answer | undefined): boolean => answer !== undefined && !isDenied(answer);

const useOf = (action: IamAction, facts: PermissionFacts, target: WithKey): KeyUse => {
  const [documentedService, ...others] = ENDPOINT_KEY_SERVICES;
  const documented = throughOf(action, documentedService, facts, target);
  if (documented === undefined) return NO_USE;
  const notes = notesOf([documented]);
  if (isOpen(documented)) return { ...NO_USE, open: openBecause(documented) };
  if (!isDenied(documented)) return { ...NO_USE, allowed: [action], notes };
  // AWS's simulator is asked for SageMaker's own use only: other ways are judged without it.
  const local = withoutSimulator(facts);
  const onlySimulatorDenies = isAllowed(throughOf(action, documentedService, local, target));
  const elsewhere = onlySimulatorDenies ? [] : others.filter((via) => isAllowed(throughOf(action, via, local, target)));
  return elsewhere.length > 0 ? { ...NO_USE, open: [onlyThrough(action, elsewhere)] } : { ...NO_USE, denied: [documented], notes };
};

/** Asks for every operation that SageMaker uses on customer keys, through SageMaker first. */
export const keyUseOf = (facts: PermissionFacts, target: WithKey): KeyUse => {
  const uses = ENDPOINT_KEY_ACTIONS.map((action) => useOf(action, facts, target));
  return {
    allowed: uses.flatMap(({ allowed }) => allowed),
    denied: uses.flatMap(({ denied }) => denied),
    open: uses.flatMap(({ open }) => open),
    notes: uses.flatMap(({ notes }) => notes),
  };
};

import { ENDPOINT_KEY_ACTIONS, ENDPOINT_KEY_SERVICES, useEndpointKey } from '../../data/permissions/endpoint-key.ts';
import type { Unknown } from '../../model/fact.ts';
import { unknown } from '../../model/fact.ts';
import type { IamAction } from '../../model/words.ts';
import type { WithKey } from '../applicability.ts';
import type { Answer, PermissionFacts } from './answers.ts';
import { answersFor } from './answers.ts';
import { isDenied, isOpen, openBecause } from './judge-answers.ts';
import { neededFor, wantedFor } from './questions.ts';

/** What the execution role may do with the endpoint configuration's key. */
export interface KeyUse {
  readonly allowed: readonly IamAction[];
  readonly denied: readonly Answer[];
  /** Why some operations cannot be told. */
  readonly open: readonly Unknown[];
}

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

const useOf = (action: IamAction, facts: PermissionFacts, target: WithKey): KeyUse => {
  const through = ENDPOINT_KEY_SERVICES.map((via) => ({
    via,
    answer: answersFor(
      useEndpointKey(via).filter((one) => one.action === action),
      facts,
      target,
    )[0],
  }));
  const documented = through[0]?.answer;
  if (documented === undefined) return { allowed: [], denied: [], open: [] };
  if (isOpen(documented)) return { allowed: [], denied: [], open: openBecause(documented) };
  if (!isDenied(documented)) return { allowed: [action], denied: [], open: [] };
  const elsewhere = through.filter(({ answer }) => answer !== undefined && !isDenied(answer)).map(({ via }) => via);
  return elsewhere.length > 0 ? { allowed: [], denied: [], open: [onlyThrough(action, elsewhere)] } : { allowed: [], denied: [documented], open: [] };
};

/** Asks for every operation that SageMaker uses on customer keys, through SageMaker first. */
export const keyUseOf = (facts: PermissionFacts, target: WithKey): KeyUse => {
  const uses = ENDPOINT_KEY_ACTIONS.map((action) => useOf(action, facts, target));
  return { allowed: uses.flatMap(({ allowed }) => allowed), denied: uses.flatMap(({ denied }) => denied), open: uses.flatMap(({ open }) => open) };
};

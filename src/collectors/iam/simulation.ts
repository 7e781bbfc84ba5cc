import { homeRegionOfPartition } from '../../aws/home-region.ts';
import { describeOrganization } from '../../aws/operations/organizations.ts';
import type { SimulatedAnswer, SimulatedRequest } from '../../aws/operations/simulation.ts';
import { simulatePrincipalPolicy } from '../../aws/operations/simulation.ts';
import type { Pool, PooledCall } from '../../aws/pool.ts';
import { settled } from '../../aws/refused.ts';
import type { KnownFact } from '../../model/fact.ts';
import { absent, present } from '../../model/fact.ts';
import type { SimulatedKey, SimulatedQuestion } from '../../model/facts/iam.ts';
import { parseArn } from '../../reason/arn.ts';
import type { Collector, NeededPermission } from '../define.ts';
import { iamRegionOf } from './principal.ts';

/** A question with everything that is said of its request. */
interface FullQuestion extends SimulatedQuestion {
  readonly keys: readonly SimulatedKey[];
}

// AWS documents no limits; with more than 20 resources a call has been seen to fail (https://github.com/nccgroup/PMapper/pull/6).
/** Actions per call. */
export const MOST_ACTIONS = 50;
/** Resources per call. */
export const MOST_RESOURCES = 20;

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const chunks = (texts: readonly string[], size: number): readonly (readonly string[])[] =>
  texts.length === 0 ? [] : [texts.slice(0, size), ...chunks(texts.slice(size), size)];

const callsInContext = (questions: readonly FullQuestion[]): readonly PooledCall<FullQuestion, SimulatedRequest>[] => {
  const [first] = questions;
  if (first === undefined) return [];
  const { principalArn, keys } = first;
  const actions = chunks(distinct(questions.map(({ action }) => action)), MOST_ACTIONS);
  const resources = chunks(distinct(questions.map(({ resourceArn }) => resourceArn)), MOST_RESOURCES);
  return actions.flatMap((some) =>
    resources.flatMap((here) => {
      const asked = questions.filter(({ action, resourceArn }) => some.includes(action) && here.includes(resourceArn));
      const pairs = asked.map(({ action, resourceArn }) => ({ action, resourceArn }));
      return asked.length === 0 ? [] : [{ questions: asked, input: { principalArn, context: keys, pairs } }];
    }),
  );
};

const contextKey = ({ keys }: FullQuestion): string => JSON.stringify(keys);

/** One call per principal and context, unless it would be too large. */
const pool: Pool<FullQuestion, SimulatedRequest, readonly SimulatedAnswer[], SimulatedAnswer> = {
  operation: simulatePrincipalPolicy,
  keyOf: ({ principalArn, keys, action, resourceArn }) => JSON.stringify([principalArn, keys, action, resourceArn]),
  laneOf: ({ principalArn }) => principalArn,
  callsFor: (questions) => distinct(questions.map(contextKey)).flatMap((context) => callsInContext(questions.filter((one) => contextKey(one) === context))),
  itemFor: ({ action, resourceArn }, answers) => answers.find((answer) => answer.action === action && answer.resourceArn === resourceArn),
};

/** The organisation of the account, where it is known: guard rails of organisations often ask for it. */
const organizationKeys = (id: string | undefined): readonly SimulatedKey[] =>
  id === undefined ? [] : ['aws:PrincipalOrgID', 'aws:ResourceOrgID'].map((key) => ({ key, type: 'string', values: [id] }));

const byName = (a: SimulatedKey, b: SimulatedKey): number => (a.key < b.key ? -1 : 1);

const factOf = ({ action, resourceArn, context }: SimulatedQuestion, answer: SimulatedAnswer): KnownFact<'iam.simulation'> => {
  const { decision, allowedByOrganizations, allowedByBoundary, matched, missing } = answer;
  return present({
    asked: { action, resourceArn, context },
    decision,
    matched,
    missing,
    ...(allowedByOrganizations !== undefined && { allowedByOrganizations }),
    ...(allowedByBoundary !== undefined && { allowedByBoundary }),
  });
};

const simulating = (principalArn: string | undefined, { partition, account }: { readonly partition: string; readonly account: string }): NeededPermission => {
  const action = 'iam:SimulatePrincipalPolicy';
  if (principalArn !== undefined) return { action, resources: [principalArn] };
  const own = `arn:${partition}:iam::${account}`;
  return { action, resources: [`${own}:role/*`, `${own}:user/*`], because: 'whether the deployer is a role or a user is known only after reading' };
};

/** AWS's own judgement of a permission question. All questions of a run about one principal in one context share a call. */
export const iamSimulation: Collector<'iam.simulation'> = {
  kind: 'iam.simulation',
  operations: [simulatePrincipalPolicy, describeOrganization],
  // How many calls there are is known only of all questions together.
  calls: () => [],
  surcharges: [],
  permissions: ({ principalArn }, place) => [
    simulating(principalArn, place),
    { action: 'organizations:DescribeOrganization', resources: ['*'], because: 'the action has no resource types' },
  ],
  collect: async (question, session) => {
    const partition = parseArn(question.principalArn)?.partition ?? '';
    const organization = await session.call(describeOrganization, homeRegionOfPartition(partition), {});
    const organizationId = organization.state === 'present' ? organization.value.Id : undefined;
    const keys = [...question.principalContext, ...question.context, ...organizationKeys(organizationId)].toSorted(byName);
    const reading = settled(await session.pooled(pool, iamRegionOf(question.principalArn), { ...question, keys }));
    return reading.state === 'absent' ? absent : factOf(question, reading.value);
  },
};

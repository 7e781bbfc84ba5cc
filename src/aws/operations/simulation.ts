import type { Route } from '../operation.ts';
import { answered, defineOperation } from '../operation.ts';
import { drain } from '../pages.ts';

/** A context key of a simulated request. */
interface Key {
  readonly key: string;
  readonly type: 'string' | 'stringList' | 'boolean' | 'numeric';
  readonly values: readonly string[];
}

/** One action on one resource. */
interface SimulatedPair {
  readonly action: string;
  readonly resourceArn: string;
}

/** What one principal asks in one context. AWS answers for every action on every resource; only these pairs are kept. */
export interface SimulatedRequest {
  readonly principalArn: string;
  readonly context: readonly Key[];
  readonly pairs: readonly SimulatedPair[];
}

/** What AWS says of one pair; `organizations` unclear: it speaks of several resources at once, and some of them are denied. */
interface Said extends SimulatedPair {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  readonly organizations: 'allow' | 'deny' | 'unclear' | 'unsaid';
  readonly allowedByBoundary?: boolean;
  readonly matched: readonly { readonly policy: string; readonly type: string; readonly line?: number; readonly column?: number }[];
  readonly missing: readonly string[];
}

/** The simulator's answer to one pair. */
export type SimulatedAnswer = Omit<Said, 'organizations'> & { readonly allowedByOrganizations?: boolean };

interface Position {
  readonly Line?: number | undefined;
  readonly Column?: number | undefined;
}

/** What AWS says alike of an action and of a resource; read leniently, since AWS sends other words than it documents. */
interface Part {
  readonly MatchedStatements?:
    | readonly { readonly SourcePolicyId?: string | undefined; readonly SourcePolicyType?: string | undefined; readonly StartPosition?: Position | undefined }[]
    | undefined;
  readonly MissingContextValues?: readonly string[] | undefined;
  readonly PermissionsBoundaryDecisionDetail?: { readonly AllowedByPermissionsBoundary?: boolean | undefined } | undefined;
}

interface Specific extends Part {
  readonly EvalResourceName: string | undefined;
  readonly EvalResourceDecision: string | undefined;
}

interface Result extends Part {
  readonly EvalActionName: string | undefined;
  readonly EvalDecision: string | undefined;
  readonly OrganizationsDecisionDetail?: { readonly AllowedByOrganizations?: boolean | undefined } | undefined;
  readonly ResourceSpecificResults?: readonly Specific[] | undefined;
}

const DECISIONS = ['allowed', 'explicitDeny', 'implicitDeny'] as const;

const decisionOf = (word: string | undefined): Said['decision'] => {
  const decision = DECISIONS.find((one) => one === word);
  if (decision === undefined) throw new Error(`the simulator decides "${word}", which is none of ${DECISIONS.join(', ')}`);
  return decision;
};

const partOf = ({
  MatchedStatements = [],
  MissingContextValues = [],
  PermissionsBoundaryDecisionDetail,
}: Part): Pick<Said, 'matched' | 'missing' | 'allowedByBoundary'> => {
  const allowedByBoundary = PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary;
  return {
    matched: MatchedStatements.map(({ SourcePolicyId = 'a policy', SourcePolicyType = 'policy', StartPosition }) => ({
      policy: SourcePolicyId,
      type: SourcePolicyType,
      ...(StartPosition?.Line !== undefined && { line: StartPosition.Line }),
      ...(StartPosition?.Column !== undefined && { column: StartPosition.Column }),
    })),
    missing: MissingContextValues,
    ...(allowedByBoundary !== undefined && { allowedByBoundary }),
  };
};

const organizationsIn = ({ OrganizationsDecisionDetail }: Result, resources: number): Said['organizations'] => {
  const allowed = OrganizationsDecisionDetail?.AllowedByOrganizations;
  if (allowed === undefined) return 'unsaid';
  if (allowed) return 'allow';
  return resources === 1 ? 'deny' : 'unclear';
};

/** AWS sums an action up over all resources, under a template of an ARN; what counts stands below, by resource. Alone, the sum is about the one resource. */
const saidIn = (result: Result, resources: readonly string[]): readonly Said[] => {
  const { EvalActionName, EvalDecision, ResourceSpecificResults = [] } = result;
  const action = answered(EvalActionName, 'EvalActionName');
  const organizations = organizationsIn(result, resources.length);
  const [only] = resources;
  if (ResourceSpecificResults.length === 0)
    return only !== undefined && resources.length === 1
      ? [{ action, resourceArn: only, organizations, decision: decisionOf(EvalDecision), ...partOf(result) }]
      : [];
  return ResourceSpecificResults.map((specific) => ({
    action,
    resourceArn: answered(specific.EvalResourceName, 'EvalResourceName'),
    decision: decisionOf(specific.EvalResourceDecision),
    organizations,
    ...partOf(result),
    ...partOf(specific),
  }));
};

const MOST_ITEMS = 1000;

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
const actionsOf = ({ pairs }: SimulatedRequest): readonly string[] => distinct(pairs.map(({ action }) => action));

const askOnce = async (request: SimulatedRequest, route: Route): Promise<readonly Said[]> => {
  const { client, sdk } = await route.clients.open('iam-simulator', route.region);
  const resources = distinct(request.pairs.map(({ resourceArn }) => resourceArn));
  const input = {
    PolicySourceArn: request.principalArn,
    ActionNames: [...actionsOf(request)],
    ResourceArns: [...resources],
    ContextEntries: request.context.map(({ key, type, values }) => ({ ContextKeyName: key, ContextKeyType: type, ContextKeyValues: [...values] })),
    MaxItems: MOST_ITEMS,
  };
  const results = await drain(route, async (marker) => {
    const page = await client.send(new sdk.SimulatePrincipalPolicyCommand({ ...input, Marker: marker }), { abortSignal: route.signal });
    return { items: answered(page.EvaluationResults, 'EvaluationResults'), next: page.IsTruncated === true ? page.Marker : undefined };
  });
  return results.flatMap((result) => saidIn(result, resources));
};

const TOGETHER_REFUSED = /require different authorization information/;

/** AWS names the groups in brackets: `Actions: [a, b] and [c] require different authorization information`. Those it names nowhere are one more. */
const groupsNamedBy = (message: string, actions: readonly string[]): readonly (readonly string[])[] => {
  const named = [...message.matchAll(/\[([^\]]*)\]/g)].map(([, list = '']) => list.split(',').map((name) => name.trim()));
  const groups = actions.map((action) => named.findIndex((names) => names.includes(action)));
  return distinct(groups.map(String)).map((group) => actions.filter((_, index) => String(groups[index]) === group));
};

/** How to ask again after AWS would not take these actions together. Undefined: it refused for another reason. */
const partsAfter = (error: unknown, request: SimulatedRequest): readonly SimulatedRequest[] | undefined => {
  const { message } = error as Error;
  const actions = actionsOf(request);
  if (!TOGETHER_REFUSED.test(message) || actions.length < 2) return undefined;
  const groups = groupsNamedBy(message, actions);
  const parts = groups.length > 1 ? groups : actions.map((action) => [action]);
  return parts.map((part) => ({ ...request, pairs: request.pairs.filter(({ action }) => part.includes(action)) }));
};

const askInTurn = async (requests: readonly SimulatedRequest[], route: Route): Promise<readonly Said[]> => {
  const [first, ...others] = requests;
  return first === undefined ? [] : [...(await simulate(first, route)), ...(await askInTurn(others, route))];
};

const simulate = async (request: SimulatedRequest, route: Route): Promise<readonly Said[]> => {
  try {
    return await askOnce(request, route);
  } catch (error) {
    const parts = partsAfter(error, request);
    if (parts === undefined) throw error;
    // The refused request was one, too.
    route.onPage();
    return askInTurn(parts, route);
  }
};

const isSame = (pair: SimulatedPair, said: SimulatedPair): boolean =>
  pair.action.toLowerCase() === said.action.toLowerCase() && pair.resourceArn === said.resourceArn;

/** Whether it must be asked alone: AWS did not answer it by itself, or organisation policies deny one of several resources and not every pair is denied anyway. */
const isUnclear = (pair: SimulatedPair, said: readonly Said[]): boolean => {
  const own = said.find((one) => isSame(pair, one));
  return own === undefined || (own.organizations === 'unclear' && own.decision !== 'explicitDeny');
};

const askedAlone = (request: SimulatedRequest, pairs: readonly SimulatedPair[]): readonly SimulatedRequest[] =>
  distinct(pairs.map(({ resourceArn }) => resourceArn)).map((arn) => ({ ...request, pairs: pairs.filter(({ resourceArn }) => resourceArn === arn) }));

const answerOf = ({ organizations, ...said }: Said, pair: SimulatedPair): SimulatedAnswer => ({
  ...said,
  ...pair,
  ...(organizations === 'allow' && { allowedByOrganizations: true }),
  ...(organizations === 'deny' && { allowedByOrganizations: false }),
});

/** How AWS's simulator judges a role or user. `CallerArn`, `ResourcePolicy` and `ResourceOwner` are left out: AWS takes them for users with a resource policy only. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export const simulatePrincipalPolicy = defineOperation({
  name: 'iam:SimulatePrincipalPolicy',
  service: 'iam-simulator',
  actions: ['iam:SimulatePrincipalPolicy'],
  absentWhen: [{ name: 'NoSuchEntityException' }, { name: 'NoSuchEntity' }],
  subject: ({ principalArn }: SimulatedRequest) => principalArn,
  send: async (request, route): Promise<readonly SimulatedAnswer[]> => {
    const first = await simulate(request, route);
    const unclear = request.pairs.filter((pair) => isUnclear(pair, first));
    const resources = distinct(request.pairs.map(({ resourceArn }) => resourceArn));
    const alone = resources.length > 1 ? await askInTurn(askedAlone(request, unclear), route) : [];
    return request.pairs.flatMap((pair) => {
      const said = alone.find((one) => isSame(pair, one)) ?? first.find((one) => isSame(pair, one));
      return said === undefined ? [] : [answerOf(said, pair)];
    });
  },
});

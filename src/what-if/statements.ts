import type { SavedFact } from '../model/fact.ts';
import type { AppliedPolicy, IdentityPolicies, Role } from '../model/facts/iam.ts';
import type { PolicySource } from '../model/policy.ts';
import type { Reading } from '../model/reading.ts';
import { present } from '../model/reading.ts';
import type { ChangeOf } from './change.ts';
import type { Edited } from './documents.ts';
import { beginWith, refusalOf, withoutStatement, withStatement } from './documents.ts';
import { endpointsIn, withEndpoint } from './routes.ts';
import type { Applied, Saved } from './saved.ts';
import { fault } from './saved.ts';

type StatementChange = ChangeOf<'add statement'> | ChangeOf<'remove statement'>;

const TRUST = 'trust';
const ADDED = 'what-if';

const edited = (source: PolicySource, change: StatementChange): Edited =>
  change.kind === 'add statement' ? withStatement(source, change.statement) : withoutStatement(source, change);

const keyOf = ({ kind }: StatementChange): string => (kind === 'add statement' ? 'statement' : 'policyOf');

const settled = (facts: Saved, change: StatementChange, { place, result }: { readonly place: SavedFact; readonly result: Edited }): Applied =>
  'problem' in result
    ? fault(keyOf(change), result.problem)
    : { facts: facts.map((saved) => (saved === place ? ({ ...saved, fact: present(result.source) } as SavedFact) : saved)) };

/** A policy that is a fact of its own: of a key, a bucket or a repository. */
const onResource = (
  facts: Saved,
  place: SavedFact,
  { change, blank }: { readonly change: StatementChange; readonly blank: Omit<PolicySource, 'text'> },
): Applied => {
  const { fact } = place as { readonly fact: Reading<PolicySource> };
  if (fact.state === 'unknown') return fault('policyOf', `the policy of ${change.policyOf} could not be read, so it cannot be changed: ${fact.message}`);
  if (fact.state === 'present') return settled(facts, change, { place, result: edited(fact.value, change) });
  return change.kind === 'add statement'
    ? settled(facts, change, { place, result: beginWith(blank, change.statement) })
    : fault('policyOf', `${change.policyOf} has no policy, so there is no statement to remove`);
};

type Params = Readonly<Record<string, unknown>>;

const bucketIn = (reference: string): string => reference.replace(/^(?:arn:[^:]+:s3:::|s3:\/\/)/, '').split('/')[0] ?? reference;

const repositoryIn = (reference: string): string =>
  reference.split(':repository/')[1] ?? reference.replace(/^\d{12}\.dkr\.ecr\.[^/]+\//, '').replace(/[:@].*$/, '');

interface Holder {
  readonly fact: SavedFact['kind'];
  readonly policy: PolicySource['kind'];
  /** Whether the fact is about what the change names. */
  readonly isNamed: (params: Params, reference: string) => boolean;
}

const HOLDERS: readonly Holder[] = [
  {
    fact: 'kms.keyPolicy',
    policy: 'key',
    isNamed: ({ keyArn }, reference) => keyArn === reference || String(keyArn).endsWith(`:key/${reference}`),
  },
  { fact: 's3.bucketPolicy', policy: 'bucket', isNamed: ({ bucket }, reference) => bucket === bucketIn(reference) },
  { fact: 'ecr.repositoryPolicy', policy: 'repository', isNamed: ({ repository }, reference) => repository === repositoryIn(reference) },
];

const changeResource = (facts: Saved, change: StatementChange): Applied | undefined => {
  const { policyOf } = change;
  const found = HOLDERS.flatMap((holder) =>
    facts.flatMap((place) => (place.kind === holder.fact && holder.isNamed(place.params, policyOf) ? [{ holder, place }] : [])),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const { holder, place } = first;
  return onResource(facts, place, { change, blank: { kind: holder.policy, name: policyOf, ...(policyOf.startsWith('arn:') && { arn: policyOf }) } });
};

const changeEndpoint = (facts: Saved, change: StatementChange): Applied | undefined => {
  const endpoint = endpointsIn(facts).find(({ id, arn }) => id === change.policyOf || arn === change.policyOf);
  if (endpoint === undefined) return undefined;
  const { policy, id } = endpoint;
  if (policy === undefined) return fault('policyOf', `${id} has no policy of its own and lets everything through — use set: endpoint-policy`);
  const result = edited(policy, change);
  if ('problem' in result) return fault(keyOf(change), result.problem);
  return { facts: withEndpoint(facts, id, (one) => ({ ...one, policy: result.source })) };
};

/** AWS's simulator was asked about the policies as they are: what it said no longer counts for a principal whose policies change. */
const withoutSimulations = (facts: Saved, principalArn: string): Saved =>
  facts.filter(({ kind, params }) => kind !== 'iam.simulation' || params['principalArn'] !== principalArn);

const named = (arn: string, reference: string): boolean => arn === reference || arn.endsWith(`/${reference}`);

const documentsIn = ({ policies, boundary }: IdentityPolicies): readonly string[] => [
  ...policies.map(({ name }) => name),
  ...(boundary.state === 'present' ? [boundary.value.arn] : []),
];

const editApplied = (applied: AppliedPolicy, change: ChangeOf<'remove statement'>): AppliedPolicy | { readonly problem: string } => {
  if (applied.document.state !== 'present') return { problem: `${applied.name} could not be read` };
  const result = withoutStatement(applied.document.value, change);
  return 'problem' in result ? result : { ...applied, document: present(result.source) };
};

const removeFrom = (identity: IdentityPolicies, change: ChangeOf<'remove statement'>): IdentityPolicies | { readonly problem: string } => {
  const candidates = identity.policies.filter(({ name }) => change.policy === undefined || name === change.policy);
  const tried = candidates.map((applied) => ({ applied, result: editApplied(applied, change) }));
  const hits = tried.filter(({ result }) => !('problem' in result));
  const [hit, second] = hits;
  if (second !== undefined)
    return { problem: `several policies have such a statement (${hits.map(({ applied }) => applied.name).join(', ')}) — name one of them: policy: …` };
  if (hit === undefined)
    return {
      problem:
        tried.map(({ result }) => ('problem' in result ? result.problem : '')).join('; ') ||
        `${change.policyOf} has no policy ${change.policy ?? ''}; it has ${documentsIn(identity).join(', ') || 'none'}`,
    };
  return { ...identity, policies: identity.policies.map((applied) => (applied === hit.applied ? (hit.result as AppliedPolicy) : applied)) };
};

const addTo = (identity: IdentityPolicies, { statement }: ChangeOf<'add statement'>): IdentityPolicies | { readonly problem: string } => {
  const result = beginWith({ kind: 'inline', name: ADDED }, statement);
  if ('problem' in result) return result;
  return { ...identity, policies: [...identity.policies, { kind: 'inline', name: ADDED, document: present(result.source) }] };
};

const changeIdentity = (facts: Saved, change: StatementChange): Applied | undefined => {
  const place = facts.find(
    ({ kind, params }) => ['iam.rolePolicies', 'iam.userPolicies'].includes(kind) && named(String(params['roleArn'] ?? params['userArn']), change.policyOf),
  );
  if (place === undefined) return undefined;
  const { fact } = place as { readonly fact: Reading<IdentityPolicies> };
  if (fact.state !== 'present')
    return fault(
      'policyOf',
      `the policies of ${change.policyOf} are not known, so they cannot be changed${fact.state === 'unknown' ? `: ${fact.message}` : ''}`,
    );
  const result = change.kind === 'add statement' ? addTo(fact.value, change) : removeFrom(fact.value, change);
  if ('problem' in result) return fault(keyOf(change), result.problem);
  return {
    facts: withoutSimulations(
      facts.map((saved) => (saved === place ? ({ ...saved, fact: present(result) } as SavedFact) : saved)),
      fact.value.principalArn,
    ),
  };
};

const changeTrust = (facts: Saved, change: StatementChange): Applied | undefined => {
  if (change.policy !== TRUST) return undefined;
  const place = facts.find(({ kind, params }) => kind === 'iam.role' && named(String(params['roleArn']), change.policyOf));
  const { fact } = (place ?? {}) as { readonly fact?: Reading<Role> };
  if (place === undefined || fact?.state !== 'present') return fault('policyOf', `the facts hold no trust policy of ${change.policyOf}`);
  const result = edited(fact.value.trust, change);
  if ('problem' in result) return fault(keyOf(change), result.problem);
  const role = { ...fact.value, trust: result.source };
  return { facts: facts.map((saved) => (saved === place ? ({ ...saved, fact: present(role) } as SavedFact) : saved)) };
};

const HELD: readonly (readonly [SavedFact['kind'], string])[] = [
  ['iam.rolePolicies', 'roleArn'],
  ['iam.userPolicies', 'userArn'],
  ['kms.keyPolicy', 'keyArn'],
  ['s3.bucketPolicy', 'bucket'],
  ['ecr.repositoryPolicy', 'repository'],
];

const holdersIn = (facts: Saved): readonly string[] => [
  ...new Set([
    ...HELD.flatMap(([kind, key]) => facts.flatMap((saved) => (saved.kind === kind ? [String(saved.params[key])] : []))),
    ...endpointsIn(facts).map(({ id }) => id),
  ]),
];

const nobody = (facts: Saved, { policyOf }: StatementChange): Applied =>
  fault('policyOf', `the facts hold no policy of ${policyOf}; they hold those of ${holdersIn(facts).join(', ') || 'nothing'}`);

/** Adds a statement to a policy, or removes one; a principal gets it as an inline policy of its own. */
export const changeStatement = (facts: Saved, change: StatementChange): Applied => {
  if (change.kind === 'remove statement' && (change.sid === undefined) === (change.position === undefined))
    return fault('policyOf', 'say which statement: by its sid, or by its position (the first is 1)');
  return changeTrust(facts, change) ?? changeEndpoint(facts, change) ?? changeResource(facts, change) ?? changeIdentity(facts, change) ?? nobody(facts, change);
};

/** Gives an endpoint another policy. */
export const setEndpointPolicy = (facts: Saved, { endpoint, policy }: ChangeOf<'set endpoint-policy'>): Applied => {
  const source: PolicySource = { kind: 'vpc-endpoint', name: endpoint, text: typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2) };
  const refusal = refusalOf(source);
  if (refusal !== undefined) return fault('policy', `AWS would refuse this policy: ${refusal}`);
  return { facts: withEndpoint(facts, endpoint, (one) => ({ ...one, policy: source })) };
};

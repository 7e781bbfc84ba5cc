import { absent } from '../src/model/fact.ts';
import type { KeyGrant } from '../src/model/facts/kms.ts';
import type { PolicyKind, PolicySource } from '../src/model/policy.ts';
import type { IamDecision } from '../src/model/trace.ts';
import { evaluate } from '../src/reason/iam/evaluate.ts';
import { principalOf } from '../src/reason/iam/principal.ts';
import type { ContextValue, EvalRequest, EvalResult, Policies, Principal } from '../src/reason/iam/types.ts';

/** A file of cases, one JSON object a line. */
export interface VectorFile {
  readonly file: string;
  readonly text: string;
}

/** A grant as ListGrants writes it. */
interface GrantDocument {
  readonly GrantId?: string;
  readonly GranteePrincipal?: string;
  readonly GranteeServicePrincipal?: string;
  readonly Operations?: readonly string[];
  readonly Constraints?: {
    readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
    readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
    readonly SourceArn?: string;
  };
}

/** One case: a request, the policies as JSON objects, and the decision that AWS's documentation promises. */
export interface Vector {
  readonly id: string;
  readonly name?: string;
  readonly request: {
    readonly principal: string;
    readonly action: string;
    readonly resource: { readonly resource: string; readonly accountId?: string };
    readonly context?: Readonly<Record<string, unknown>>;
    readonly principalInManagementAccount?: boolean;
    readonly resourceInManagementAccount?: boolean;
    readonly awsManagedKey?: boolean;
    readonly endpointType?: 'gateway' | 'interface';
    readonly encryptionContext?: Readonly<Record<string, string>>;
  };
  readonly policies: {
    readonly identity?: readonly unknown[];
    readonly boundary?: readonly unknown[] | null;
    readonly session?: readonly unknown[] | null;
    readonly scpLevels?: readonly (readonly unknown[])[];
    readonly rcpLevels?: readonly (readonly unknown[])[];
    readonly resourcePolicy?: unknown;
    readonly vpce?: readonly unknown[] | null;
    readonly kmsGrants?: readonly GrantDocument[] | null;
  };
  readonly expected: IamDecision;
}

const RESOURCE_KINDS: ReadonlyMap<string, PolicyKind> = new Map<string, PolicyKind>([
  ['s3', 'bucket'],
  ['kms', 'key'],
  ['sts', 'trust'],
  ['ecr', 'repository'],
]);

const sourceOf = (document: unknown, kind: PolicyKind, name: string): PolicySource =>
  Object.freeze({ kind, name, text: typeof document === 'string' ? document : JSON.stringify(document, null, 2) });

const sourcesOf = (documents: readonly unknown[], kind: PolicyKind, name: string): readonly PolicySource[] =>
  documents.map((document, index) => sourceOf(document, kind, `${name} ${index}`));

const grantOf = ({ GrantId, GranteePrincipal, GranteeServicePrincipal, Operations, Constraints }: GrantDocument, index: number): KeyGrant => ({
  grantId: GrantId ?? `grant ${index}`,
  granteePrincipal: GranteePrincipal ?? GranteeServicePrincipal ?? '',
  operations: Operations ?? [],
  ...(Constraints?.EncryptionContextEquals && { encryptionContextEquals: Constraints.EncryptionContextEquals }),
  ...(Constraints?.EncryptionContextSubset && { encryptionContextSubset: Constraints.EncryptionContextSubset }),
  ...(Constraints?.SourceArn !== undefined && { sourceArn: Constraints.SourceArn }),
});

/** There is at most one boundary; an empty list is none. */
const boundaryOf = (documents: readonly unknown[]): Pick<Policies, 'boundary'> =>
  documents.length === 0 ? {} : { boundary: sourceOf(documents[0], 'boundary', 'boundary') };

const resourcePolicyOf = (document: unknown, action: string): PolicySource =>
  sourceOf(document, RESOURCE_KINDS.get(action.split(':')[0]?.toLowerCase() ?? '') ?? 'resource', 'resource policy');

const policiesOf = ({ request, policies }: Vector): Policies => ({
  identity: sourcesOf(policies.identity ?? [], 'inline', 'identity'),
  scpLevels: (policies.scpLevels ?? []).map((level, index) => sourcesOf(level, 'scp', `scp ${index}`)),
  rcpLevels: (policies.rcpLevels ?? []).map((level, index) => sourcesOf(level, 'rcp', `rcp ${index}`)),
  ...boundaryOf(policies.boundary ?? []),
  ...(policies.session && { session: sourcesOf(policies.session, 'session', 'session') }),
  ...(policies.resourcePolicy !== undefined && policies.resourcePolicy !== null && { resource: resourcePolicyOf(policies.resourcePolicy, request.action) }),
  ...(policies.vpce && { endpoint: { type: request.endpointType ?? 'interface', policies: sourcesOf(policies.vpce, 'vpc-endpoint', 'endpoint') } }),
  ...(policies.kmsGrants && { grants: policies.kmsGrants.map(grantOf) }),
});

const contextValue = (value: unknown): ContextValue => {
  if (Array.isArray(value)) return value.map(String);
  return value === null ? absent : String(value);
};

const FEDERATED_USER = /^arn:([^:]+):sts::(\d+):federated-user\/(.+)$/;

const principalIn = ({ principal, principalInManagementAccount }: Vector['request']): Principal | undefined => {
  // The cases name the federated user like the user who asked for its credentials.
  const [, partition, account, name] = FEDERATED_USER.exec(principal) ?? [];
  return principalOf(principal, {
    inManagementAccount: principalInManagementAccount ?? false,
    ...(name !== undefined && { userArn: `arn:${partition}:iam::${account}:user/${name}` }),
  });
};

const requestOf = ({ request }: Vector, principal: Principal): EvalRequest => ({
  principal,
  action: request.action,
  resource: request.resource.resource,
  ...(request.resource.accountId !== undefined && { resourceAccount: request.resource.accountId }),
  context: Object.fromEntries(Object.entries(request.context ?? {}).map(([key, value]) => [key, contextValue(value)])),
  ...(request.encryptionContext !== undefined && { encryptionContext: request.encryptionContext }),
  ...(request.awsManagedKey !== undefined && { awsManagedKey: request.awsManagedKey }),
  ...(request.resourceInManagementAccount !== undefined && { resourceInManagementAccount: request.resourceInManagementAccount }),
});

/** Evaluates one case; undefined: its principal is none that is known. */
export const evaluateVector = (vector: Vector): EvalResult | undefined => {
  const principal = principalIn(vector.request);
  return principal && evaluate(requestOf(vector, principal), policiesOf(vector));
};

const DECISIONS: ReadonlySet<unknown> = new Set(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied', 'Unknown']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isVector = (value: unknown): value is Vector => {
  if (!isObject(value) || !isObject(value['request']) || !isObject(value['policies'])) return false;
  const { principal, action, resource } = value['request'];
  const named = typeof principal === 'string' && typeof action === 'string' && isObject(resource) && typeof resource['resource'] === 'string';
  return named && DECISIONS.has(value['expected']);
};

type ReadLine = { readonly vector: Vector } | { readonly problem: string };

const readLine = (line: string, place: string): ReadLine => {
  try {
    const value: unknown = JSON.parse(line);
    return isVector(value)
      ? { vector: value }
      : { problem: `${place}: not a case: id, request {principal, action, resource {resource}}, policies and expected are needed` };
  } catch (error) {
    return { problem: `${place}: ${error instanceof Error ? error.message : String(error)}` };
  }
};

/** Reads the cases of a file, one a line; empty lines are passed over. */
export const readVectors = ({ file, text }: VectorFile): readonly ReadLine[] =>
  text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`)]));

const missOf = (vector: Vector): readonly string[] => {
  const result = evaluateVector(vector);
  const got = result?.decision ?? `no principal that IAM knows: ${vector.request.principal}`;
  if (got === vector.expected) return [];
  const causes = result === undefined ? [] : [...result.missing, ...result.unread.map(({ message }) => message), result.trace.message];
  const why = causes.filter((cause) => cause !== '').join('; ');
  return [`${vector.id} ${vector.name ?? ''}: expected ${vector.expected}, got ${got}${why === '' ? '' : ` (${why})`}`];
};

/** How cases came out; one line for each miss. */
export interface Outcome {
  readonly passed: number;
  readonly misses: readonly string[];
}

/** Runs all cases of some files, or names the first line that cannot be read. */
export const runVectors = (files: readonly VectorFile[]): Outcome | { readonly problem: string } => {
  const lines = files.flatMap(readVectors);
  const problem = lines.find((line) => 'problem' in line);
  if (problem !== undefined) return problem;
  const vectors = lines.flatMap((line) => ('vector' in line ? [line.vector] : []));
  const misses = vectors.flatMap(missOf);
  return { passed: vectors.length - misses.length, misses };
};

import type { PolicyStatement } from '../model/policy.ts';
import type { RunPermissions } from './permissions.ts';

/** A policy that narrows a role's session to what a run reads. */
export interface SessionPolicy {
  /** JSON without blanks. */
  readonly text: string;
  /** What had to be left wide, although the run names what it reads: as the end of a sentence; undefined: nothing. */
  readonly wider?: string;
}

/** Characters of a session policy. Source: Policy, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const LONGEST = 2048;

const textOf = (statements: readonly PolicyStatement[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });

const withoutSid = ({ Sid: _, ...statement }: PolicyStatement): PolicyStatement => statement;

const actionsOf = ({ Action }: PolicyStatement): readonly string[] => [Action].flat();
const resourcesOf = ({ Resource = [] }: PolicyStatement): readonly string[] => [Resource].flat();

const onAnything = (statements: readonly PolicyStatement[]): readonly PolicyStatement[] =>
  statements.length === 0 ? [] : [{ Effect: 'Allow', Action: [...new Set(statements.flatMap(actionsOf))].sort(), Resource: '*' }];

const isOnAnything = (statement: PolicyStatement): boolean => resourcesOf(statement).includes('*');
const isOnKinds = (statement: PolicyStatement): boolean => resourcesOf(statement).every((resource) => resource.includes('*'));
const isOfBuckets = (statement: PolicyStatement): boolean => actionsOf(statement).every((action) => action.startsWith('s3:'));

/** How much is lost with a statement's resources: least where they are as wide as a kind of thing, most where they are what lies in buckets. */
const worthOf = (statement: PolicyStatement): number => {
  if (isOnAnything(statement)) return 0;
  if (isOnKinds(statement)) return 1;
  return isOfBuckets(statement) ? 3 : 2;
};

const byWorth = (a: PolicyStatement, b: PolicyStatement): number => worthOf(a) - worthOf(b) || textOf([b]).length - textOf([a]).length;

const servicesOf = (statements: readonly PolicyStatement[]): readonly string[] => [
  ...new Set(statements.flatMap(actionsOf).map((action) => action.slice(0, action.indexOf(':')))),
];

/** The policy without the resources of its first so many statements. */
const widened = (statements: readonly PolicyStatement[], count: number): SessionPolicy => {
  const [wide, narrow] = [statements.slice(0, count), statements.slice(count)];
  const named = servicesOf(wide.filter((statement) => !isOnKinds(statement)));
  return { text: textOf([...narrow, ...onAnything(wide)]), ...(named.length > 0 && { wider: `what it may read of ${named.join(', ')} is not` }) };
};

const endsOf = (policies: readonly SessionPolicy[]): readonly SessionPolicy[] => [...new Set([...policies.slice(0, 1), ...policies.slice(-1)])];

/**
 * The session policies that hold the actions of a run and no others: the narrowest in resources that is short enough, and the shortest, should AWS
 * find the first too large. None: not even the actions alone are short enough.
 */
export const sessionPolicies = ({ policy }: RunPermissions): readonly SessionPolicy[] => {
  const statements = policy.Statement.map(withoutSid).toSorted(byWorth);
  const free = statements.filter(isOnAnything).length;
  const forms = Array.from({ length: statements.length - free + 1 }, (_, more) => widened(statements, free + more));
  return endsOf(forms.filter(({ text }) => text.length <= LONGEST));
};

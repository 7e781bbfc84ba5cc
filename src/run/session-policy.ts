import type { PolicyStatement } from '../model/policy.ts';
import type { RunPermissions } from './permissions.ts';

/** A policy that narrows a role's session to what a run reads. */
export interface SessionPolicy {
  /** JSON without blanks. */
  readonly text: string;
  /** What was left out to make it fit; undefined: nothing. */
  readonly wider?: string;
}

/** Characters of a session policy. Source: Policy, https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const LONGEST = 2048;

const textOf = (statements: readonly PolicyStatement[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });

const withoutSid = ({ Sid: _, ...statement }: PolicyStatement): PolicyStatement => statement;

const actionsOf = ({ Action }: PolicyStatement): readonly string[] => [Action ?? []].flat();

const onAnything = (statements: readonly PolicyStatement[]): readonly PolicyStatement[] =>
  statements.length === 0 ? [] : [{ Effect: 'Allow', Action: [...new Set(statements.flatMap(actionsOf))].sort(), Resource: '*' }];

/** What lies in buckets is what must not be read by the way; the rest describes. */
const isOfObjects = (statement: PolicyStatement): boolean => actionsOf(statement).every((action) => action.startsWith('s3:'));

const formsOf = (statements: readonly PolicyStatement[]): readonly SessionPolicy[] => [
  { text: textOf(statements) },
  {
    text: textOf([...statements.filter(isOfObjects), ...onAnything(statements.filter((statement) => !isOfObjects(statement)))]),
    wider: 'the resources of all but S3 were left out',
  },
  { text: textOf(onAnything(statements)), wider: 'the resources were left out' },
];

/** The session policies that hold what a run reads and nothing else, the narrowest first: those that are short enough. None: not even the actions alone are. */
export const sessionPolicies = ({ policy }: RunPermissions): readonly SessionPolicy[] =>
  formsOf(policy.Statement.map(withoutSid)).filter(({ text }) => text.length <= LONGEST);

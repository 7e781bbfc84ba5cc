import type { Unknown } from '../../model/fact.ts';
import type { PolicySource } from '../../model/policy.ts';
import { actionFault } from './action.ts';
import type { ConditionTest } from './condition.ts';
import { mayHoldSeveral } from './context-keys.ts';
import type { PrincipalElement } from './principal-element.ts';
import { resourceFault } from './resource.ts';
import type { Statement } from './statement-shape.ts';

type Parts = Pick<Statement, 'index' | 'action' | 'resource' | 'principal' | 'conditions'>;

const UNIQUE_ID = /^(?:AROA|AIDA)[A-Z0-9]{8,}$/;

const aboutActions = ({ action }: Parts): readonly string[] => {
  const faults = (action?.texts ?? []).map(actionFault).filter((fault) => fault !== undefined);
  return action?.texts.includes('*:*') ? [...faults, 'the action "*:*" is documented nowhere; it is read as "*"'] : faults;
};

const aboutResources = ({ resource }: Parts): readonly string[] =>
  resource?.kind !== 'listed'
    ? []
    : resource.texts.flatMap((text) => {
        const fault = resourceFault(text);
        if (fault === 'no-arn') return [`the resource ${JSON.stringify(text)} is neither an ARN nor "*", so it matches nothing`];
        return fault === 'short-arn' ? [`the resource ${JSON.stringify(text)} has fewer than the six fields of an ARN`] : [];
      });

const aboutEntries = ({ entries }: PrincipalElement): readonly string[] =>
  entries.flatMap(({ text }) => {
    if (UNIQUE_ID.test(text)) return [`the principal ${text} is the id of a role or user that was deleted`];
    return text !== '*' && /[*?]/.test(text) ? [`the principal ${JSON.stringify(text)} has a wildcard, so it matches nobody`] : [];
  });

const ACCOUNT = /^\d{12}$|:root$|^\*$/;

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
const aboutChain = ({ negated, entries }: PrincipalElement): readonly string[] =>
  negated && entries.every(({ type, text }) => type === 'AWS' && !ACCOUNT.test(text))
    ? ['its NotPrincipal lists no account; AWS wants account, role and session listed together, and may reach the caller otherwise']
    : [];

const aboutPrincipals = ({ principal }: Parts): readonly string[] => {
  if (principal === 'none') return ['it names no principal, so it matches nobody'];
  return typeof principal === 'object' ? [...aboutEntries(principal), ...aboutChain(principal)] : [];
};

const aboutCondition = (test: ConditionTest): readonly string[] => {
  if (test.use.kind === 'null') return [];
  const notes: string[] = [];
  const hasVariables = test.values.some(({ template }) => template.variables.length > 0);
  if (test.use.operator.name === 'bool' && hasVariables) notes.push('a policy variable in Bool: AWS pages disagree whether it is filled in');
  if (test.values.some(({ fixed }) => fixed !== undefined && fixed.test === undefined))
    notes.push(`a value of ${test.keyText} is not of the type of ${test.operator}`);
  if (test.use.set === 'none' && mayHoldSeveral(test.key) && test.key.startsWith('aws:'))
    notes.push(`${test.keyText} may hold several values, and ${test.operator} matches at most one`);
  return notes;
};

/** What is odd about a statement, each note with the policy's name and the statement's index. */
export const statementNotes = (parts: Parts, source: PolicySource, doubt: Unknown | undefined): readonly string[] => {
  const odd = [...aboutActions(parts), ...aboutResources(parts), ...aboutPrincipals(parts), ...parts.conditions.flatMap(aboutCondition)];
  const notes = odd.map((note) => `${source.name}, statement ${parts.index}: ${note}`);
  return doubt === undefined ? notes : [doubt.message, ...notes];
};

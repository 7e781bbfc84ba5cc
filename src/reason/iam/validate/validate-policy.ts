import type { PolicySource } from '../../../model/policy.ts';
import { type LooseEdit, type LooseJson, looselyRead, offsetBefore } from '../../json-loose.ts';
import { positionsIn } from '../../json-position.ts';
import { type JsonTree, readJson } from '../../json-tree.ts';
import type { IamMetadata } from '../metadata.ts';
import { acrossStatements } from './across-statements.ts';
import { ACTION_CHECKS } from './actions.ts';
import { bucketLevels } from './bucket-level.ts';
import { conditions } from './conditions.ts';
import { isAbsence, readDocument } from './document.ts';
import { ELEMENT_CHECKS } from './elements.ts';
import { fit } from './fit.ts';
import { metadataChecks } from './metadata.ts';
import { placeholders } from './placeholders.ts';
import { principals } from './principals.ts';
import { type Finding, finding, type PolicyProblem, type ProblemSeverity, SEVERITIES, type ValidationMode } from './problem.ts';
import { resources } from './resources.ts';
import { characterProblems, sizeProblems } from './size.ts';
import type { StatementCheck } from './statement.ts';
import { variables } from './variables.ts';

export type { PolicyProblem, PolicyProblemCode, ValidationMode } from './problem.ts';

const STATEMENT_CHECKS: readonly StatementCheck[] = [
  ...ELEMENT_CHECKS,
  ...ACTION_CHECKS,
  placeholders,
  resources,
  fit,
  bucketLevels,
  principals,
  conditions,
  variables,
];

/** What AWS documents of an action's resources repeats what is known of one that has none. */
const saidOnce = (findings: readonly Finding[]): readonly Finding[] => {
  const without = new Set(findings.filter(({ code }) => code === 'action-needs-any-resource').map(({ pointer }) => pointer));
  return findings.filter(({ code, pointer }) => !(code === 'action-on-other-type' && without.has(pointer)));
};

const findingsInTree = (source: PolicySource, tree: JsonTree, metadata: IamMetadata | undefined): readonly Finding[] => {
  const { findings, statements } = readDocument(source, tree);
  const checks = metadata === undefined ? STATEMENT_CHECKS : [...STATEMENT_CHECKS, ...metadataChecks(metadata)];
  const breaksOff = tree.faults.some(({ kind }) => kind === 'syntax' || kind === 'unclosed');
  const all = [...findings, ...statements.flatMap((statement) => checks.flatMap((check) => check(statement))), ...acrossStatements(statements)];
  return saidOnce(all).filter((found) => !(breaksOff && isAbsence(found)));
};

const LOOSE_CODES = { spelling: 'not-json', 'missing-comma': 'not-json', 'missing-array': 'array-missing' } as const;

const looseFinding = ({ kind, start, message }: LooseEdit): Finding =>
  finding(LOOSE_CODES[kind], { pointer: '', offset: start }, { message: `not JSON: ${message}` });

/** What is wrong with text that is nearly JSON: where it leaves the grammar, and what is wrong with what it means. */
const findingsInLoose = (source: PolicySource, { text, tree, edits }: LooseJson, metadata: IamMetadata | undefined): readonly Finding[] => {
  const before = offsetBefore(edits);
  const inside = findingsInTree({ ...source, text }, tree, metadata);
  return [...edits.filter(({ now }) => now !== ']').map(looseFinding), ...inside.map((found) => ({ ...found, offset: before(found.offset) }))];
};

/** A request's parameter, or a line of YAML: nothing that any mend makes a policy of. */
const FRAGMENT = /^\s*([A-Za-z]\w{0,60})\s*:/;

const fragmentFinding = ({ text }: PolicySource): readonly Finding[] => {
  const [, name] = FRAGMENT.exec(text) ?? [];
  const message = `this is no policy: it begins with "${name}:", as part of a request or of a configuration does — sageready lint reads descriptions`;
  return name === undefined ? [] : [finding('not-json', { pointer: '', offset: 0 }, { message })];
};

/** What is wrong with a document, in no order and without severity. */
export const findingsIn = (source: PolicySource, metadata?: IamMetadata): readonly Finding[] => {
  const tree = readJson(source.text);
  const fragment = tree.root === undefined ? fragmentFinding(source) : [];
  if (fragment.length > 0) return fragment;
  const loose = looselyRead(source.text, tree);
  const findings = loose === undefined ? findingsInTree(source, tree, metadata) : findingsInLoose(source, loose, metadata);
  return [...sizeProblems(source), ...characterProblems(source), ...findings];
};

const severityOf = ({ code }: Finding, mode: ValidationMode): ProblemSeverity | undefined => {
  const severities: { readonly authored: ProblemSeverity; readonly stored?: ProblemSeverity } = SEVERITIES[code];
  return severities[mode];
};

/**
 * What is wrong with a policy document, in the order of the text. `authored` is strict: what AWS refuses, or keeps but never applies, is an error.
 * `stored` is lenient: AWS kept the document, so only what can never match is told, as warnings.
 * `metadata`: what AWS documents of its services; with it, misspelt actions and keys are told too, as warnings. Never throws, whatever the text.
 */
export const validatePolicy = (source: PolicySource, mode: ValidationMode, metadata?: IamMetadata): readonly PolicyProblem[] => {
  const position = positionsIn(source.text);
  return [...findingsIn(source, metadata)]
    .sort((a, b) => a.offset - b.offset)
    .flatMap((found) => {
      const { offset, ...problem } = found;
      const severity = severityOf(found, mode);
      return severity === undefined ? [] : [{ ...problem, severity, ...position(offset) }];
    });
};

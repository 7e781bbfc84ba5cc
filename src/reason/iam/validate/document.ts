import type { PolicySource } from '../../../model/policy.ts';
import type { JsonFault, JsonTree } from '../../json-tree.ts';
import { nearest } from '../../nearest.ts';
import { duplicateKeys } from './elements.ts';
import { DOCUMENT_ELEMENTS, GRAMMARS } from './grammar.ts';
import { itemsOf, type MemberPlace, membersOf, type Place, textOf } from './place.ts';
import { type Finding, finding, quote } from './problem.ts';
import { readStatement, type Statement } from './statement.ts';

const FAULT_CODES = { 'trailing-comma': 'trailing-comma', 'several-values': 'array-missing', unclosed: 'not-json', syntax: 'not-json' } as const;

const faultFinding = ({ kind, offset, message }: JsonFault): Finding =>
  finding(
    FAULT_CODES[kind],
    { pointer: '', offset },
    { message: kind === 'several-values' ? `${message}: AWS takes one policy, and its statements in one array` : `not JSON: ${message}` },
  );

/** A document and what is wrong with it as a whole; its statements are read even where the document around them is missing. */
export interface ReadDocument {
  readonly findings: readonly Finding[];
  readonly statements: readonly Statement[];
}

const CURRENT = '2012-10-17';
const OLD = '2008-10-17';

const noVersion = (source: PolicySource, root: Place): Finding => {
  const refused = GRAMMARS[source.kind].version === 'current';
  const message = `there is no Version, so AWS reads the language of ${OLD}, without variables${refused ? ', and refuses it for new policies of this kind' : ''}`;
  return finding(refused ? 'missing-version' : 'version-defaults', root, { message, suggestion: CURRENT });
};

const versionProblems = (source: PolicySource, root: Place, version: MemberPlace | undefined): readonly Finding[] => {
  if (version === undefined) return [noVersion(source, root)];
  const text = textOf(version);
  if (text !== CURRENT && text !== OLD) return [finding('invalid-version', version, { message: `Version is "${CURRENT}" or "${OLD}"`, suggestion: CURRENT })];
  const refused = text === OLD && GRAMMARS[source.kind].version === 'current';
  return refused ? [finding('old-version', version, { message: `AWS refuses new policies of this kind in version ${OLD}`, suggestion: CURRENT })] : [];
};

const elementProblems = (members: readonly MemberPlace[]): readonly Finding[] =>
  members
    .filter(({ key }) => !DOCUMENT_ELEMENTS.some((element) => element === key))
    .map(({ key, keySpot }) => {
      const meant = nearest(key, DOCUMENT_ELEMENTS);
      return finding('unknown-element', keySpot, {
        message: `a policy has no element ${quote(key)}${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
        suggestion: meant,
      });
    });

const memberMeaning = (members: readonly MemberPlace[], element: string): MemberPlace | undefined =>
  members.find(({ key }) => key === element) ?? members.find(({ key }) => nearest(key, DOCUMENT_ELEMENTS) === element);

const statementProblems = (root: Place, statement: MemberPlace | undefined): readonly Finding[] => {
  if (statement === undefined) return [finding('missing-statement', root, { message: 'the policy has no Statement' })];
  const items = itemsOf(statement);
  if (items.length === 0) return [finding('missing-statement', statement, { message: 'the list of statements is empty' })];
  return items.filter(({ node }) => node.kind !== 'object').map((item) => finding('wrong-type', item, { message: 'a statement must be an object' }));
};

const wholeDocument = (source: PolicySource, root: Place): ReadDocument => {
  const members = membersOf(root);
  const version = memberMeaning(members, 'Version');
  const statement = memberMeaning(members, 'Statement');
  const variables = textOf(version) === CURRENT ? 'substituted' : 'literal';
  const objects = itemsOf(statement).filter(({ node }) => node.kind === 'object');
  return {
    findings: [...versionProblems(source, root, version), ...elementProblems(members), ...duplicateKeys(root), ...statementProblems(root, statement)],
    statements: objects.map((place) => readStatement(source, place, variables)),
  };
};

/** What every statement has, and no document. */
const isStatement = (place: Place): boolean => {
  const keys = membersOf(place).map(({ key }) => key);
  return !keys.includes('Statement') && keys.some((key) => ['Effect', 'Action', 'NotAction'].includes(key));
};

const bareStatements = (source: PolicySource, root: Place, items: readonly Place[]): ReadDocument => ({
  findings: [finding('bare-statement', root, { message: 'statements stand here without a policy around them: {"Version": "2012-10-17", "Statement": […]}' })],
  statements: items.map((item) => readStatement(source, item, 'substituted')),
});

const isPolicy = (place: Place): boolean => membersOf(place).some(({ key }) => key === 'Statement');

const readRoot = (source: PolicySource, root: Place): ReadDocument => {
  const items = itemsOf(root);
  if (items.length > 0 && items.every(isStatement)) return bareStatements(source, root, items);
  if (root.node.kind === 'object') return wholeDocument(source, root);
  return { findings: [finding('not-an-object', root, { message: 'a policy is one JSON object' })], statements: [] };
};

/** Policies one after the other are each read; the fault between them has been told. */
const readRoots = (source: PolicySource, root: Place): ReadDocument => {
  const documents = itemsOf(root).every(isPolicy) ? itemsOf(root).map((item) => wholeDocument(source, item)) : [readRoot(source, root)];
  return { findings: documents.flatMap(({ findings }) => findings), statements: documents.flatMap(({ statements }) => statements) };
};

const ABSENCES = new Set<Finding['code']>([
  'missing-version',
  'version-defaults',
  'missing-statement',
  'missing-effect',
  'missing-action',
  'missing-resource',
  'missing-principal',
]);

/** Whether a finding says that something is missing: text that breaks off may go on with it. */
export const isAbsence = ({ code }: Finding): boolean => ABSENCES.has(code);

/** Reads a document as far as it can be read. */
export const readDocument = (source: PolicySource, { root, faults }: JsonTree): ReadDocument => {
  const syntax = faults.map(faultFinding);
  if (root === undefined) return { findings: syntax, statements: [] };
  const several = faults.some(({ kind }) => kind === 'several-values');
  const document = (several ? readRoots : readRoot)(source, { node: root, pointer: '', offset: root.start });
  return { findings: [...syntax, ...document.findings], statements: document.statements };
};

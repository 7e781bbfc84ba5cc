import type { PolicyKind, PolicySource } from '../../../model/policy.ts';
import { edited, looselyRead } from '../../json-loose.ts';
import { jsonTokenAt } from '../../json-token.ts';
import { type JsonFault, type JsonTree, readJson } from '../../json-tree.ts';
import { readDocument } from './document.ts';
import type { Finding, PolicyProblemCode } from './problem.ts';
import { separateActions } from './separate-actions.ts';
import { resourcesIn, type Statement } from './statement.ts';
import { findingsIn } from './validate-policy.ts';

/** One mend: what stood in the text, and what stands there now. */
interface PolicyChange {
  readonly code: PolicyProblemCode;
  /** JSON pointer of the mended value, in the text before the mend. */
  readonly pointer: string;
  readonly was: string;
  readonly now: string;
}

/** A mended document. What no machine can know (placeholders, the right principal) is left as it is. */
export interface CorrectedPolicy {
  readonly text: string;
  readonly changes: readonly PolicyChange[];
}

interface Edit extends PolicyChange {
  readonly start: number;
}

/** A document between two rounds of mends. */
interface Draft {
  readonly kind: PolicyKind;
  readonly text: string;
  /** By JSON pointer. */
  readonly statements: ReadonlyMap<string, Statement>;
}

type Mend = (draft: Draft, found: Finding) => readonly Edit[];

const edit = (
  { text }: Pick<Draft, 'text'>,
  { code, pointer }: Pick<Finding, 'code' | 'pointer'>,
  place: { readonly start: number; readonly end: number; readonly now: string },
): Edit => ({
  code,
  pointer,
  start: place.start,
  was: text.slice(place.start, place.end),
  now: place.now,
});

const removeComma: Mend = (draft, found) => [edit(draft, found, { start: found.offset, end: found.offset + 1, now: '' })];

/** Writes the suggestion in place of the string that stands at the finding. */
const writeSuggestion: Mend = (draft, found) => {
  const token = jsonTokenAt(draft.text, found.offset);
  const usable = token.type === 'string' && found.suggestion !== undefined;
  return usable ? [edit(draft, found, { start: token.start, end: token.end, now: JSON.stringify(found.suggestion) })] : [];
};

const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

/** Renames a misspelt element, unless the right one stands there too. */
const renameElement: Mend = (draft, found) => {
  const elements = draft.statements.get(parentOf(found.pointer))?.elements.values() ?? [];
  return [...elements].some(({ key }) => key === found.suggestion) ? [] : writeSuggestion(draft, found);
};

/** Adds the suggested resource after the first one of the statement. */
const addResource: Mend = (draft, found) => {
  const parent = parentOf(found.pointer);
  const statement = draft.statements.get(parent) ?? draft.statements.get(parentOf(parent));
  const [first] = statement === undefined ? [] : resourcesIn(statement);
  const token = jsonTokenAt(draft.text, first?.offset ?? 0);
  if (first === undefined || token.type !== 'string' || found.suggestion === undefined) return [];
  const both = `${draft.text.slice(token.start, token.end)}, ${JSON.stringify(found.suggestion)}`;
  const inArray = /\/\d+$/.test(first.pointer);
  return [edit(draft, { code: found.code, pointer: first.pointer }, { start: token.start, end: token.end, now: inArray ? both : `[${both}]` })];
};

/** Puts a policy around statements that stand bare. */
const wrap: Mend = (draft, found) => {
  const end = draft.text.trimEnd().length;
  return [
    edit(draft, found, { start: found.offset, end: found.offset, now: '{"Version": "2012-10-17", "Statement": [' }),
    edit(draft, found, { start: end, end, now: ']}' }),
  ];
};

/** Writes an element that lacks before the others of the object at the finding. */
const addElement =
  (element: string): Mend =>
  ({ text }, found) => {
    const { type, end } = jsonTokenAt(text, found.offset);
    return type === '{' ? [edit({ text }, found, { start: end, end, now: `${element}, ` })] : [];
  };

/** An endpoint's policy only limits what other policies allow; one for everybody grants nothing to anybody. */
const addEndpointPrincipal: Mend = (draft, found) => (draft.kind === 'vpc-endpoint' ? addElement('"Principal": "*"')(draft, found) : []);

/** Adds the suggested resource behind the one at the finding. */
const addBesides: Mend = (draft, found) => {
  const { type, start, end } = jsonTokenAt(draft.text, found.offset);
  const usable = type === 'string' && found.suggestion !== undefined && /\/\d+$/.test(found.pointer);
  return usable ? [edit(draft, found, { start, end, now: `${draft.text.slice(start, end)}, ${JSON.stringify(found.suggestion)}` })] : [];
};

const MENDS: Readonly<Partial<Record<PolicyProblemCode, Mend>>> = {
  'trailing-comma': removeComma,
  'unknown-element': renameElement,
  'arn-with-region': writeSuggestion,
  'arn-with-account': writeSuggestion,
  'short-arn': writeSuggestion,
  'service-host-case': writeSuggestion,
  'bucket-action-on-objects': addResource,
  'object-action-on-bucket': addResource,
  'bucket-partly-named': addBesides,
  'missing-version': addElement('"Version": "2012-10-17"'),
  'old-version': writeSuggestion,
  'invalid-version': writeSuggestion,
  'invalid-effect': writeSuggestion,
  'invalid-sid': writeSuggestion,
  'missing-principal': addEndpointPrincipal,
};

const MISPLACED = new Set<PolicyProblemCode>(['action-on-other-service', 'action-needs-any-resource']);

/** Statement by statement, since all misplaced actions of one move together. */
const separations = (draft: Draft, findings: readonly Finding[]): readonly Edit[] => {
  const misplaced = findings.filter(({ code }) => MISPLACED.has(code));
  return [...draft.statements].flatMap(([pointer, statement]) => {
    const own = misplaced.filter((found) => found.pointer.startsWith(`${pointer}/Action`));
    const [first] = own;
    return first === undefined ? [] : separateActions(draft.text, statement, own).map((place) => edit(draft, first, place));
  });
};

const closingEdits = (draft: Pick<Draft, 'text'>, faults: readonly JsonFault[]): readonly Edit[] =>
  faults.flatMap(({ closing, offset }) =>
    closing === undefined ? [] : [edit(draft, { code: 'not-json', pointer: '' }, { start: offset, end: offset, now: closing })],
  );

/** Keeps the first edit at each place; the others come in the next round. */
const firstAtEachPlace = (edits: readonly Edit[]): readonly Edit[] =>
  [...new Map(edits.toReversed().map((each) => [each.start, each])).values()].toSorted((a, b) => a.start - b.start);

const draftOf = (source: PolicySource, tree: JsonTree): Draft => {
  const { statements } = readDocument(source, tree);
  return { kind: source.kind, text: source.text, statements: new Map(statements.map((statement) => [statement.place.pointer, statement])) };
};

/** The syntax first: what stands in it is read better afterwards. The wrapping last. */
const editsFor = (source: PolicySource): readonly Edit[] => {
  const tree = readJson(source.text);
  const loose = looselyRead(source.text, tree);
  if (loose !== undefined) return loose.edits.map((place) => edit(source, { code: 'not-json', pointer: '' }, place));
  const closing = closingEdits(source, tree.faults);
  const findings = findingsIn(source);
  if (closing.length > 0 || findings.some(({ code }) => code === 'not-json')) return closing;
  const draft = draftOf(source, tree);
  const commas = findings.filter(({ code }) => code === 'trailing-comma');
  const mended = (commas.length > 0 ? commas : findings).flatMap((found) => MENDS[found.code]?.(draft, found) ?? []);
  const bare = findings.find(({ code }) => code === 'bare-statement');
  if (mended.length > 0) return firstAtEachPlace(mended);
  const separate = separations(draft, findings);
  return separate.length > 0 || bare === undefined ? separate.toSorted((a, b) => a.start - b.start) : wrap(draft, bare);
};

/** Spelling, closing, commas, values, statements, wrapping, and once more for what they uncover. */
const ROUNDS = 10;

/**
 * Mends what can be mended by rule: text that is nearly JSON, misspelt elements, trailing commas, missing brackets, statements without a policy or an array,
 * S3 ARNs with a Region or an account, SageMaker ARNs without the type that the actions tell, service hosts in mixed case, bucket actions on objects only and
 * the reverse, actions among resources of another service, versions. Undefined: nothing to mend.
 */
export const correctPolicy = (source: PolicySource): CorrectedPolicy | undefined => {
  let text = source.text;
  const changes: PolicyChange[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = editsFor({ ...source, text });
    if (edits.length === 0) break;
    text = edited(
      text,
      edits.map(({ start, was, now }) => ({ start, end: start + was.length, now })),
    );
    changes.push(...edits.map(({ code, pointer, was, now }) => ({ code, pointer, was, now })));
  }
  return changes.length === 0 ? undefined : { text, changes };
};

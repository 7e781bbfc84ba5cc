import type { PolicySource } from '../../../model/policy.ts';
import { nearest } from '../../nearest.ts';
import { GRAMMARS, type Grammar, STATEMENT_ELEMENTS, type StatementElement } from './grammar.ts';
import { type MemberPlace, membersOf, type Place, type TextPlace, textsOf } from './place.ts';
import type { Finding } from './problem.ts';

/** A statement as the checks see it. */
export interface Statement {
  readonly source: PolicySource;
  readonly grammar: Grammar;
  readonly place: Place;
  /** Elements by their right name, also where they are misspelt: `Resources` is read as the `Resource` that was meant. */
  readonly elements: ReadonlyMap<StatementElement, MemberPlace>;
  readonly misspelt: readonly { readonly member: MemberPlace; readonly meant?: string }[];
  /** Whether the document's version has policy variables, or `${…}` is literal text. */
  readonly variables: 'substituted' | 'literal';
}

/** One check over one statement. */
export type StatementCheck = (statement: Statement) => readonly Finding[];

const isElement = (name: string | undefined): name is StatementElement => STATEMENT_ELEMENTS.some((element) => element === name);

/** Reads a statement; anything but an object has no elements. */
export const readStatement = (source: PolicySource, place: Place, variables: Statement['variables']): Statement => {
  const members = membersOf(place);
  const misspelt = members
    .filter(({ key }) => !isElement(key))
    .map((member) => ({ member, meant: nearest(member.key, STATEMENT_ELEMENTS) }))
    .map(({ member, meant }) => ({ member, ...(meant !== undefined && { meant }) }));
  const guessed = misspelt.flatMap(({ member, meant }) => (isElement(meant) ? [[meant, member] as const] : []));
  const written = members.flatMap((member) => (isElement(member.key) ? [[member.key, member] as const] : []));
  return { source, grammar: GRAMMARS[source.kind], place, elements: new Map([...guessed, ...written]), misspelt, variables };
};

/** The strings of an element. */
export const textsIn = (statement: Statement, element: StatementElement): readonly TextPlace[] => textsOf(statement.elements.get(element));

/** The actions that a statement names, allowed or excepted. */
export const actionsIn = (statement: Statement): readonly TextPlace[] => [...textsIn(statement, 'Action'), ...textsIn(statement, 'NotAction')];

/** The resources that a statement names, allowed or excepted. */
export const resourcesIn = (statement: Statement): readonly TextPlace[] => [...textsIn(statement, 'Resource'), ...textsIn(statement, 'NotResource')];

import type { Unknown } from '../../model/fact.ts';
import type { Asked } from './asked.ts';
import { documentOf } from './document.ts';
import { type Match, matchStatement } from './match.ts';
import type { Statement } from './statement-shape.ts';
import { both, either, isUnsettled, type Truth, unsettledByDocument } from './truth.ts';
import type { Readable } from './types.ts';

/** What the documents of one gate say together. Allows are kept by how they name the caller. */
export interface Scan {
  readonly allow: Truth;
  readonly direct: Truth;
  readonly entity: Truth;
  readonly account: Truth;
  readonly deny: Truth;
  /** A malformed statement that may be a denial. */
  readonly doubt: Truth;
}

type Tally = { -readonly [F in keyof Scan]: Scan[F] };

/** What no document says. */
export const SILENT: Scan = { allow: false, direct: false, entity: false, account: false, deny: false, doubt: false };

/** Whether this was not read, or could not be. */
export const isUnread = (readable: Readable): readable is Unknown => 'state' in readable;

const addAnything = (tally: Tally, document: Unknown): void => {
  const anything = unsettledByDocument(document);
  tally.allow = either(tally.allow, anything);
  tally.direct = either(tally.direct, anything);
  tally.entity = either(tally.entity, anything);
  tally.account = either(tally.account, anything);
  tally.deny = either(tally.deny, anything);
};

const addAllow = (tally: Tally, match: Match): void => {
  tally.allow = either(tally.allow, match.any);
  tally.direct = either(tally.direct, match.direct);
  tally.entity = either(tally.entity, match.entity);
  tally.account = either(tally.account, match.account);
};

const addStatement = (tally: Tally, statement: Statement, match: Match): void => {
  if (match.any === false) return;
  if (statement.doubt !== undefined) {
    // It never allows; whether it denies is not known.
    if (statement.effect === 'Deny') tally.doubt = either(tally.doubt, both(match.any, unsettledByDocument(statement.doubt)));
  } else if (statement.effect === 'Deny') tally.deny = either(tally.deny, match.any);
  else addAllow(tally, match);
};

const addDocument = (tally: Tally, readable: Readable, { asked, gateway }: { readonly asked: Asked; readonly gateway: boolean }): void => {
  if (isUnread(readable)) {
    addAnything(tally, readable);
    return;
  }
  const { statements, unreadable } = documentOf(readable);
  if (unreadable !== undefined) addAnything(tally, unreadable);
  for (const statement of statements) addStatement(tally, statement, matchStatement(statement, asked, gateway));
};

/** Reads what documents say to a request; an unread document may say anything. */
export const scan = (documents: readonly Readable[], asked: Asked, gateway = false): Scan => {
  if (documents.length === 0) return SILENT;
  const tally: Tally = { ...SILENT };
  for (const readable of documents) addDocument(tally, readable, { asked, gateway });
  return tally;
};

/** The statements of readable documents whose match is not settled. */
export const unsettledStatements = (documents: readonly Readable[], asked: Asked, gateway = false): readonly Statement[] =>
  documents
    .flatMap((readable) => (isUnread(readable) ? [] : documentOf(readable).statements))
    .filter((statement) => isUnsettled(matchStatement(statement, asked, gateway).any));

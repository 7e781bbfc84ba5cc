import { actionMatches } from './action.ts';
import type { Asked } from './asked.ts';
import { testCondition } from './condition.ts';
import { isNamed, type Naming, principalNaming } from './principal-element.ts';
import { resourceMatches } from './resource.ts';
import type { Statement } from './statement-shape.ts';
import { both, type Truth, unsettledByDocument } from './truth.ts';

const EVERYONE: Naming = { direct: true, entity: false, account: false };
const NOBODY: Naming = { direct: false, entity: false, account: false };

const malformed = ({ doubt }: Statement): Truth => (doubt === undefined ? false : unsettledByDocument(doubt));

/** Whether the statement is about the action. */
export const actionTruth = (statement: Statement, asked: Asked): Truth =>
  statement.action === undefined ? malformed(statement) : actionMatches(statement.action, asked);

/** Whether the statement is about the resource. */
export const resourceTruth = (statement: Statement, asked: Asked): Truth =>
  statement.resource === undefined ? malformed(statement) : resourceMatches(statement.resource, asked);

/** How the statement names the caller. */
export const namingOf = (statement: Statement, asked: Asked, gateway: boolean): Naming => {
  if (statement.principal === 'not-tested') return EVERYONE;
  if (statement.principal === 'none') return NOBODY;
  if (statement.principal === undefined) return { ...NOBODY, direct: malformed(statement) };
  return principalNaming(statement.principal, asked, { effect: statement.effect, gateway });
};

/** Whether all conditions hold. */
const conditionTruth = (statement: Statement, asked: Asked): Truth => {
  let truth: Truth = true;
  for (const test of statement.conditions) {
    truth = both(truth, testCondition(test, asked));
    if (truth === false) return false;
  }
  return truth;
};

/** How a statement that applies names the caller; every class false: it does not apply. */
export interface Match extends Naming {
  readonly any: Truth;
}

const NO_MATCH: Match = { any: false, direct: false, entity: false, account: false };

/** Matches a whole statement: action, resource, principal and condition. */
export const matchStatement = (statement: Statement, asked: Asked, gateway = false): Match => {
  const action = actionTruth(statement, asked);
  if (action === false) return NO_MATCH;
  const what = both(action, resourceTruth(statement, asked));
  if (what === false) return NO_MATCH;
  const naming = namingOf(statement, asked, gateway);
  const who = isNamed(naming);
  if (who === false) return NO_MATCH;
  const rest = both(what, conditionTruth(statement, asked));
  if (rest === false) return NO_MATCH;
  return { any: both(who, rest), direct: both(naming.direct, rest), entity: both(naming.entity, rest), account: both(naming.account, rest) };
};

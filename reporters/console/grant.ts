import type { TargetReport } from '../../src/model/report.ts';
import { jsonLayout } from '../json-layout.ts';
import { visible } from '../text.ts';
import type { Page } from './page.ts';
import { hanging, indented } from './page.ts';
import { actionsToGrant, roots } from './tally.ts';

const STEP = 2;

/** One statement that would make everything known that was refused. `Resource` is `*`: what was refused cannot be narrowed by what it would have told. Nothing where all of it was told for another target. */
export const grantLines = (page: Page, target: TargetReport): readonly string[] => {
  const actions = actionsToGrant(target);
  if (actions.length === 0 || roots(target.findings, 'cannot-tell').every((finding) => page.toldBefore(target, finding) !== undefined)) return [];
  const who = page.run.caller === undefined ? 'whoever collects the facts' : visible(page.run.caller);
  const statements = [{ Sid: 'SagereadyReads', Effect: 'Allow', Action: actions, Resource: '*' }];
  return [
    ...indented(hanging('', `To settle this, add to the policies of ${who}:`, { width: page.measure - page.indent }), page.indent),
    '',
    ...indented(jsonLayout(statements).split('\n').map(page.paint.code), page.indent + STEP),
  ];
};

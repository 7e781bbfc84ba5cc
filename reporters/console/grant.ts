import type { TargetReport } from '../../src/model/report.ts';
import { jsonLayout } from '../json-layout.ts';
import { visible } from '../text.ts';
import type { Page } from './page.ts';
import { hanging, INDENT, indented } from './page.ts';
import { actionsToGrant } from './tally.ts';

/** One statement that would make everything known that was refused. `Resource` is `*`: what was refused cannot be narrowed by what it would have told. */
export const grantLines = (page: Page, target: TargetReport): readonly string[] => {
  const actions = actionsToGrant(target);
  if (actions.length === 0) return [];
  const who = page.run.caller === undefined ? 'whoever collects the facts' : visible(page.run.caller);
  const statements = [{ Sid: 'SagereadyReads', Effect: 'Allow', Action: actions, Resource: '*' }];
  return [
    ...indented(hanging('', `To settle this, add to the policies of ${who}:`, { width: page.measure - INDENT })),
    '',
    ...indented(jsonLayout(statements).split('\n').map(page.paint.code), INDENT + 2),
  ];
};

import type { Owner } from '../src/model/fix.ts';
import type { Reporter } from '../src/model/report.ts';
import type { Request } from './handoff/requests.ts';
import { requestsIn } from './handoff/requests.ts';
import { sheetLines, TEAMS } from './handoff/sheet.ts';

const OWNERS = Object.keys(TEAMS) as readonly Owner[];
const WIDEST = 100;

const nothingFor = (owner: Owner | undefined): string => (owner === undefined ? 'Nothing is asked of anybody.\n' : `Nothing is asked of ${TEAMS[owner]}.\n`);

const isAsked = (requests: readonly Request[], owner: Owner): boolean => requests.some((request) => request.owner === owner);

/** What each owner is asked to do, a sheet each: text to paste into a ticket or a mail. With `owner`, that sheet alone. */
export const handoff: Reporter = function* (report, { owner, width }) {
  const requests = requestsIn(report);
  const asked = OWNERS.filter((one) => (owner === undefined || one === owner) && isAsked(requests, one));
  if (asked.length === 0) yield nothingFor(owner);
  let before = '';
  for (const one of asked) {
    const own = requests.filter((request) => request.owner === one);
    yield `${before}${sheetLines(one, own, Math.min(width, WIDEST)).join('\n')}\n`;
    before = '\n\n';
  }
};

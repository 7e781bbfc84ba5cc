import type { History, RememberedFinding } from '../../src/model/history.ts';
import type { Report } from '../../src/model/report.ts';
import { visible } from '../text.ts';
import { isoTime } from '../time.ts';
import { standingNow, standingsIn } from './closed.ts';
import type { Said } from './collect.ts';
import { saidIn } from './collect.ts';
import type { Found } from './found.ts';

export type { Found, Standing } from './found.ts';

type Remembered = ReadonlyMap<string, RememberedFinding>;

const rememberedIn = (history: History | undefined): Remembered => new Map(history?.findings.map((finding) => [finding.id, finding]));

const placed = (said: Said, before: RememberedFinding | undefined, time: string): Found => ({
  ...said,
  course: courseOf(said, before),
  firstSeen: before === undefined ? time : isoTime(before.firstSeen),
  lastSeen: said.standing === 'passed' && before !== undefined ? isoTime(before.lastSeen) : time,
});

const courseOf = ({ standing }: Said, before: RememberedFinding | undefined): Found['course'] => {
  if (before === undefined) return 'new';
  return standing === 'passed' ? 'closed' : 'known';
};

const closed = (before: RememberedFinding, standing: 'passed' | 'gone', report: Report): Found => {
  const words = report.rules.find(({ id }) => id === before.rule);
  return {
    ...before,
    id: visible(before.id),
    rule: visible(before.rule),
    account: visible(before.account),
    region: visible(before.region),
    targets: before.targets.map(visible),
    firstSeen: isoTime(before.firstSeen),
    lastSeen: isoTime(before.lastSeen),
    standing,
    course: 'closed',
    title: visible(words?.title ?? before.title),
    severity: words?.severity ?? before.severity,
    scenarios: [],
    summary: standing === 'passed' ? 'No longer found' : 'The rule no longer applies',
    details: [],
    fixes: [],
    docs: words?.docs ?? [],
    ...(words !== undefined && { remedy: visible(words.fix) }),
  };
};

/** What an inbox is to hold after this run: each failure and what could not be judged, what earlier runs reported and has passed since, and with `all` whatever passed. */
export const findingsOf = function* (report: Report, { all, history }: { readonly all: boolean; readonly history?: History }): Iterable<Found> {
  const kept = { ...report, targets: [...report.targets] };
  const remembered = rememberedIn(history);
  const time = isoTime(report.run.time);
  const said = saidIn(kept).filter(({ standing, id }) => all || standing !== 'passed' || remembered.get(id)?.state === 'open');
  const ids = new Set(said.map(({ id }) => id));
  const standings = remembered.size === 0 ? new Map() : standingsIn(kept);
  for (const one of said) yield placed(one, remembered.get(one.id), time);
  for (const before of remembered.values()) {
    // A finding is closed once: one that an earlier run closed is left as it is.
    const standing = ids.has(before.id) || before.state === 'closed' ? undefined : standingNow(before, standings);
    if (standing !== undefined) yield closed(before, standing, kept);
  }
};

import type { ChangeEvent, TargetReport, Waiver } from '../../src/model/report.ts';
import type { Evidence, Subject } from '../../src/model/verdict.ts';
import { fieldLine } from '../console/evidence.ts';
import { markup } from '../markup.ts';
import { changeText, NEW } from '../regression.ts';
import { element, list, terms } from './element.ts';
import { traceOf } from './trace.ts';

const subjectOf = (subject: Subject): string => {
  if (typeof subject === 'string') return element('code', {}, markup(subject));
  const { kind, name, account, region } = subject;
  return `${markup(`${kind} ${name}`)} <span class="soft">account ${markup(account)}, ${markup(region)}</span>`;
};

const waived = ({ reason, owner, expires }: Waiver): string =>
  element('p', { class: 'waiver' }, `<strong>Waived until ${markup(expires)}</strong> by ${markup(owner)}: ${markup(reason)}`);

const changed = (events: readonly ChangeEvent[]): string =>
  element(
    'div',
    { class: 'waiver' },
    `<strong>New:</strong> ${NEW}`,
    list(
      'ul',
      'notes',
      events.map((event) => markup(changeText(event))),
    ),
  );

/** What stands beside an observation: who answers for it, and what changed it where it is new. */
export interface Beside {
  readonly waiver: Waiver | undefined;
  readonly events: readonly ChangeEvent[] | undefined;
}

/** One observation: what it is about, what was seen, what should be there, where the description says so, how it was decided, who answers for it, and who changed it. */
export const evidenceItem = ({ target }: TargetReport, evidence: Evidence, { waiver, events }: Beside): string => {
  const { subject, observed, expected, field, trace } = evidence;
  return [
    terms('facts', [
      ['about', subjectOf(subject)],
      ['observed', markup(observed)],
      ['expected', expected === undefined ? '' : markup(expected)],
      ['where', field === undefined ? '' : element('code', {}, markup(fieldLine(target.origin, field)))],
    ]),
    waiver === undefined ? '' : waived(waiver),
    events === undefined ? '' : changed(events),
    trace === undefined ? '' : traceOf(trace),
  ].join('');
};

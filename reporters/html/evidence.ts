import type { TargetReport, Waiver } from '../../src/model/report.ts';
import type { Evidence, Subject } from '../../src/model/verdict.ts';
import { fieldLine } from '../console/evidence.ts';
import { markup } from '../markup.ts';
import { element, terms } from './element.ts';
import { traceOf } from './trace.ts';

const subjectOf = (subject: Subject): string => {
  if (typeof subject === 'string') return element('code', {}, markup(subject));
  const { kind, name, account, region } = subject;
  return `${markup(`${kind} ${name}`)} <span class="soft">account ${markup(account)}, ${markup(region)}</span>`;
};

const waived = ({ reason, owner, expires }: Waiver): string =>
  element('p', { class: 'waiver' }, `<strong>Waived until ${markup(expires)}</strong> by ${markup(owner)}: ${markup(reason)}`);

/** One observation: what it is about, what was seen, what should be there, where the description says so, how it was decided, and who answers for it. */
export const evidenceItem = ({ target }: TargetReport, evidence: Evidence, waiver: Waiver | undefined): string => {
  const { subject, observed, expected, field, trace } = evidence;
  return [
    terms('facts', [
      ['about', subjectOf(subject)],
      ['observed', markup(observed)],
      ['expected', expected === undefined ? '' : markup(expected)],
      ['where', field === undefined ? '' : element('code', {}, markup(fieldLine(target.origin, field)))],
    ]),
    waiver === undefined ? '' : waived(waiver),
    trace === undefined ? '' : traceOf(trace),
  ].join('');
};

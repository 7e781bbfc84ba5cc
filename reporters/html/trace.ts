import type { FailedTest, GateTrace, IamTrace, NetworkHop, NetworkTrace, StatementTrace, Trace } from '../../src/model/trace.ts';
import type { Tone } from '../console/paint.ts';
import { DECISIONS, GATE_VERDICTS, GATES, PACKETS, PARTS, STAGES } from '../console/words.ts';
import { escaped, markup } from '../markup.ts';
import { placeOf } from '../statement.ts';
import { element, list, terms } from './element.ts';
import { sign } from './sign.ts';

const GATE_LOOKS: Readonly<Record<GateTrace['verdict'], { readonly symbol: string; readonly tone: Tone }>> = {
  allows: { symbol: '✔', tone: 'good' },
  denies: { symbol: '✘', tone: 'bad' },
  silent: { symbol: '✘', tone: 'bad' },
  unknown: { symbol: '?', tone: 'unsure' },
  'not-applicable': { symbol: '–', tone: 'quiet' },
};

const code = (text: string): string => element('code', {}, markup(text));

const failedTest = ({ part, outcome, detail, policyValue, actual }: FailedTest): string => {
  const words = `${PARTS[part]}${detail === undefined ? '' : ` ${code(detail)}`} ${outcome === 'no' ? 'does not match' : 'may or may not match'}`;
  return `${words}${terms('pair', [
    ['policy', code(policyValue)],
    ['request', code(actual)],
  ])}`;
};

const MATCHES: Readonly<Record<StatementTrace['match'], string>> = { yes: 'matches', no: 'nearly matches', unknown: 'may match' };

const statement = ({ statement: place, effect, match, failed }: StatementTrace): string =>
  `${element('strong', {}, effect)} in ${escaped(placeOf(place))} ${MATCHES[match]}${list('ul', 'tests', failed.map(failedTest))}`;

const gate = ({ gate: name, label, verdict, statements }: GateTrace): string =>
  `${sign(GATE_LOOKS[verdict])}<div>${element('strong', {}, GATES[name])}${label === undefined ? '' : ` (${markup(label)})`}: ${GATE_VERDICTS[verdict]}${list('ul', 'statements', statements.map(statement))}</div>`;

const notes = (all: readonly string[]): string => list('ul', 'notes', all.map(markup));

const iamTrace = ({ decision, action, principal, resource, gates, deciding, missing, message, notes: remarks }: IamTrace): string =>
  [
    element('p', { class: 'question' }, `${code(action)} ${DECISIONS[decision]}`),
    terms('facts', [
      ['as', code(principal)],
      ['on', code(resource)],
      ['decided by', deciding.map((place) => escaped(placeOf(place))).join('; ')],
      ['depends on', missing.length === 0 ? '' : `${missing.map(code).join(', ')}, which only AWS knows at run time`],
    ]),
    list('ol', 'gates', gates.filter(({ verdict }) => verdict !== 'not-applicable').map(gate)),
    message === '' ? '' : element('p', { class: 'aws' }, `AWS would say: ${element('q', {}, markup(message))}`),
    notes(remarks),
  ].join('');

/** One hop: where, what decides there, and how the packet fares. */
const hopItem = ({ stage, from, to, decidedBy, verdict }: NetworkHop): string =>
  `${sign(PACKETS[verdict])}<div><strong>${STAGES[stage]}</strong> ${code(from)}${to === undefined ? '' : ` → ${code(to)}`}<br>${markup(decidedBy)}</div>`;

const networkTrace = ({ question, verdict, hops, notes: remarks }: NetworkTrace): string =>
  [element('p', { class: 'question' }, `${markup(question)} — ${PACKETS[verdict].word}`), list('ol', 'gates', hops.map(hopItem)), notes(remarks)].join('');

const contentOf = (trace: Trace): string => {
  switch (trace.kind) {
    case 'iam':
      return iamTrace(trace);
    case 'network':
      return networkTrace(trace);
    default:
      return trace satisfies never;
  }
};

/** How a verdict was reached: each place that had a say, and what it said. */
export const traceOf = (trace: Trace): string => element('div', { class: 'trace' }, contentOf(trace));

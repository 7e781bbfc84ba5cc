import type { CallRecord } from '../../src/model/report.ts';
import type { Basis, RuleMeta } from '../../src/model/rule.ts';
import type { Look } from '../console/words.ts';
import { REASONS } from '../console/words.ts';
import { markup } from '../markup.ts';
import { count } from '../text.ts';
import type { Edition } from './edition.ts';
import { ruleAnchor } from './edition.ts';
import { element, terms } from './element.ts';
import { sign } from './sign.ts';

const BASES: Readonly<Record<Basis, string>> = {
  documented: 'documented by AWS',
  'api-model': 'stated by AWS’s API model',
  observed: 'observed',
  'field-report': 'reported from the field',
  inference: 'inferred',
};

// What is no https address is shown, and leads nowhere.
const link = (address: string): string =>
  /^https:\/\/[\w.-]+\/\S*$/.test(address) ? element('a', { href: address, rel: 'noreferrer' }, markup(address)) : markup(address);

const ruleItem = ({ id, title, why, docs, basis, predicts = [] }: RuleMeta): string =>
  element(
    'article',
    { class: 'rule', id: ruleAnchor(id) },
    element('h3', {}, markup(title)),
    element('p', {}, markup(why)),
    terms('facts', [
      ['rule', element('code', {}, markup(id))],
      ['basis', BASES[basis]],
      ['documented', docs.map(link).join('<br>')],
      ['prevents', predicts.map((message) => element('q', {}, markup(message))).join('<br>')],
    ]),
  );

/** The words of every rule in the report, once. */
export const rulesSection = ({ report: { rules } }: Edition): string =>
  rules.length === 0
    ? ''
    : `<section aria-labelledby="rules"><h2 id="rules">About the rules</h2><details class="fold"><summary>${count(rules.length, 'rule')}: why each matters, and where it is documented</summary>${rules.map(ruleItem).join('')}</details></section>`;

const lookOf = (outcome: CallRecord['outcome']): Pick<Look, 'symbol' | 'tone' | 'word'> => {
  if (outcome === 'ok') return { symbol: '✔', tone: 'good', word: 'answered' };
  if (outcome === 'absent') return { symbol: '–', tone: 'quiet', word: 'there is none' };
  return { symbol: '?', tone: 'unsure', word: outcome === 'access-denied' ? 'refused' : REASONS[outcome] };
};

interface Group extends CallRecord {
  readonly times: number;
}

const grouped = (calls: readonly CallRecord[]): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const call of calls) {
    const key = JSON.stringify([call.service, call.operation, call.region, call.outcome]);
    groups.set(key, { ...call, times: (groups.get(key)?.times ?? 0) + 1 });
  }
  return [...groups.values()];
};

const rankOf = ({ outcome }: CallRecord): number => (outcome === 'ok' || outcome === 'absent' ? 1 : 0);

const callRow = ({ service, operation, region, outcome, actions, times }: Group): string => {
  const look = lookOf(outcome);
  const cells = [
    `${sign(look)} ${look.word}`,
    markup(service),
    element('code', {}, markup(operation)),
    markup(region),
    actions.map((action) => element('code', {}, markup(action))).join(', '),
  ];
  return element('tr', {}, ...cells.map((cell) => element('td', {}, cell)), element('td', { class: 'n' }, String(times)));
};

const offline = ({ report: { run } }: Edition): string =>
  `Judged from ${run.factsFile === undefined ? 'saved facts' : element('code', {}, markup(run.factsFile))}; nothing was asked of AWS.`;

const callsTable = (calls: readonly CallRecord[]): string => {
  const heads = ['Answer', 'Service', 'Operation', 'Region', 'IAM actions'].map((head) => element('th', { scope: 'col' }, head)).join('');
  const rows = grouped(calls)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map(callRow);
  return `<div class="pan" tabindex="0" role="region" aria-label="Calls to AWS"><table><caption>Calls to AWS</caption><thead><tr>${heads}<th scope="col" class="n">Calls</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
};

/** What was asked of AWS, and what was refused. */
export const callsSection = (edition: Edition): string => {
  const { total, calls } = edition.report.calls;
  const unread = calls.filter((call) => rankOf(call) === 0);
  const words =
    total === 0
      ? offline(edition)
      : `${count(total, 'call')}, all of them reads; ${unread.length === 0 ? 'each was answered' : `${unread.length} got no answer`}.`;
  return `<section aria-labelledby="calls"><h2 id="calls">What was asked of AWS</h2>${element('p', {}, words)}${calls.length === 0 ? '' : `<details class="fold"${unread.length > 0 ? ' open' : ''}><summary>The calls, those without an answer first</summary>${callsTable(calls)}</details>`}</section>`;
};

import type { Finding } from '../../src/model/report.ts';
import { markup } from '../markup.ts';
import { unique } from '../text.ts';
import type { Edition } from './edition.ts';
import { element } from './element.ts';
import { stateOf } from './finding.ts';
import type { Actor } from './owners.ts';
import { actorsOf, OWNER_NAMES } from './owners.ts';

const STATES: readonly (readonly [string, string])[] = [
  ['fail', 'failed'],
  ['cannot-tell', 'not judged'],
  ['error', 'broken'],
  ['waived', 'waived'],
  ['pass', 'passed'],
  ['not-applicable', 'do not apply'],
];

const radio = (value: string, words: string, number: number): string =>
  element(
    'label',
    {},
    `<input type="radio" name="outcome" value="${value}"${value === '' ? ' checked' : ''}>`,
    element('span', {}, `${words} <b>${number}</b>`),
  );

const outcomes = (findings: readonly Finding[]): string => {
  const numbers = new Map(STATES.map(([state]) => [state, findings.filter((finding) => stateOf(finding) === state).length]));
  const radios = STATES.flatMap(([state, words]) => (numbers.get(state) ? [radio(state, words, numbers.get(state) ?? 0)] : []));
  return `<fieldset><legend>Outcome</legend>${radio('', 'all', findings.length)}${radios.join('')}</fieldset>`;
};

const select = (id: string, label: string, options: readonly (readonly [string, string])[]): string =>
  options.length < 2
    ? ''
    : element(
        'label',
        { class: 'field' },
        `${label} <select id="${id}"><option value="">all</option>${options.map(([value, words]) => element('option', { value }, words)).join('')}</select>`,
      );

/** The filter. It does nothing without its script, so it is hidden until that runs. */
export const toolbar = ({ targets, shown }: Edition): string => {
  const findings = [...shown];
  const actors = unique(findings.flatMap(actorsOf));
  const owners = (Object.keys(OWNER_NAMES) as Actor[]).filter((actor) => actors.includes(actor)).map((actor) => [actor, OWNER_NAMES[actor]] as const);
  return element(
    'div',
    { class: 'toolbar', role: 'search', 'aria-label': 'Filter the findings', hidden: true },
    outcomes(findings),
    select(
      'target',
      'Target',
      targets.map(({ target, anchor }) => [anchor, markup(target.target.name)] as const),
    ),
    select('owner', 'Owner', owners),
    '<label class="field">Words <input type="search" id="words" placeholder="press / to search"></label>',
    '<button type="button" id="clear">Clear</button>',
    '<output id="number" aria-live="polite"></output>',
  );
};

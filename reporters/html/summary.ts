import type { RunInfo, TargetOutcome } from '../../src/model/report.ts';
import { waivedOf } from '../console/closing.ts';
import type { Tally } from '../console/tally.ts';
import { failuresInOrder, tallyOf } from '../console/tally.ts';
import { TARGET_OUTCOMES } from '../console/words.ts';
import { markup } from '../markup.ts';
import { count, unique } from '../text.ts';
import type { Edition, Placed } from './edition.ts';
import { findingAnchor } from './edition.ts';
import { element, list, terms } from './element.ts';
import type { Actor } from './owners.ts';
import { actorsOf, OWNER_NAMES } from './owners.ts';
import { sign, tag } from './sign.ts';

const numberOf = ({ targets }: Edition, outcome: TargetOutcome): number => targets.filter(({ target }) => target.outcome === outcome).length;

const areOrIs = (number: number): string => (number === 1 ? 'is' : 'are');

const only = ({ target }: Placed): string => {
  const risks = target.outcome === 'ready' && target.risks > 0 ? `, with ${count(target.risks, 'risk')}` : '';
  return `${markup(target.target.name)} is ${TARGET_OUTCOMES[target.outcome].word}${risks}`;
};

/** The verdict on everything as a heading: what a reader takes away. */
const headline = (edition: Edition): string => {
  const { targets } = edition;
  const [first, ...others] = targets;
  if (first === undefined) return 'Nothing was judged: there is no target';
  if (others.length === 0) return only(first);
  const bad = numberOf(edition, 'not-ready');
  const open = numberOf(edition, 'undetermined');
  if (bad > 0) return `${bad} of ${targets.length} targets ${areOrIs(bad)} not ready`;
  return open > 0 ? `${open} of ${targets.length} targets ${areOrIs(open)} undetermined` : `All ${targets.length} targets are ready`;
};

const NOTHING: Tally = { blocking: 0, cleared: 0, risks: 0, unjudged: 0, broken: 0, waived: 0, behindWaived: 0 };

const sumsOf = ({ page, targets }: Edition): Tally =>
  targets
    .map(({ target }) => tallyOf(page, target))
    .reduce<Tally>(
      (sums, tally) => ({
        blocking: sums.blocking + tally.blocking,
        cleared: sums.cleared + tally.cleared,
        risks: sums.risks + tally.risks,
        unjudged: sums.unjudged + tally.unjudged,
        broken: sums.broken + tally.broken,
        waived: sums.waived + tally.waived,
        behindWaived: sums.behindWaived + tally.behindWaived,
      }),
      NOTHING,
    );

const plan = (sums: Tally): string => {
  const { blocking, cleared, risks, unjudged, broken, waived } = sums;
  const parts = [
    ...(blocking > 0
      ? [`${count(blocking, 'check')} failed and must be mended${cleared > 0 ? `, which clears ${cleared} more` : ''}`]
      : ['Nothing failed that stops a deployment']),
    ...(risks > 0 ? [count(risks, 'risk')] : []),
    ...(unjudged > 0 ? [`${count(unjudged, 'check')} could not be judged`] : []),
    ...(broken > 0 ? [`${count(broken, 'rule')} of ours ${areOrIs(broken)} broken`] : []),
    ...(waived > 0 ? [waivedOf(sums)] : []),
  ];
  return `${parts.join('; ')}.`;
};

const alerts = ({ complete, endpoints, notes }: RunInfo): readonly string[] => [
  ...(complete ? [] : ['Incomplete: the run was stopped; what was not read by then is not judged.']),
  ...endpoints.map((endpoint) => `Another endpoint than AWS’s own: ${markup(endpoint)}`),
  ...notes.map(markup),
];

const threshold = ({ failOn, strict }: RunInfo): string =>
  [failOn === 'error' ? 'errors stop a deployment' : `${failOn}s count as failures`, ...(strict ? ['strict: whatever could not be judged counts'] : [])].join(
    '; ',
  );

/** The band at the top: verdict, plan and how the run was made. */
export const banner = (edition: Edition): string => {
  const { run } = edition.report;
  const sums = sumsOf(edition);
  return element(
    'header',
    { class: 'banner' },
    element('p', { class: 'brand' }, '<strong>sageready</strong> readiness report'),
    element('h1', {}, headline(edition)),
    edition.targets.length === 0 ? '' : element('p', { class: 'plan' }, plan(sums)),
    list('ul', 'alerts', alerts(run)),
    terms('meta', [
      ['made', markup(run.time)],
      ['by', run.caller === undefined ? '' : element('code', {}, markup(run.caller))],
      ['from', run.factsFile === undefined ? '' : `${element('code', {}, markup(run.factsFile))}, without asking AWS`],
      ['threshold', threshold(run)],
      ['version', markup(run.tool.version)],
    ]),
  );
};

const tile = (number: number, words: string, tone: string): string =>
  element('li', { class: number === 0 ? 'none' : tone }, element('b', {}, String(number)), ` ${words}`);

const tiles = (edition: Edition): string => {
  const { risks, unjudged, broken, waived, blocking } = sumsOf(edition);
  const targets = (['not-ready', 'undetermined', 'ready'] as const).map((outcome) =>
    tile(numberOf(edition, outcome), TARGET_OUTCOMES[outcome].word, TARGET_OUTCOMES[outcome].tone),
  );
  const checks = [
    tile(blocking, 'to mend', 'bad'),
    tile(risks, risks === 1 ? 'risk' : 'risks', 'unsure'),
    tile(unjudged + broken, 'not judged', 'unsure'),
    tile(waived, 'waived', 'quiet'),
  ];
  return `<div class="tiles"><div><h3>Targets</h3><ul>${targets.join('')}</ul></div><div><h3>Checks</h3><ul>${checks.join('')}</ul></div></div>`;
};

const MOST_CAUSES = 8;

interface Cause {
  readonly rule: string;
  readonly title: string;
  readonly actors: readonly Actor[];
  readonly places: readonly Placed[];
  readonly clears: number;
  readonly anchor: string;
}

const causesOf = ({ page, targets }: Edition): readonly Cause[] => {
  const causes = new Map<string, Cause>();
  for (const placed of targets) {
    for (const finding of failuresInOrder(page, placed.target)) {
      const before = causes.get(finding.rule);
      const clears = placed.target.causes.find(({ rule }) => rule === finding.rule)?.clears.length ?? 0;
      causes.set(finding.rule, {
        rule: finding.rule,
        title: page.wordsOf(finding.rule).title,
        actors: unique([...(before?.actors ?? []), ...actorsOf(finding)]),
        places: [...(before?.places ?? []), placed],
        clears: (before?.clears ?? 0) + clears,
        anchor: before?.anchor ?? findingAnchor(placed, finding),
      });
    }
  }
  return [...causes.values()].toSorted((a, b) => b.clears - a.clears || b.places.length - a.places.length);
};

const causeItem = ({ title, actors, places, clears, anchor }: Cause): string => {
  const names = places.length > 3 ? `${places.length} targets` : places.map(({ target }) => markup(target.target.name)).join(', ');
  return `<a href="#${anchor}">${markup(title)}</a> ${actors.map((actor) => tag(OWNER_NAMES[actor], 'owner')).join(' ')}${clears > 0 ? ` ${tag(`clears ${clears}`, 'strong')}` : ''}<br><span class="soft">does not hold for ${names}</span>`;
};

const causes = (edition: Edition): string => {
  const all = causesOf(edition);
  if (all.length === 0) return '';
  const more = all.length - MOST_CAUSES;
  const rest = more > 0 ? element('p', { class: 'soft' }, `and ${count(more, 'further cause')} below`) : '';
  return element('div', { class: 'causes' }, element('h3', {}, 'What to mend first'), list('ol', 'steps', all.slice(0, MOST_CAUSES).map(causeItem)), rest);
};

const actorItem = ({ page, targets }: Edition, actor: Actor): readonly string[] => {
  const involved = targets
    .map(({ target }) => failuresInOrder(page, target).filter((finding) => actorsOf(finding).includes(actor)).length)
    .filter((number) => number > 0);
  if (involved.length === 0) return [];
  const total = involved.reduce((sum, number) => sum + number, 0);
  return [
    `<a href="#findings" data-owner="${actor}"><strong>${OWNER_NAMES[actor]}</strong></a> <span class="soft">${count(total, 'failure')} in ${count(involved.length, 'target')}</span>`,
  ];
};

const actors = (edition: Edition): string => {
  const items = (Object.keys(OWNER_NAMES) as Actor[]).flatMap((actor) => actorItem(edition, actor));
  return items.length === 0 ? '' : element('div', { class: 'actors' }, element('h3', {}, 'Who has to act'), list('ul', 'plain', items));
};

const HEADS = ['Target', 'Scenario', 'Account', 'Region', 'Verdict'];
const NUMBERS = ['To mend', 'Clears', 'Risks', 'Not judged', 'Waived'];

const row = ({ page }: Edition, { target: report, anchor }: Placed): string => {
  const { target, outcome } = report;
  const look = TARGET_OUTCOMES[outcome];
  const { blocking, cleared, risks, unjudged, broken, waived } = tallyOf(page, report);
  const name = element('th', { scope: 'row' }, element('a', { href: `#${anchor}` }, markup(target.name)));
  const cells = [markup(target.scenario), element('code', {}, markup(target.account)), markup(target.region), `${sign(look)} ${look.word}`];
  const numbers = [blocking, cleared, risks, unjudged + broken, waived].map((number) =>
    element('td', { class: number === 0 ? 'n none' : 'n' }, String(number)),
  );
  return element('tr', {}, name, ...cells.map((cell) => element('td', {}, cell)), ...numbers);
};

const table = (edition: Edition): string => {
  if (edition.targets.length < 2) return '';
  const heads = [...HEADS.map((head) => element('th', { scope: 'col' }, head)), ...NUMBERS.map((head) => element('th', { scope: 'col', class: 'n' }, head))];
  return `<div class="pan" tabindex="0" role="region" aria-label="All targets"><table class="targets"><caption>All targets</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${edition.targets.map((placed) => row(edition, placed)).join('')}</tbody></table></div>`;
};

/** What a manager reads: numbers, what to do first and who, all targets in a table. */
export const summary = (edition: Edition): string =>
  element(
    'section',
    { class: 'summary', 'aria-labelledby': 'summary' },
    '<h2 id="summary">Summary</h2>',
    tiles(edition),
    `<div class="twice">${causes(edition)}${actors(edition)}</div>`,
    table(edition),
  );

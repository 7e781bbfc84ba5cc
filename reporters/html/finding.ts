import type { Unknown } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/report.ts';
import type { FindingOf } from '../console/tally.ts';
import { blocks, followersOf, isWaived, waiverOf } from '../console/tally.ts';
import type { Look } from '../console/words.ts';
import { OUTCOMES, REASONS, SEVERITY_TONES, WAIVED } from '../console/words.ts';
import { markup } from '../markup.ts';
import { isNew, regressionOf } from '../regression.ts';
import { count } from '../text.ts';
import type { Edition, Placed } from './edition.ts';
import { findingAnchor, ruleAnchor } from './edition.ts';
import { element, list, terms } from './element.ts';
import { evidenceItem } from './evidence.ts';
import { actorsOf, OWNER_NAMES } from './owners.ts';
import { remedy } from './remedy.ts';
import { sign, tag } from './sign.ts';

/** What the filter knows a finding by. */
export const stateOf = (finding: Finding): string => (isWaived(finding) ? 'waived' : finding.verdict.outcome);

/** The attributes by which the filter finds a finding. */
const filterData = (finding: Finding): Readonly<Record<string, string | undefined>> => ({
  'data-o': stateOf(finding),
  'data-w': actorsOf(finding).join(' ') || undefined,
});

// A failure that does not count as one in this run is a risk; one that is waived is neither.
const lookOf = ({ page }: Edition, finding: Finding): Pick<Look, 'symbol' | 'tone'> => {
  if (isWaived(finding)) return WAIVED;
  const { symbol, tone } = OUTCOMES[finding.verdict.outcome];
  return { symbol, tone: finding.verdict.outcome === 'fail' && !blocks(page, finding) ? 'unsure' : tone };
};

const wordOf = ({ page }: Edition, finding: Finding): string => {
  if (isWaived(finding)) return WAIVED.word;
  return finding.verdict.outcome === 'fail' && !blocks(page, finding) ? 'risk' : OUTCOMES[finding.verdict.outcome].word;
};

const tags = (edition: Edition, { target }: Placed, finding: Finding): string => {
  const { severity } = edition.page.wordsOf(finding.rule);
  const waiting = followersOf(target, finding.rule).length;
  const clears = finding.verdict.outcome === 'fail' ? `clears ${waiting}` : `${waiting} wait for it`;
  return [
    tag(wordOf(edition, finding), lookOf(edition, finding).tone),
    tag(severity, finding.verdict.outcome === 'fail' && !isWaived(finding) ? SEVERITY_TONES[severity] : 'quiet'),
    ...(isNew(finding) ? [tag('new', 'strong')] : []),
    ...actorsOf(finding).map((owner) => tag(OWNER_NAMES[owner], 'owner')),
    ...(waiting > 0 ? [tag(clears, 'strong')] : []),
  ].join(' ');
};

const titleOf = ({ page }: Edition, { rule }: Pick<Finding, 'rule'>): string => markup(page.wordsOf(rule).title);

const followers = (edition: Edition, { target }: Placed, finding: Finding): string => {
  const rules = followersOf(target, finding.rule);
  if (rules.length === 0) return '';
  const lead =
    finding.verdict.outcome === 'fail'
      ? `Mending this clears ${count(rules.length, 'further check')}:`
      : `${count(rules.length, 'further check')} cannot be judged without it:`;
  return element(
    'div',
    { class: 'clears' },
    element('p', {}, lead),
    list(
      'ul',
      'plain',
      rules.map((rule) => titleOf(edition, { rule })),
    ),
  );
};

const reference = ({ page }: Edition, { rule }: Finding): string => {
  const words = page.wordsOf(rule);
  const about = words.docs === undefined ? '' : ` · ${element('a', { href: `#${ruleAnchor(rule)}` }, 'why, and where it is documented')}`;
  return element('p', { class: 'ref' }, `Rule ${element('code', {}, markup(rule))}${about}`);
};

const notes = (all: readonly string[] = []): string => list('ul', 'notes', all.map(markup));

const failure = (edition: Edition, placed: Placed, finding: FindingOf<'fail'>): string => {
  const { summary, evidence, notes: remarks, fixes = [] } = finding.verdict;
  return [
    element('p', { class: 'what' }, markup(summary)),
    list(
      'ol',
      'evidence',
      evidence.map((one, index) => evidenceItem(placed.target, one, { waiver: waiverOf(finding, index), events: regressionOf(finding, index) })),
    ),
    notes(remarks),
    isWaived(finding) ? '' : remedy(edition, { placed, finding }, fixes),
  ].join('');
};

const reason = ({ reason: kind, message, missing = [] }: Unknown): string =>
  `${tag(REASONS[kind], 'unsure')} ${markup(message)}${missing.length === 0 ? '' : ` Depends on ${missing.map((key) => element('code', {}, markup(key))).join(', ')}.`}`;

const unjudged = ({ verdict }: FindingOf<'cannot-tell'>): string =>
  `${element('p', { class: 'what' }, 'Could not be judged. It counts neither as passed nor as failed.')}${list('ul', 'plain', verdict.because.map(reason))}`;

const broken = ({ verdict }: FindingOf<'error'>): string =>
  `${element('p', { class: 'what' }, 'The rule itself is broken, which is ours to mend. It says nothing about your account. Please report it with this text.')}${terms('facts', [['message', element('code', {}, markup(verdict.message))]])}`;

const contentOf = (edition: Edition, placed: Placed, finding: Finding): string => {
  switch (finding.verdict.outcome) {
    case 'fail':
      return failure(edition, placed, finding as FindingOf<'fail'>);
    case 'cannot-tell':
      return unjudged(finding as FindingOf<'cannot-tell'>);
    case 'error':
      return broken(finding as FindingOf<'error'>);
    case 'pass':
    case 'not-applicable':
      return '';
    default:
      return finding.verdict satisfies never;
  }
};

/** A finding that stands for itself, folded under its title. `open`: unfolded from the start. */
export const findingBlock = (edition: Edition, placed: Placed, { finding, open }: { readonly finding: Finding; readonly open: boolean }): string =>
  element(
    'details',
    { class: `finding ${lookOf(edition, finding).tone}`, id: findingAnchor(placed, finding), open, ...filterData(finding) },
    element(
      'summary',
      {},
      sign(lookOf(edition, finding)),
      element('h4', {}, titleOf(edition, finding)),
      element('span', { class: 'tags' }, tags(edition, placed, finding)),
    ),
    element('div', { class: 'body' }, contentOf(edition, placed, finding), followers(edition, placed, finding), reference(edition, finding)),
  );

const wordsOf = ({ verdict, follows = [] }: Finding): string => {
  switch (verdict.outcome) {
    case 'pass':
      return `${markup(verdict.summary)}${notes(verdict.notes)}`;
    case 'not-applicable':
      return markup(verdict.reason);
    case 'cannot-tell':
    case 'error':
    case 'fail':
      return `waits for ${follows.map((rule) => element('code', {}, markup(rule))).join(', ')}`;
    default:
      return verdict satisfies never;
  }
};

/** A finding that says little: what passed, does not apply, or only follows from another. */
export const quietRow = (edition: Edition, finding: Finding): string =>
  element(
    'tr',
    filterData(finding),
    element('td', {}, wordOf(edition, finding)),
    element('td', {}, titleOf(edition, finding)),
    element('td', {}, wordsOf(finding)),
  );

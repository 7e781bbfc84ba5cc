import type { Finding } from '../../src/model/report.ts';
import { closingLines } from '../console/closing.ts';
import type { FindingOf } from '../console/tally.ts';
import { actionsToGrant, failuresInOrder, waivedFailures } from '../console/tally.ts';
import { TARGET_OUTCOMES } from '../console/words.ts';
import { jsonLayout } from '../json-layout.ts';
import { escaped, markup } from '../markup.ts';
import { networkSvg } from '../network/svg.ts';
import { networkText } from '../network/text.ts';
import { problemsIn } from '../target-name.ts';
import { count } from '../text.ts';
import type { Edition, Placed } from './edition.ts';
import { standsAlone } from './edition.ts';
import { element, terms } from './element.ts';
import { findingBlock, quietRow } from './finding.ts';
import { commandBlock } from './remedy.ts';
import { sign } from './sign.ts';

const MOST_OPEN = 12;
const TEXT_WIDTH = 100;

const code = (text: string | undefined): string => (text === undefined ? '' : element('code', {}, markup(text)));

const originOf = ({ target: { target } }: Placed): string | undefined => {
  if (target.origin === undefined) return undefined;
  const start = target.origin.positions[''];
  return `${target.origin.file}${start === undefined ? '' : `:${start.line}:${start.column}`}`;
};

/** The verdict in one sentence with what to do about it, behind the target's name. */
const sentenceOf = ({ page }: Edition, { target }: Placed): string =>
  closingLines(page, [target])
    .map((line) => line.trim())
    .join(' ')
    .slice(2);

const head = (edition: Edition, placed: Placed): string => {
  const { target, outcome, invalid } = placed.target;
  const look = TARGET_OUTCOMES[outcome];
  return [
    element(
      'header',
      {},
      element('h3', { id: `${placed.anchor}-name` }, markup(target.name)),
      element('span', { class: `verdict ${look.tone}` }, sign(look), ` ${look.word}`),
    ),
    element('p', { class: 'closing' }, markup(sentenceOf(edition, placed))),
    terms('meta', [
      ['scenario', markup(target.scenario)],
      ['account', code(target.account)],
      ['Region', markup(target.region)],
      ['deployer', code(target.deployer)],
      ['described in', code(originOf(placed))],
    ]),
    invalid === undefined ? '' : element('p', { class: 'alert' }, problemsIn(invalid).map(markup).join('<br>')),
  ].join('');
};

const picture = ({ target: { network, target } }: Placed): string => {
  if (network === undefined) return '';
  const name = `The network of ${markup(target.name)}`;
  return element(
    'figure',
    {},
    element('figcaption', {}, name),
    `<div class="pan" tabindex="0" role="region" aria-label="${name}, drawn; scrolls sideways">${networkSvg(network, { style: 'page' }).trimEnd()}</div>`,
    element('details', { class: 'words' }, element('summary', {}, 'The same in words'), element('pre', {}, escaped(networkText(network, TEXT_WIDTH)))),
  );
};

const grant = ({ page }: Edition, { target }: Placed): string => {
  const actions = actionsToGrant(target);
  if (actions.length === 0) return '';
  const who = page.run.caller === undefined ? 'whoever collects the facts' : code(page.run.caller);
  const statement = [{ Sid: 'SagereadyReads', Effect: 'Allow', Action: actions, Resource: '*' }];
  return element(
    'div',
    { class: 'grant' },
    element('p', {}, `To settle what could not be read, add this to the policies of ${who}:`),
    commandBlock(jsonLayout(statement)),
  );
};

const alone = ({ page, shown }: Edition, { target }: Placed): readonly Finding[] => {
  const open = target.findings.filter((finding) => standsAlone(finding) && finding.verdict.outcome !== 'fail');
  const all: readonly (Finding | FindingOf<'fail'>)[] = [...failuresInOrder(page, target), ...open, ...waivedFailures(target)];
  return all.filter((finding) => shown.has(finding));
};

const ORDER: readonly Finding['verdict']['outcome'][] = ['fail', 'cannot-tell', 'error', 'pass', 'not-applicable'];

const quiet = (edition: Edition, { target }: Placed): string => {
  const rows = ORDER.flatMap((outcome) =>
    target.findings.filter((finding) => finding.verdict.outcome === outcome && !standsAlone(finding) && edition.shown.has(finding)),
  );
  if (rows.length === 0) return '';
  const passed = rows.filter(({ verdict }) => verdict.outcome === 'pass').length;
  const others = rows.length - passed;
  const words = [
    ...(passed > 0 ? [`${count(passed, 'check')} passed`] : []),
    ...(others > 0 ? [`${others} ${others === 1 ? 'waits or does' : 'wait or do'} not apply`] : []),
  ];
  const heads = ['Outcome', 'Check', 'What was seen'].map((words_) => element('th', { scope: 'col' }, words_)).join('');
  return element(
    'details',
    { class: 'rest' },
    element('summary', {}, words.join(', ')),
    `<div class="pan"><table><thead><tr>${heads}</tr></thead><tbody>${rows.map((finding) => quietRow(edition, finding)).join('')}</tbody></table></div>`,
  );
};

const left = ({ shown }: Edition, { target: { findings } }: Placed): string => {
  const missing = findings.filter((finding) => !shown.has(finding)).length;
  return missing === 0
    ? ''
    : element('p', { class: 'alert' }, `${count(missing, 'further check')} of this target ${missing === 1 ? 'has' : 'have'} no room on this page.`);
};

/** Everything about one target: verdict, network, what failed, what could not be judged, what passed. */
export const targetSection = (edition: Edition, placed: Placed, failuresBefore: number): string =>
  element(
    'section',
    { class: 'target', id: placed.anchor, 'aria-labelledby': `${placed.anchor}-name`, 'data-t': placed.anchor },
    head(edition, placed),
    ...alone(edition, placed).map((finding, index) => findingBlock(edition, placed, { finding, open: failuresBefore + index < MOST_OPEN })),
    picture(placed),
    grant(edition, placed),
    quiet(edition, placed),
    left(edition, placed),
  );

/** How many findings of a target stand for themselves. */
export const standing = (edition: Edition, placed: Placed): number => alone(edition, placed).length;

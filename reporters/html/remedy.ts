import type { Fix } from '../../src/model/fix.ts';
import { OWNER_OF_FIX } from '../../src/model/fix.ts';
import type { Finding } from '../../src/model/report.ts';
import { renderFix } from '../fixes/index.ts';
import { escaped, markup } from '../markup.ts';
import type { Edition, Placed } from './edition.ts';
import { findingAnchor } from './edition.ts';
import { element } from './element.ts';
import { OWNER_NAMES } from './owners.ts';
import { tag } from './sign.ts';

/** Commands or a document, to be copied as one. */
export const commandBlock = (text: string): string => element('pre', { class: 'copy' }, element('code', {}, escaped(text)));

interface Place {
  readonly placed: Placed;
  readonly finding: Finding;
}

const commandsOnce = ({ printed }: Edition, { placed, finding }: Place, commands: readonly string[]): string => {
  if (commands.length === 0) return '';
  const key = JSON.stringify([finding.rule, commands]);
  const before = printed.get(key);
  if (before !== undefined)
    return element('p', { class: 'soft' }, 'The same commands as for ', element('a', { href: `#${before.anchor}` }, markup(before.name)), '.');
  printed.set(key, { anchor: findingAnchor(placed, finding), name: placed.target.target.name });
  return commandBlock(commands.join('\n'));
};

const fixBlock = (edition: Edition, place: Place, fix: Fix): string => {
  const { text, commands } = renderFix(fix);
  return element(
    'div',
    { class: 'fix' },
    `<p>${tag(OWNER_NAMES[OWNER_OF_FIX[fix.kind]], 'owner')} ${escaped(text)}</p>`,
    commandsOnce(edition, place, commands),
  );
};

/** What the rule advises, then each exact fix with its owner; the same commands stand once in the document. */
export const remedy = (edition: Edition, place: Place, fixes: readonly Fix[]): string => {
  const advice = edition.page.wordsOf(place.finding.rule).fix;
  if (advice === undefined && fixes.length === 0) return '';
  return element(
    'div',
    { class: 'remedy' },
    element('h5', {}, 'Remedy'),
    advice === undefined ? '' : element('p', {}, markup(advice)),
    ...fixes.map((fix) => fixBlock(edition, place, fix)),
  );
};

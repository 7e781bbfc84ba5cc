import type { CallLog, TargetOutcome, TargetReport } from '../../src/model/report.ts';
import { columnsOf, count, unique, visible } from '../text.ts';
import type { Page } from './page.ts';
import { hanging } from './page.ts';
import type { Tally } from './tally.ts';
import { actionsToGrant, having, tallyOf } from './tally.ts';
import { TARGET_OUTCOMES } from './words.ts';

const FEW = 3;

const notJudged = ({ unjudged, broken }: Tally): readonly string[] => [
  ...(unjudged > 0 ? [`${count(unjudged, 'check')} could not be judged`] : []),
  ...(broken > 0 ? [`${count(broken, 'rule')} ${broken === 1 ? 'is' : 'are'} broken, ours to mend`] : []),
];

/** What happened, of messages that read `what happened — what to do`. */
const observed = (message: string): string => message.split(' — ')[0] ?? message;

/** What was not judged: by name where one reading stands behind all of it, else by number. */
const leftOpen = (tally: Tally, { findings }: TargetReport): readonly string[] => {
  const [only, ...others] = unique(having(findings, 'cannot-tell').flatMap(({ verdict }) => verdict.because.map(({ message }) => observed(message))));
  return only === undefined || others.length > 0 || tally.broken > 0 ? notJudged(tally) : [visible(only)];
};

const toFix = ({ blocking, cleared }: Tally): string => {
  const one = blocking === 1;
  const clearing = cleared === 0 ? '' : `, ${one ? 'it clears' : 'they clear'} ${cleared}`;
  return `fix ${one ? 'this one' : `these ${blocking}`}${clearing}`;
};

const toGrant = (target: TargetReport): string => {
  const actions = actionsToGrant(target);
  if (actions.length === 0) return '';
  return actions.length <= FEW ? ` — grant ${actions.map(visible).join(', ')}` : ` — grant the ${actions.length} actions above`;
};

const risksOf = ({ risks }: Tally): string => (risks === 0 ? '' : count(risks, 'risk'));

/** What is waived, and what nobody knows because of it; empty without any. */
export const waivedOf = ({ waived, behindWaived }: Pick<Tally, 'waived' | 'behindWaived'>): string => {
  if (waived === 0) return '';
  const behind = behindWaived === 0 ? '' : `, behind which ${count(behindWaived, 'check')} ${behindWaived === 1 ? 'was' : 'were'} not judged`;
  return `${count(waived, 'waived failure')}${behind}`;
};

const besideVerdict = (tally: Tally): readonly string[] => [risksOf(tally), waivedOf(tally)].filter((text) => text !== '');

const SENTENCES: Readonly<Record<TargetOutcome, (tally: Tally, target: TargetReport) => string>> = {
  ready: (tally, target) => {
    const open = leftOpen(tally, target);
    const besides = besideVerdict(tally).join(' and ');
    const ready = `ready${open.length === 0 ? '' : ' as far as could be read'}${besides === '' ? '' : `, with ${besides}`}`;
    return open.length === 0 ? ready : `${ready}: ${open.join('; ')}`;
  },
  'not-ready': (tally) => [`not ready: ${toFix(tally)}`, ...notJudged(tally), ...besideVerdict(tally)].join('; '),
  undetermined: (tally, target) => {
    if (target.invalid !== undefined) return 'undetermined: it could not be judged at all';
    const parts = [...notJudged(tally), ...besideVerdict(tally)];
    return `${['undetermined', ...(parts.length > 0 ? [parts.join('; ')] : [])].join(': ')}${toGrant(target)}`;
  },
};

/** The verdict on a target in one sentence, with what to do about it: `not ready: fix these 2, they clear 9`. */
const closingSentence = (page: Page, target: TargetReport): string => SENTENCES[target.outcome](tallyOf(page, target), target);

const groupedBySentence = (page: Page, targets: readonly TargetReport[]): ReadonlyMap<string, readonly TargetReport[]> => {
  const groups = new Map<string, TargetReport[]>();
  for (const target of targets) {
    const sentence = closingSentence(page, target);
    const group = groups.get(sentence);
    if (group === undefined) groups.set(sentence, [target]);
    else group.push(target);
  }
  return groups;
};

const lastWord = ({ paint, measure }: Page, sentence: string, targets: readonly TargetReport[]): readonly string[] => {
  const { symbol, tone } = TARGET_OUTCOMES[targets[0]?.outcome ?? 'undetermined'];
  const names = targets.map(({ target }) => visible(target.name)).join(', ');
  return hanging(`${symbol} `, `${names} ${targets.length === 1 ? 'is' : 'are'} ${sentence}`, { width: measure }).map((line) =>
    paint.strong(paint[tone](line)),
  );
};

/** The last line of a target, or of several: those of which the same is to be said share a line. */
export const closingLines = (page: Page, targets: readonly TargetReport[]): readonly string[] =>
  [...groupedBySentence(page, targets)].flatMap(([sentence, group]) => lastWord(page, sentence, group));

const ORDER: readonly TargetOutcome[] = ['ready', 'not-ready', 'undetermined'];

/** How many targets there are, by verdict; nothing for a single one. */
export const targetsLine = ({ paint, width }: Page, targets: readonly TargetReport[]): readonly string[] => {
  if (targets.length < 2) return [];
  const parts = ORDER.map((outcome) => ({ outcome, number: targets.filter((target) => target.outcome === outcome).length })).filter(({ number }) => number > 0);
  const words = parts.map(({ outcome, number }) => ({ text: `${number} ${TARGET_OUTCOMES[outcome].word}`, colour: paint[TARGET_OUTCOMES[outcome].tone] }));
  const painted = words.map(({ text, colour }) => colour(text));
  const lead = `${count(targets.length, 'target')}:`;
  const fits = columnsOf([lead, words.map(({ text }) => text).join(', ')].join(' ')) <= width;
  return fits ? [`${paint.strong(lead)} ${painted.join(', ')}`] : [paint.strong(lead), ...painted.map((text) => `  ${text}`)];
};

const callsLine = ({ paint, run }: Page, { total, calls }: CallLog): readonly string[] => {
  if (run.factsFile !== undefined && total === 0) return [];
  const refused = calls.filter(({ outcome }) => outcome === 'access-denied').length;
  return [paint.quiet(`${count(total, 'call')} to AWS${refused > 0 ? `; ${refused} refused` : ''}`)];
};

/** The last lines of the report: all targets in one line, and what was asked of AWS. */
export const overallLines = (page: Page, targets: readonly TargetReport[], calls: CallLog): readonly string[] => [
  ...(targets.length === 0 ? ['Nothing was judged: there is no target.'] : targetsLine(page, targets)),
  ...callsLine(page, calls),
];

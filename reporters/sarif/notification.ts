import type { Finding, RunInfo, TargetReport } from '../../src/model/report.ts';
import { sentence } from '../failed.ts';
import type { RuleWords } from '../rule-words.ts';
import { problemsIn, targetName } from '../target-name.ts';
import { count, unique, visible } from '../text.ts';
import { identifierOf } from './identifier.ts';
import { messageOf } from './message.ts';
import type { Places } from './place.ts';

type Level = 'error' | 'warning' | 'note';

interface Kind {
  readonly level: Level;
  readonly text: string;
  readonly help: string;
}

/** What a run may have to say beside its results. */
const KINDS = {
  'cannot-tell': {
    level: 'warning',
    text: 'A rule could not be judged: what it needs to know was refused or could not be read.',
    help: 'Grant the action that the message names, or judge facts that somebody else has collected.',
  },
  'rule-error': {
    level: 'error',
    text: 'A rule is broken, which is sageready’s to mend.',
    help: 'Report it with the message; the other rules are judged all the same.',
  },
  'invalid-target': {
    level: 'error',
    text: 'A target could not be judged at all.',
    help: 'Do what the message says: mend the description, or let the account be read.',
  },
  'run-incomplete': { level: 'error', text: 'The run was stopped: what was not read by then is not judged.', help: 'Run it again to its end.' },
  'left-out': { level: 'warning', text: 'The report holds less than the run found.', help: 'Read the rest in the report that the message names.' },
  'run-remark': { level: 'note', text: 'A remark on how the run was made.', help: 'Keep it in mind when you read the results.' },
} as const satisfies Readonly<Record<string, Kind>>;

type KindId = keyof typeof KINDS;

const KIND_IDS = Object.keys(KINDS) as readonly KindId[];

/** The kinds of notifications, as the tool describes them. */
export const NOTIFICATION_DESCRIPTORS = KIND_IDS.map((id) => ({
  id,
  name: identifierOf(id),
  shortDescription: messageOf(KINDS[id].text),
  fullDescription: messageOf(KINDS[id].text),
  help: messageOf(KINDS[id].help),
  defaultConfiguration: { level: KINDS[id].level },
}));

/** Says something beside the results. */
const notification = (kind: KindId, text: string) => ({
  descriptor: { id: kind, index: KIND_IDS.indexOf(kind) },
  level: KINDS[kind].level,
  message: messageOf(text),
});

/** A judgement that says nothing of the account. */
export interface Unjudged {
  readonly target: TargetReport['target'];
  readonly finding: Finding;
  readonly words: RuleWords;
}

const openText = ({ target, finding: { verdict, follows = [] }, words }: Unjudged): string | undefined => {
  if (verdict.outcome === 'error') return `${visible(words.id)} is broken, ours to mend: ${sentence(visible(verdict.message))} Concerns ${targetName(target)}.`;
  if (verdict.outcome !== 'cannot-tell') return undefined;
  const reasons = unique(verdict.because.map(({ message, missing = [] }) => visible([message, ...missing].join(', '))));
  const waits = follows.length > 0 ? ` Waits for ${follows.map(visible).join(', ')}.` : '';
  return `Could not be judged: ${sentence(visible(words.title))} ${reasons.map(sentence).join(' ')}${waits} Concerns ${targetName(target)}.`;
};

/** What could not be judged, and which rule is broken: never a result, and never silence. */
export const openNotification = (open: Unjudged, { ruleIndex, places }: { readonly ruleIndex: number; readonly places: Places }) => ({
  ...notification(open.finding.verdict.outcome === 'error' ? 'rule-error' : 'cannot-tell', openText(open) ?? ''),
  associatedRule: { id: visible(open.words.id), index: ruleIndex },
  locations: [{ physicalLocation: places.targetPlace(open.target) }],
});

/** A target that could not be judged at all. */
export const invalidNotification = ({ target, invalid = '' }: TargetReport, places: Places) => ({
  ...notification('invalid-target', `Could not be judged: ${sentence(problemsIn(invalid).join('; '))} Concerns ${targetName(target)}.`),
  locations: [{ physicalLocation: places.targetPlace(target) }],
});

/** How the run was made, with everything that a reader must not miss. */
export const runNotifications = ({ complete, endpoints, factsFile, notes }: RunInfo) => [
  ...(complete ? [] : [notification('run-incomplete', KINDS['run-incomplete'].text)]),
  ...endpoints.map((endpoint) => notification('run-remark', `Another endpoint than AWS’s own: ${endpoint}`)),
  ...(factsFile === undefined ? [] : [notification('run-remark', `Judged from saved facts: ${factsFile}`)]),
  ...notes.map((note) => notification('run-remark', note)),
];

/** What a flavour leaves out, and where it is. */
export interface LeftOut {
  readonly results: number;
  readonly most: number;
  readonly waived: number;
  readonly notifications: number;
}

/** Says what the report leaves out. */
export const leftOutNotifications = ({ results, most, waived, notifications }: LeftOut) => [
  ...(results > 0
    ? [
        notification(
          'left-out',
          `${count(results, 'result')} left out: code scanning keeps ${most.toLocaleString('en')} a run, and these are the most severe. The JSON and CSV reports hold all.`,
        ),
      ]
    : []),
  ...(waived > 0
    ? [notification('left-out', `${count(waived, 'waived failure')} left out: code scanning would open alerts for them. The format sarif-full holds them.`)]
    : []),
  ...(notifications > 0
    ? [notification('left-out', `${count(notifications, 'further judgement')} could not be made. The JSON and CSV reports hold all.`)]
    : []),
];

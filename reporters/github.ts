import type { Finding, Report, Reporter, RunInfo, TargetReport } from '../src/model/report.ts';
import type { Severity } from '../src/model/rule.ts';
import { isWaived, waiverOf } from './console/tally.ts';
import { shortened } from './cut.ts';
import { adviceOf, observation, sentence } from './failed.ts';
import { subjectText } from './found/identity.ts';
import { positionIn } from './junit/body.ts';
import type { RuleWords } from './rule-words.ts';
import { wordsIn } from './rule-words.ts';
import { problemsIn, targetName } from './target-name.ts';
import { count, unique, visible } from './text.ts';

type Command = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly command: Command;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly col?: number;
}

const COMMANDS: Readonly<Record<Severity, Command>> = { error: 'error', warning: 'warning', note: 'notice' };
const ORDER: readonly Command[] = ['error', 'warning', 'notice'];

// GitHub shows ten of each kind a step, and drops the rest in silence; titles of 255 and messages of 65,536 characters.
// https://docs.github.com/en/rest/checks/runs
const MOST = 10;
const LONGEST_TITLE = 255;
const LONGEST_MESSAGE = 4000;

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const DATA: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A' };
const PROPERTY: Readonly<Record<string, string>> = { ...DATA, ':': '%3A', ',': '%2C' };

const messageText = (lines: string): string => lines.replace(/[%\r\n]/g, (character) => DATA[character] ?? character);
const propertyText = (text: string | number): string => visible(String(text)).replace(/[%\r\n:,]/g, (character) => PROPERTY[character] ?? character);

const line = ({ command, message, title, ...place }: Annotation): string => {
  const properties = Object.entries({ ...place, title: shortened(visible(title), LONGEST_TITLE) }).map(([name, value]) => `${name}=${propertyText(value)}`);
  return `::${command} ${properties.join(',')}::${messageText(shortened(message, LONGEST_MESSAGE))}\n`;
};

const placeIn = ({ target: { origin } }: TargetReport, { verdict }: Finding) => {
  const position = positionIn(origin, verdict.outcome === 'fail' ? verdict.evidence : []);
  return origin === undefined ? {} : { file: position?.file ?? origin.file, ...(position && { line: position.line, col: position.column }) };
};

const failureText = (finding: Finding, { fix }: RuleWords): string => {
  const { verdict } = finding;
  if (verdict.outcome !== 'fail') return '';
  const open = verdict.evidence.filter((_, index) => waiverOf(finding, index) === undefined);
  const advice = adviceOf(verdict.fixes, fix);
  return [
    sentence(visible(verdict.summary)),
    ...open.map((evidence) => `${subjectText(evidence.subject)}: ${observation(evidence)}`),
    ...(advice.length === 0 ? [] : [`To do: ${advice.join(' ')}`]),
  ].join('\n');
};

const failure = (target: TargetReport, finding: Finding, words: RuleWords): Annotation => ({
  command: COMMANDS[words.severity],
  title: `${target.target.name}: must hold: ${words.title}`,
  message: `${failureText(finding, words)}\nRule: ${visible(words.id)}. Concerns ${targetName(target.target)}.`,
  ...placeIn(target, finding),
});

const unjudged = (
  target: TargetReport,
  finding: Finding,
  { words, reasons }: { readonly words: RuleWords; readonly reasons: readonly string[] },
): Annotation => ({
  command: words.severity === 'note' ? 'notice' : 'warning',
  title: `${target.target.name}: could not be judged: ${words.title}`,
  message: `${unique(reasons.map(visible)).join('\n')}\nRule: ${visible(words.id)}. Concerns ${targetName(target.target)}.`,
  ...placeIn(target, finding),
});

// What could not be judged only because something else could not is told once, there.
const follows = ({ follows: causes = [] }: Finding): boolean => causes.length > 0;

const annotationsFor = (target: TargetReport, finding: Finding, words: RuleWords): readonly Annotation[] => {
  const { verdict } = finding;
  switch (verdict.outcome) {
    case 'fail':
      return isWaived(finding) ? [] : [failure(target, finding, words)];
    case 'cannot-tell':
      return follows(finding) ? [] : [unjudged(target, finding, { words, reasons: verdict.because.map(({ message }) => message) })];
    case 'error':
      return [unjudged(target, finding, { words, reasons: [`${sentence(verdict.message)} The rule is broken, which is sageready’s to mend.`] })];
    case 'pass':
    case 'not-applicable':
      return [];
    default:
      return verdict satisfies never;
  }
};

const invalid = (target: TargetReport): readonly Annotation[] => {
  if (target.invalid === undefined) return [];
  const { origin } = target.target;
  return [
    {
      command: 'error',
      title: `${target.target.name}: could not be judged`,
      message: problemsIn(target.invalid).join('\n'),
      ...(origin && { file: origin.file, ...(origin.positions[''] && { line: origin.positions[''].line }) }),
    },
  ];
};

const aboutRun = ({ complete, endpoints }: RunInfo): readonly Annotation[] => [
  ...(complete ? [] : [{ command: 'warning', title: 'The run was stopped', message: 'What was not read by then is not judged: run it again.' } as const]),
  ...endpoints.map((endpoint) => ({ command: 'notice', title: 'Another endpoint than AWS’s own', message: visible(endpoint) }) as const),
];

const annotationsIn = (report: Report): readonly Annotation[] => {
  const wordsOf = wordsIn(report);
  const targets = [...report.targets];
  const none: readonly Annotation[] =
    targets.length > 0 ? [] : [{ command: 'warning', title: 'Nothing was judged', message: 'There is no target: describe one.' }];
  return [
    ...aboutRun(report.run),
    ...none,
    ...targets.flatMap((target) => [...invalid(target), ...target.findings.flatMap((finding) => annotationsFor(target, finding, wordsOf(finding.rule)))]),
  ];
};

const limited = (command: Command, annotations: readonly Annotation[]): readonly Annotation[] => {
  const own = annotations.filter((annotation) => annotation.command === command);
  if (own.length <= MOST) return own;
  const shown = own.slice(0, MOST - 1);
  const rest = count(own.length - shown.length, 'more annotation');
  return [
    ...shown,
    {
      command,
      title: `sageready has ${rest} of this kind`,
      message: 'GitHub shows ten of a kind only. The summary of the job and the other reports hold all.',
    },
  ];
};

/** The report as annotations of GitHub Actions (workflow commands for standard output): what failed and what could not be judged, on the line of the description that it comes from. */
export const github: Reporter = function* (report) {
  const annotations = annotationsIn(report);
  for (const command of ORDER) yield* limited(command, annotations).map(line);
};

import { activeEndpointOverrides } from '../../aws/endpoints.ts';
import { exitCodeOf } from '../../engine/outcome.ts';
import type { CallLog, TargetReport } from '../../model/report.ts';
import type { Looked } from '../../run/audit.ts';
import { noTargets, unnamedRoles } from '../../run/audited.ts';
import { joinedCalls } from '../../run/calls.ts';
import type { Parts, RunFacts } from '../../run/report.ts';
import { reportOn } from '../../run/report.ts';
import { VERSION } from '../../run/version.ts';
import { interruptedCode } from '../interrupt.ts';
import { openLiveLines } from '../live-lines.ts';
import { lookLive } from '../looking.ts';
import type { During, LiveRun } from '../observe.ts';
import { observeLive } from '../observe.ts';
import { checkOutputs, loadReporters } from '../output.ts';
import { provisionsOf } from '../provisions.ts';
import { publish } from '../publish.ts';
import { waiversOf } from '../waivers.ts';
import type { Words } from '../words.ts';
import { publishedCode, thresholdOf, UNDETERMINED } from '../words.ts';

type Found = Looked & { readonly time: string };

/** What is known of everything that was found, ready to be judged. */
interface Observed {
  readonly known: Parts;
  readonly run: RunFacts;
  readonly calls: CallLog;
  readonly interrupted: boolean;
  /** What was found, and is judged by nothing. */
  readonly unjudged: readonly TargetReport[];
}

const targetsOf = ({ parts }: Parts) => ({ targets: parts.flatMap(({ gathered }) => gathered.targets) });

/** What is known where nothing more was read than what there is. */
const observeNothing = ({ time, caller, notes, calls, ...looked }: Found, words: Words, more: readonly string[]): Observed => {
  const endpoints = activeEndpointOverrides(process.env, words['endpoint-url'] as string | undefined);
  const cut = provisionsOf(words).cut();
  const gathered = noTargets(time);
  const said = [cut ?? [], notes, unnamedRoles(looked, looked), more].flat();
  const run = { tool: { name: 'sageready', version: VERSION } as const, time, caller, complete: cut === undefined, endpoints, notes: said };
  return { known: { parts: [{ gathered, places: [] }], unread: [] }, run, calls, interrupted: false, unjudged: [] };
};

const nothingIn = ({ regions, missed }: Found): string =>
  `nothing to judge was found in ${regions.join(', ')}${missed.length > 0 ? ', as far as could be read' : ''}`;

const leftOut = ({ targets }: Found, reason: string): readonly TargetReport[] =>
  targets.map(({ name, scenario, account, region, completed }) => ({
    target: { name, scenario, account, region, ...(completed && { completed }) },
    outcome: 'undetermined',
    risks: 0,
    findings: [],
    causes: [],
    invalid: `not judged: ${reason}`,
  }));

/** Where looking took all the calls that may be made, what was found is told, and nothing is said of it. */
const observeTargets = async (looked: Found, words: Words, during: During): Promise<LiveRun | string> => {
  try {
    return await observeLive(looked.targets, { ...words, now: looked.time }, during);
  } catch (error) {
    const cut = provisionsOf(words).cut();
    if (cut === undefined) throw error;
    return cut;
  }
};

/** Reads what judging takes, by the clock of looking. */
const observeFound = async (looked: Found, words: Words, during: During): Promise<Observed> => {
  if (looked.targets.length === 0) return observeNothing(looked, words, [nothingIn(looked)]);
  const observed = await observeTargets(looked, words, during);
  if (typeof observed === 'string') return { ...observeNothing(looked, words, []), unjudged: leftOut(looked, observed) };
  const { known, calls, run, interrupted } = observed;
  const notes = [...run.notes, ...looked.notes, ...unnamedRoles(looked, targetsOf(known))];
  return { known, calls: joinedCalls([looked.calls, calls]), run: { ...run, notes }, interrupted, unjudged: [] };
};

/** Finds what exists in an account, judges it and writes the reports. */
export const run = async (words: Words): Promise<number> => {
  await checkOutputs(words);
  const waivers = await waiversOf(words);
  const looked = await lookLive(words);
  const { missed, time, targets } = looked;
  const lines = openLiveLines(words, { time, waivers });
  const during = { meanwhile: () => void loadReporters(words), ...(lines !== undefined && { live: lines.live }) };
  const { known, run: made, calls, interrupted, unjudged } = await observeFound(looked, words, during);
  const invalid = [...missed, ...unjudged];
  const report = reportOn(known, thresholdOf(words), { run: made, calls, invalid, waivers });
  await lines?.end(report, invalid);
  await publish(report, lines === undefined ? words : { ...words, quiet: true }, targets);
  if (interrupted) return interruptedCode;
  const code = exitCodeOf(report.outcomes());
  return publishedCode(made.complete ? code : code || UNDETERMINED, words);
};

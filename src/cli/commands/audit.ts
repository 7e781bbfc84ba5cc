import { activeEndpointOverrides } from '../../aws/endpoints.ts';
import { exitCodeOf } from '../../engine/outcome.ts';
import type { CallLog } from '../../model/report.ts';
import type { Looked } from '../../run/audit.ts';
import { noTargets, unnamedRoles } from '../../run/audited.ts';
import { joinedCalls } from '../../run/calls.ts';
import type { Parts, RunFacts } from '../../run/report.ts';
import { reportOn } from '../../run/report.ts';
import { VERSION } from '../../run/version.ts';
import { interruptedCode } from '../interrupt.ts';
import { openLiveLines } from '../live-lines.ts';
import { lookLive } from '../looking.ts';
import type { During } from '../observe.ts';
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
}

const targetsOf = ({ parts }: Parts) => ({ targets: parts.flatMap(({ gathered }) => gathered.targets) });

/** Where nothing was found, nothing more is read. */
const observeNothing = ({ time, caller, notes, regions, calls, ...looked }: Found, words: Words): Observed => {
  const endpoints = activeEndpointOverrides(process.env, words['endpoint-url'] as string | undefined);
  const cut = provisionsOf(words).cut();
  const gathered = noTargets(time);
  const said = [
    cut ?? [],
    notes,
    unnamedRoles(looked, gathered),
    `nothing to judge was found in ${regions.join(', ')}${looked.missed.length > 0 ? ', as far as could be read' : ''}`,
  ].flat();
  const run = { tool: { name: 'sageready', version: VERSION } as const, time, caller, complete: cut === undefined, endpoints, notes: said };
  return { known: { parts: [{ gathered, places: [] }], unread: [] }, run, calls, interrupted: false };
};

/** Reads what judging takes, by the clock of looking. */
const observeFound = async (looked: Found, words: Words, during: During): Promise<Observed> => {
  if (looked.targets.length === 0) return observeNothing(looked, words);
  const { known, calls, run, interrupted } = await observeLive(looked.targets, { ...words, now: looked.time }, during);
  const notes = [...run.notes, ...looked.notes, ...unnamedRoles(looked, targetsOf(known))];
  return { known, calls: joinedCalls([looked.calls, calls]), run: { ...run, notes }, interrupted };
};

/** Finds what exists in an account, judges it and writes the reports. */
export const run = async (words: Words): Promise<number> => {
  await checkOutputs(words);
  const waivers = await waiversOf(words);
  const looked = await lookLive(words);
  const { missed, time, targets } = looked;
  const lines = openLiveLines(words, { time, waivers });
  const during = { meanwhile: () => void loadReporters(words), ...(lines !== undefined && { live: lines.live }) };
  const { known, run: made, calls, interrupted } = await observeFound(looked, words, during);
  const report = reportOn(known, thresholdOf(words), { run: made, calls, invalid: missed, waivers });
  await lines?.end(report, missed);
  await publish(report, lines === undefined ? words : { ...words, quiet: true }, targets);
  if (interrupted) return interruptedCode;
  const code = exitCodeOf(report.outcomes());
  return publishedCode(made.complete ? code : code || UNDETERMINED, words);
};

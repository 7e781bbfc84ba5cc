import { activeEndpointOverrides } from '../../aws/endpoints.ts';
import { exitCodeOf } from '../../engine/outcome.ts';
import type { Report } from '../../model/report.ts';
import type { Looked } from '../../run/audit.ts';
import { noTargets, unnamedRoles } from '../../run/audited.ts';
import { joinedCalls } from '../../run/calls.ts';
import { reportOn } from '../../run/report.ts';
import { VERSION } from '../../run/version.ts';
import { interruptedCode } from '../interrupt.ts';
import { lookLive } from '../looking.ts';
import { observeLive } from '../observe.ts';
import { checkOutputs, loadReporters } from '../output.ts';
import { provisionsOf } from '../provisions.ts';
import { publish } from '../publish.ts';
import { waiversOf } from '../waivers.ts';
import type { Words } from '../words.ts';
import { publishedCode, thresholdOf } from '../words.ts';

type Found = Looked & { readonly time: string };

interface Judged {
  readonly report: Report;
  readonly interrupted: boolean;
}

/** Judges what was found, by the clock of looking. Where nothing was found, nothing more is read. */
const judge = async (looked: Found, words: Words): Promise<Judged> => {
  const waivers = await waiversOf(words);
  const { targets, missed, time, caller } = looked;
  const made = { invalid: missed, waivers };
  if (targets.length === 0) {
    const endpoints = activeEndpointOverrides(process.env, words['endpoint-url'] as string | undefined);
    const cut = provisionsOf(words).cut() ?? [];
    const notes = [cut, ...looked.notes, ...unnamedRoles(looked, noTargets(time)), `nothing to judge was found in ${looked.regions.join(', ')}`].flat();
    const run = { tool: { name: 'sageready', version: VERSION } as const, time, caller, complete: cut.length === 0, endpoints, notes };
    return { report: reportOn(noTargets(time), thresholdOf(words), { ...made, run, calls: looked.calls }), interrupted: false };
  }
  const { gathered, calls, run, interrupted } = await observeLive(targets, { ...words, now: time }, () => void loadReporters(words));
  const notes = [...run.notes, ...looked.notes, ...unnamedRoles(looked, gathered)];
  return { report: reportOn(gathered, thresholdOf(words), { ...made, run: { ...run, notes }, calls: joinedCalls([looked.calls, calls]) }), interrupted };
};

/** Finds what exists in an account, judges it and writes the reports. */
export const run = async (words: Words): Promise<number> => {
  await checkOutputs(words);
  const looked = await lookLive(words);
  const { report, interrupted } = await judge(looked, words);
  await publish(report, words, looked.targets);
  return interrupted ? interruptedCode : publishedCode(exitCodeOf([...report.targets].map(({ outcome }) => outcome)), words);
};

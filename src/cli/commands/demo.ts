import broken from '../../../examples/facts/broken.json' with { type: 'json' };
import ready from '../../../examples/facts/ready.json' with { type: 'json' };
import { factsOf } from '../../engine/facts.ts';
import type { SavedFact } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import type { Gathered } from '../../run/gather.ts';
import { reportOn } from '../../run/report.ts';
import { VERSION } from '../../run/version.ts';
import { timeIn } from '../observe.ts';
import { checkOutputs, writeReports } from '../output.ts';
import type { Words } from '../words.ts';

const RECORDINGS = [ready, broken];

type Recording = (typeof RECORDINGS)[number];

const gatheredFrom = ({ facts, tool, targets }: Recording): Gathered => ({
  facts: factsOf(facts as unknown as readonly SavedFact[], tool),
  targets: targets as unknown as readonly Target[],
});

/** Judges two recorded accounts. Always exits with 0: what it shows is an example, not your account. */
export const run = async (words: Words): Promise<number> => {
  await checkOutputs(words);
  const all = RECORDINGS.map(gatheredFrom);
  const notes = ['recorded facts of two accounts: one ready, one broken in three places; no call was made'];
  const run = { tool: { name: 'sageready', version: VERSION } as const, time: all.map(timeIn)[0] ?? '', complete: true, endpoints: [], notes };
  const reports = all.map((gathered) => reportOn(gathered, { failOn: 'error', strict: false }, { run }));
  const [first] = reports;
  if (first !== undefined) await writeReports({ ...first, targets: reports.flatMap(({ targets }) => [...targets]) }, words);
  return 0;
};

import { sketchOf } from '../../engine/sketch.ts';
import type { Unknown } from '../../model/fact.ts';
import type { NetworkPicture } from '../../model/picture.ts';
import type { TargetReport } from '../../model/report.ts';
import type { Target } from '../../model/target.ts';
import { readFactsFile } from '../../run/facts-file.ts';
import type { Gathered } from '../../run/gather.ts';
import { completeEach } from '../../run/gather.ts';
import { LAW } from '../../run/law.ts';
import { reportOn } from '../../run/report.ts';
import { stop } from '../../run/stop.ts';
import { VERSION } from '../../run/version.ts';
import { atTime } from '../at-time.ts';
import { describedTargets } from '../describe.ts';
import { nearest } from '../nearest.ts';
import { observeLive, timeIn } from '../observe.ts';
import { requireSavedAccount } from '../one-account.ts';
import { print } from '../print.ts';
import { widthOfTerminal } from '../terminal-width.ts';
import type { Words } from '../words.ts';

const UNKNOWN = 3;

type Drawing = (picture: NetworkPicture) => string;

const DRAWINGS: Readonly<Record<string, () => Promise<Drawing>>> = {
  console: async () => {
    const { networkText } = await import('../../../reporters/network/text.ts');
    return (picture) => networkText(picture, widthOfTerminal());
  },
  svg: async () => {
    const { networkSvg } = await import('../../../reporters/network/svg.ts');
    return (picture) => networkSvg(picture, { style: 'own' });
  },
  dot: async () => (await import('../../../reporters/network/dot.ts')).networkDot,
};

const hasNetwork = (target: Target): boolean => LAW.sketch?.appliesTo.accepts(target) ?? false;

const namesOf = (targets: readonly Target[]): string => targets.map(({ name }) => name).join(', ');

/** The target that is meant: by its name, or the only one that could be. */
const chosen = (targets: readonly Target[], name: string | undefined): Target => {
  if (name === undefined) {
    const candidates = targets.filter(hasNetwork);
    const [only = targets[0], ...others] = candidates;
    if (only === undefined) throw stop('there is no target to draw — name a description with one that has a VPC (vpcConfig)');
    if (others.length > 0) throw stop(`several targets have a VPC — name one of ${namesOf(candidates)}`);
    return only;
  }
  const found = targets.find((target) => target.name === name);
  if (found !== undefined) return found;
  const near = nearest(
    name,
    targets.map((target) => target.name),
  );
  throw stop(`there is no target ${name}${near} — targets are ${namesOf(targets)}`);
};

interface Known {
  readonly target: Target;
  readonly report: TargetReport;
  readonly gathered: Gathered;
}

const THRESHOLD = { failOn: 'error', strict: false } as const;

const only = (gathered: Gathered, run: Parameters<typeof reportOn>[2]['run']): Known => {
  const [target] = gathered.targets;
  const [report] = reportOn(gathered, THRESHOLD, { run }).targets;
  if (target === undefined || report === undefined) throw stop('there is no target to draw');
  return { target, report, gathered };
};

/** The description as a whole: which target is drawn is chosen by place, not by `--target`. */
const whole = ({ target: _, ...words }: Words): Words => words;

const saved = async (file: string, words: Words): Promise<Known> => {
  const { facts: read, targets: recorded } = await readFactsFile(file);
  const facts = atTime(read, words);
  const targets = words['file'] === undefined ? recorded : (await describedTargets(whole(words))).targets;
  const target = chosen(targets, words['target'] as string | undefined);
  requireSavedAccount([target], { file, targets: recorded });
  const gathered = { ...completeEach([target], facts), facts };
  return only(gathered, { tool: { name: 'sageready', version: VERSION }, time: timeIn(gathered), complete: true, endpoints: [], factsFile: file, notes: [] });
};

const live = async (words: Words): Promise<Known> => {
  const { targets } = await describedTargets(whole(words));
  const { gathered, run } = await observeLive([chosen(targets, words['target'] as string | undefined)], words);
  return only(gathered, run);
};

const whyNot = ({ target, report, gathered }: Known): readonly Unknown[] => {
  const sketched = LAW.sketch && sketchOf(LAW.sketch, target, { facts: gathered.facts, findings: report.findings });
  return sketched !== undefined && 'unknowns' in sketched ? sketched.unknowns : [];
};

/** What keeps the network from being drawn is said, and the exit code is that of what could not be told. */
const undrawn = (known: Known): number => {
  const { target } = known;
  if (!hasNetwork(target)) throw stop(`${target.name} names no VPC (vpcConfig), so there is no network to draw`);
  const reasons = [...new Set(whyNot(known).map(({ message }) => message))];
  const said = reasons.length > 0 ? reasons.join('\n  ') : 'its subnets or security groups do not make one network — sageready check tells why';
  process.stderr.write(`The network of ${target.name} could not be drawn:\n  ${said}\n`);
  return UNKNOWN;
};

/** Draws the network of one target, from the account or from saved facts. Exits with 0 when it is drawn, whatever is drawn. */
export const run = async (words: Words): Promise<number> => {
  const facts = words['facts'] as string | undefined;
  const known = facts === undefined ? await live(words) : await saved(facts, words);
  if (known.report.network === undefined) return undrawn(known);
  const draw = await DRAWINGS[String(words['output'])]?.();
  if (draw === undefined) throw stop(`there is no output ${String(words['output'])}`);
  await print(draw(known.report.network));
  return 0;
};

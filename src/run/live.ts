import { openJudging } from '../engine/judge.ts';
import type { Threshold } from '../engine/outcome.ts';
import type { Plan } from '../engine/plan.ts';
import { openWaivers } from '../engine/waive.ts';
import type { TargetReport } from '../model/report.ts';
import type { RuleMeta } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import type { WaiverEntry } from '../model/waiver.ts';
import type { Gathered } from './gather.ts';
import { LAW } from './law.ts';
import { missingReport } from './missing.ts';
import { wordsOf } from './rule-words.ts';

/** Where reports go as soon as they are known, and by what they are judged. */
export interface Live {
  readonly threshold: Threshold;
  readonly waivers?: readonly WaiverEntry[];
  /** ISO 8601, the run's clock: waivers end by it. */
  readonly time: string;
  /** The next report waits for this one. `rules`: the words of the rules in its findings, if there are any. */
  readonly onTarget: (report: TargetReport, rules?: readonly RuleMeta[]) => void | Promise<void>;
}

/** Reports that are handed on while facts are read. */
export interface LiveReports {
  /** Says that a fact is known, by its place in the plan. */
  readonly known: (place: number) => void;
  /** Once every report is handed on. Rejects with what `onTarget` threw. */
  readonly finished: () => Promise<void>;
}

/** What each report waits for. */
interface Waiting {
  readonly plan: Plan;
  /** The targets of the plan, in its order. */
  readonly judged: readonly Target[];
}

const waitersOf = ({ facts, of }: Plan): readonly (readonly number[])[] => {
  const waiters = facts.map((): number[] => []);
  for (const [index, places] of of.entries()) for (const place of places) waiters[place]?.push(index);
  return waiters;
};

/** Counts, for each target, the facts that are still open. `onReady` is told the target's number. */
const countdown = (plan: Plan, onReady: (index: number) => void): ((place: number) => void) => {
  const open = Uint32Array.from(plan.of, ({ length }) => length);
  const waiters = waitersOf(plan);
  for (const [index, count] of open.entries()) if (count === 0) onReady(index);
  return (place) => {
    for (const index of waiters[place] ?? []) {
      open[index] = (open[index] ?? 0) - 1;
      if (open[index] === 0) onReady(index);
    }
  };
};

/** Judges while it is waited for answers, a few targets at a time. */
const AT_ONCE = 20;

/** Hands on what is put into it, one after another, without holding up the answers that come meanwhile. */
const openQueue = <T>(handle: (item: T) => void | Promise<void>) => {
  const items: T[] = [];
  let working: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    for (let next = 0; next < items.length; next += 1) {
      await handle(items[next] as T);
      if (next % AT_ONCE === 0) await new Promise((resolve) => void setImmediate(resolve));
    }
    items.length = 0;
    working = undefined;
  };
  const put = (item: T): void => {
    items.push(item);
    working ??= work();
    // Whoever waits for the end hears of it.
    working.catch(() => {});
  };
  return { put, finished: async () => working };
};

/** Opens the handing on of reports. A target waits for its own facts, and one that others share something with for what that takes of all of them. */
export const openLive = ({ targets, facts, missing = new Map() }: Gathered, { plan, judged, ...live }: Live & Waiting): LiveReports => {
  const judging = openJudging(LAW, { facts, threshold: live.threshold });
  const words = new Map(judging.rules.map((rule) => [rule.id, wordsOf(rule)]));
  const waiving = openWaivers(live.waivers ?? [], { time: live.time, words, threshold: live.threshold });
  const joint = { open: new Set(plan.joint), found: plan.joint.length === 0 ? judging.together(judged) : undefined };
  const early: Target[] = [];
  const queue = openQueue((judge: () => TargetReport) => {
    const report = waiving.mark(judge());
    return live.onTarget(
      report,
      report.findings.flatMap(({ rule }) => words.get(rule) ?? []),
    );
  });
  for (const target of targets.filter((one) => missing.has(one))) queue.put(() => missingReport(target, missing.get(target) ?? ''));
  const put = (target: Target): void => {
    const { found } = joint;
    if (found === undefined) early.push(target);
    else queue.put(() => judging.report(target, found));
  };
  const count = countdown(plan, (index) => put(judged[index] as Target));
  return {
    known: (place) => {
      joint.open.delete(place);
      if (joint.open.size === 0 && joint.found === undefined) {
        joint.found = judging.together(judged);
        for (const target of early.splice(0)) put(target);
      }
      count(place);
    },
    finished: queue.finished,
  };
};

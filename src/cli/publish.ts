import type { Report } from '../model/report.ts';
import type { Target } from '../model/target.ts';
import { isAnybodyTold } from './delivery/asked.ts';
import type { Beside } from './output.ts';
import { endWith, writeReports } from './output.ts';
import type { Words } from './words.ts';

/** A report as it is published. */
interface Published {
  readonly report: Report;
  readonly beside: Beside;
}

const failureOf = (step: Promise<void>): Promise<readonly Error[]> =>
  step.then(
    () => [],
    (error: unknown) => [error as Error],
  );

const handOn = async (published: Published, words: Words, targets: readonly Target[]): Promise<readonly Error[]> =>
  isAnybodyTold(words) ? (await import('./delivery.ts')).deliver(published, words, targets) : [];

/** Refuses places that the report cannot be handed on to, before the account is read. `regions`: those whose findings the run's own credentials hand on. */
export const checkDeliveries = async (words: Words, regions: readonly string[]): Promise<void> => {
  if (isAnybodyTold(words)) await (await import('./delivery/beforehand.ts')).refuseUnreachable(words, regions);
};

/** What becomes of a finished report: it is compared with the history, written to every place that was asked for, kept, and handed on. One step that fails stops no other. `targets`: what was judged. */
export const publish = async (report: Report, words: Words, targets: readonly Target[]): Promise<void> => {
  const history = words['history'] === undefined ? undefined : await import('./history.ts');
  const failures: Error[] = [];
  const published: Published = (await history?.recalled(report, words, targets).catch((error: unknown) => void failures.push(error as Error))) ?? {
    report,
    beside: {},
  };
  failures.push(...(await failureOf(writeReports(published.report, words, published.beside))));
  if (history !== undefined) failures.push(...(await failureOf(history.keepReport(published.report, words))));
  endWith([...failures, ...(await handOn(published, words, targets))]);
};

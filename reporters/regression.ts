import type { ChangeEvent, Finding } from '../src/model/report.ts';

/** What changed an observation that did not fail in the run before, by its place in the evidence. Empty: CloudTrail tells nothing; undefined: it is not new. */
export const regressionOf = ({ fingerprints = [], regressions = {} }: Finding, index: number): readonly ChangeEvent[] | undefined => {
  const fingerprint = fingerprints[index] ?? '';
  return Object.hasOwn(regressions, fingerprint) ? regressions[fingerprint] : undefined;
};

/** Whether part of a failure is new since the run before. */
export const isNew = ({ regressions = {} }: Finding): boolean => Object.keys(regressions).length > 0;

/** What is said of an observation that did not fail in the run before. */
export const NEW = 'did not fail in the run before';

/** A change as CloudTrail tells it: when, what, who. */
export const changeText = ({ time, event, who, eventId }: ChangeEvent): string => `${time} ${event} by ${who} (event ${eventId})`;

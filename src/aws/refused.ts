import type { Absent, Present, Reading, Unknown } from '../model/fact.ts';

/** Thrown where a collector needs an answer that AWS did not give; carries the reason. Whoever reads facts turns it into that Unknown. */
export class Refused extends Error {
  readonly unknown: Unknown;

  constructor(unknown: Unknown) {
    super(unknown.message);
    this.name = 'Refused';
    this.unknown = unknown;
  }
}

/** The answer, present or absent. Throws Refused when there is none. */
export const settled = <T>(reading: Reading<T>): Present<T> | Absent => {
  if (reading.state === 'unknown') throw new Refused(reading);
  return reading;
};

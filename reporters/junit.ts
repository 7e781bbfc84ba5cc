import type { Reporter } from '../src/model/report.ts';
import type { Naming, Suite } from './junit/suite.ts';
import { countsOf, suiteElement, suitesOf } from './junit/suite.ts';
import { attributes } from './junit/xml.ts';
import { isoTime } from './time.ts';

const SECONDS = 'yyyy-mm-ddThh:mm:ss'.length;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

// Some systems drop all but one of the cases that have the same class and name.
const distinctNames = (): Naming => {
  const taken = new Map<string, number>();
  return ({ classname, name }) => {
    const key = `${classname} ${name}`;
    const number = (taken.get(key) ?? 0) + 1;
    taken.set(key, number);
    return number === 1 ? name : `${name} #${number}`;
  };
};

const write = function* (
  suites: Iterable<Suite>,
  extended: boolean,
  { timestamp, totals }: { readonly timestamp: string; readonly totals: string },
): Iterable<string> {
  const profile = { extended, nameOf: distinctNames() };
  yield `${HEAD}<testsuites${totals}>\n`;
  let id = 0;
  for (const suite of suites) {
    yield* suiteElement(suite, profile, { id, timestamp });
    id += 1;
  }
  yield '</testsuites>\n';
};

// A time of day without zone, as both schemas want it; it is UTC.
const timestampOf = (time: string): string => isoTime(time).slice(0, SECONDS);

/**
 * The report as JUnit XML that satisfies the schemas of Jenkins’ xUnit plugin and of Ant: a suite a target, a case a judgement. What failed is a failure, what could not be judged an error,
 * what does not apply or is waived is skipped.
 * https://github.com/jenkinsci/xunit-plugin and https://github.com/windyroad/JUnit-Schema
 */
export const junit: Reporter = (report) => write(suitesOf(report), false, { timestamp: timestampOf(report.run.time), totals: '' });

/** The same with file, line and properties of each case and totals, which GitLab and some GitHub actions show and the two schemas refuse. */
export const junitExtended: Reporter = (report) => {
  const suites = [...suitesOf(report)];
  const counts = countsOf(suites.flatMap(({ cases }) => cases));
  return write(suites, true, { timestamp: timestampOf(report.run.time), totals: attributes({ name: 'sageready', ...counts, time: '0' }) });
};

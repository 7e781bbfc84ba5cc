import type { Figure } from './support/figure.ts';
import { figuresOf, withWriter } from './support/large-reports.ts';

/** What large reports take that CI systems and spreadsheets read. */
export const measureReports = (): Promise<readonly Figure[]> =>
  withWriter((script) => figuresOf(script, ['sarif', 'sarif-full', 'junit', 'junit-extended', 'csv', 'markdown']));

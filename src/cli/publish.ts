import type { Report } from '../model/report.ts';
import { writeReports } from './output.ts';
import type { Words } from './words.ts';

/** What becomes of a finished report: it is written to every place that was asked for. */
export const publish = (report: Report, words: Words): Promise<void> => writeReports(report, words);

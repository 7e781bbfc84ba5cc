import type { Reporter } from '../src/model/report.ts';
import { documentOf } from './html/document.ts';
import { editionOf } from './html/edition.ts';

/** The report as one page that needs nothing else: readable without script, filtered and copied from with it. Shows 2,000 findings at most, and says so. */
export const html: Reporter = (report, { trend }) => documentOf(editionOf(report, trend));

import type { ChangeEvent } from '../../src/model/report.ts';
import { changeText, NEW } from '../regression.ts';
import { visible } from '../text.ts';
import type { Page } from './page.ts';
import { labelled } from './page.ts';

/** What changed an observation that is new since the run before. */
export const regressionLines = (page: Page, events: readonly ChangeEvent[]): readonly string[] => [
  ...labelled(page, 'new', NEW),
  ...events.flatMap((event, index) => labelled(page, index === 0 ? 'changed' : '', visible(changeText(event)))),
];

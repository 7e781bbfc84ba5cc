import type { ChangeEvent } from '../../src/model/report.ts';
import { NEW } from '../regression.ts';
import { visible } from '../text.ts';
import type { Page } from './page.ts';
import { labelled } from './page.ts';

/** What changed an observation that is new since the run before. */
export const regressionLines = (page: Page, events: readonly ChangeEvent[]): readonly string[] => [
  ...labelled(page, 'new', NEW),
  ...events.flatMap(({ time, event, who, eventId }) => [
    ...labelled(page, 'changed', visible(`${time} ${event} (event ${eventId})`)),
    ...labelled(page, 'by', visible(who)),
  ]),
];

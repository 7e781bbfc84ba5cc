import type { Waiver } from '../../src/model/report.ts';
import { visible } from '../text.ts';
import type { Page } from './page.ts';
import { labelled } from './page.ts';

/** Who answers for an agreed exception, until when, and why. */
export const waivedLines = (page: Page, { reason, owner, expires }: Waiver): readonly string[] =>
  labelled(page, 'waived', `until ${visible(expires)} by ${visible(owner)}: ${visible(reason)}`);

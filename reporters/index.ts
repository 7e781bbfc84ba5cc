import type { Reporter } from '../src/model/report.ts';
import { asff } from './asff.ts';
import { console } from './console.ts';
import { handoff } from './handoff.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { ocsf } from './ocsf.ts';

/** The forms that a report can take. */
export type Format = 'console' | 'json' | 'ndjson' | 'asff' | 'ocsf' | 'handoff' | 'html';

/** Every reporter by the name of its format. A command line loads one by its own file. */
export const reporters: Readonly<Record<Format, Reporter>> = { console, json, ndjson, asff, ocsf, handoff, html };

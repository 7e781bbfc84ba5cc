import type { Reporter } from '../src/model/report.ts';
import { asff } from './asff.ts';
import { console } from './console.ts';
import { csv } from './csv.ts';
import { github } from './github.ts';
import { handoff } from './handoff.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit, junitExtended } from './junit.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { ocsf } from './ocsf.ts';
import { sarif, sarifFull } from './sarif.ts';

/** The forms that a report can take. */
export type Format =
  | 'console'
  | 'json'
  | 'ndjson'
  | 'sarif'
  | 'sarif-full'
  | 'junit'
  | 'junit-extended'
  | 'html'
  | 'markdown'
  | 'csv'
  | 'asff'
  | 'ocsf'
  | 'github'
  | 'handoff';

/** Every reporter by the name of its format. A command line loads one by its own file. */
export const reporters: Readonly<Record<Format, Reporter>> = {
  console,
  json,
  ndjson,
  sarif,
  'sarif-full': sarifFull,
  junit,
  'junit-extended': junitExtended,
  html,
  markdown,
  csv,
  asff,
  ocsf,
  github,
  handoff,
};

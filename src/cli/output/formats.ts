import type { Format } from '../../../reporters/index.ts';
import type { Reporter } from '../../model/report.ts';

/** What the command line knows of a format before it loads its reporter. */
interface FormatWords {
  /** What a file of this kind ends with, in messages. */
  readonly extension: string;
  readonly load: () => Promise<Reporter>;
}

/** Every format, in the order of the help text. A reporter is loaded when it is asked for. */
export const FORMATS: Readonly<Record<Format, FormatWords>> = {
  console: { extension: 'txt', load: async () => (await import('../../../reporters/console.ts')).console },
  json: { extension: 'json', load: async () => (await import('../../../reporters/json.ts')).json },
  ndjson: { extension: 'ndjson', load: async () => (await import('../../../reporters/ndjson.ts')).ndjson },
  sarif: { extension: 'sarif', load: async () => (await import('../../../reporters/sarif.ts')).sarif },
  'sarif-full': { extension: 'sarif', load: async () => (await import('../../../reporters/sarif.ts')).sarifFull },
  junit: { extension: 'xml', load: async () => (await import('../../../reporters/junit.ts')).junit },
  'junit-extended': { extension: 'xml', load: async () => (await import('../../../reporters/junit.ts')).junitExtended },
  markdown: { extension: 'md', load: async () => (await import('../../../reporters/markdown.ts')).markdown },
  csv: { extension: 'csv', load: async () => (await import('../../../reporters/csv.ts')).csv },
  github: { extension: 'txt', load: async () => (await import('../../../reporters/github.ts')).github },
  asff: { extension: 'asff.json', load: async () => (await import('../../../reporters/asff.ts')).asff },
  ocsf: { extension: 'ocsf.ndjson', load: async () => (await import('../../../reporters/ocsf.ts')).ocsf },
  handoff: { extension: 'txt', load: async () => (await import('../../../reporters/handoff.ts')).handoff },
  html: { extension: 'html', load: async () => (await import('../../../reporters/html.ts')).html },
};

/** The names of all formats. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

import type { Settings } from './settings.ts';

/** Files that a run reads and writes, by their paths; what is not given is not there. */
export interface Files {
  readonly report: string;
  readonly description?: string;
  readonly waivers?: string;
}

const auditWords = ({ regions, scenarios }: Settings): readonly string[] => [
  'audit',
  ...(regions.length > 0 ? [`--regions=${regions.join(',')}`] : []),
  ...scenarios.map((scenario) => `--scenario=${scenario}`),
];

// A description that names no deployer is not about this function's role.
const checkWords = (description: string): readonly string[] => ['check', description, '--deployers=named', '--keep-going'];

/** The command line of one run. */
export const wordsOf = (settings: Settings, files: Files): readonly string[] => [
  ...(files.description === undefined ? auditWords(settings) : checkWords(files.description)),
  ...Object.entries(settings.options).map(([name, value]) => `--${name}=${value}`),
  ...(settings.securityHub ? ['--security-hub'] : []),
  ...(files.waivers === undefined ? [] : [`--waivers=${files.waivers}`]),
  `--history=${settings.history}`,
  `--output=ndjson=${files.report}`,
  '--quiet',
];

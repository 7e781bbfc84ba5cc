import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const SECTION = /^\s*\[\s*(?:profile\s+)?["']?([^\]"']+?)["']?\s*\]/;
const NO_PROFILE = /^\s*\[\s*(sso-session|services)\s/;

/** Profile names in the text of a shared configuration or credentials file. Source: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html */
export const profilesIn = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => (NO_PROFILE.test(line) ? [] : (SECTION.exec(line)?.[1] ?? [])));

const readIfThere = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

const FOLDER = join(homedir(), '.aws');

const filesOf = (env: Environment) => ({
  config: env['AWS_CONFIG_FILE'] ?? join(FOLDER, 'config'),
  credentials: env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(FOLDER, 'credentials'),
});

/** The profiles of this machine, sorted; files that cannot be read hold none. */
export const knownProfiles = async (env: Environment): Promise<readonly string[]> => {
  const texts = await Promise.all(Object.values(filesOf(env)).map(readIfThere));
  return [...new Set(texts.flatMap(profilesIn))].sort();
};

/** The Region of a profile in the text of a shared configuration file. */
export const regionIn = (text: string, profile: string): string | undefined => {
  let section: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    section = /^\s*\[/.test(line) ? profilesIn(line)[0] : section;
    const [, region] = /^\s*region\s*=\s*(\S+)/.exec(line) ?? [];
    if (section === profile && region !== undefined) return region;
  }
  return undefined;
};

/** The Region that is meant where none is named: of the environment, then of the profile. Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html */
export const configuredRegion = async (env: Environment, profile: string | undefined): Promise<string | undefined> => {
  const named = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'];
  if (named) return named;
  const { config, credentials } = filesOf(env);
  const [first, second] = await Promise.all([readIfThere(config), readIfThere(credentials)]);
  const meant = profile ?? env['AWS_PROFILE'] ?? 'default';
  return regionIn(first, meant) ?? regionIn(second, meant);
};

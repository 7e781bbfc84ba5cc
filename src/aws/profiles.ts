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

/** The profiles of this machine, sorted; files that cannot be read hold none. */
export const knownProfiles = async (env: Environment): Promise<readonly string[]> => {
  const folder = join(homedir(), '.aws');
  const files = [env['AWS_CONFIG_FILE'] ?? join(folder, 'config'), env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(folder, 'credentials')];
  const texts = await Promise.all(files.map(readIfThere));
  return [...new Set(texts.flatMap(profilesIn))].sort();
};

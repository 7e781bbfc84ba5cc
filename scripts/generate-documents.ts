import { readFile, writeFile } from 'node:fs/promises';
import { readmeFile } from './generate-excerpt.ts';
import { iamMetadataFile } from './generate-iam-metadata.ts';
import { permissionsFile } from './generate-permissions.ts';
import { rulesFile } from './generate-rules.ts';
import { schemaFile, waiversSchemaFile } from './generate-schema.ts';
import { targetReferenceFile } from './generate-target-reference.ts';
import { templateFile } from './generate-template.ts';
import type { GeneratedFile } from './markdown.ts';

const FILES = [iamMetadataFile, schemaFile, waiversSchemaFile, targetReferenceFile, rulesFile, permissionsFile, readmeFile, templateFile];

const isCurrent = async ({ path, text }: GeneratedFile): Promise<boolean> => (await readFile(path, 'utf8').catch(() => '')) === text;

/** Writes what differs, or only names it. Returns whether anything differed. */
const settle = async (file: GeneratedFile, check: boolean): Promise<boolean> => {
  if (await isCurrent(file)) return false;
  if (!check) await writeFile(file.path, file.text);
  console.log(`${check ? 'out of date' : 'written'}: ${file.path}`);
  return true;
};

const check = process.argv.includes('--check');
const differs = await Promise.all(FILES.map(async (make) => settle(await make(), check)));
if (check && differs.includes(true)) {
  console.log('run `npm run generate` and commit what it writes');
  process.exitCode = 1;
}

// Writes what follows from the sources: rule ids and index from file names, then documents and schemas from the words in the code.
// `--check` writes nothing and fails when a committed file differs.

import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';

const check = process.argv.includes('--check');
const HEAD = '// Generated from the file names below rules/ by `npm run generate`. Do not edit.\n';

const ruleIds = async () => {
  const topics = (await readdir('rules', { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== 'scenarios');
  const ids = await Promise.all(
    topics.map(async ({ name }) => (await readdir(`rules/${name}`)).filter((file) => file.endsWith('.ts')).map((file) => `${name}/${file.slice(0, -3)}`)),
  );
  return ids.flat().sort();
};

const camel = (id) => id.split('/')[1].replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const idsFile = (ids) => `${HEAD}
declare module '../src/model/rule-id.ts' {
  interface RuleRegistry {
${ids.map((id) => `    readonly '${id}': true;`).join('\n')}
  }
}

/** Every rule id, sorted. */
export const RULE_IDS = [
${ids.map((id) => `  '${id}',`).join('\n')}
] as const;
`;

const indexFile = (ids) => {
  const imports = ids.map((id) => `import { ${camel(id)} } from './${id}.ts';`);
  return `${HEAD}
import type { AnyRule } from '../src/model/rule.ts';
${imports.join('\n')}

/** Every rule, sorted by id. */
export const RULES: readonly AnyRule[] = [
${ids.map((id) => `  ${camel(id)},`).join('\n')}
];
`;
};

const stale = [];
const settle = async (path, text) => {
  const before = await readFile(path, 'utf8').catch(() => '');
  if (before === text) return;
  stale.push(path);
  if (!check) await writeFile(path, text);
};

const ids = await ruleIds();
await settle('rules/ids.ts', idsFile(ids));
await settle('rules/index.ts', indexFile(ids));
const run = spawnSync(process.execPath, ['scripts/run-ts.mjs', 'scripts/generate-documents.ts', ...(check ? ['--check'] : [])], { stdio: 'inherit' });
for (const path of stale) console.log(`${check ? 'out of date' : 'written'}: ${path}`);
if (check && stale.length > 0) console.log('run `npm run generate` and commit what it writes');
process.exit((check && stale.length > 0) || run.status !== 0 ? 1 : 0);

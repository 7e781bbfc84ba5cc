// Begins a rule: `npm run new:rule topic/name-of-the-rule` writes the rule and its test. Both compile; the test fails until they are filled in.
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const USAGE = 'usage: npm run new:rule topic/name, in lower case with hyphens; the name is a sentence that is true on pass: encryption/key-is-enabled';

const camel = (id) => id.split('/')[1].replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const ruleText = (id) => `import { defineRule } from '../../src/model/rule.ts';
import { notApplicable } from '../../src/model/verdict.ts';
import { withRole } from '../../src/reason/applicability.ts';
import { existingExecutionRole } from '../../src/reason/requests.ts';

export const ${camel(id)} = defineRule({
  id: '${id}',
  title: 'TODO: a sentence that is true when the rule passes, without a full stop',
  severity: 'warning',
  basis: 'inference',
  why: 'TODO: what goes wrong otherwise, and for whom.',
  fix: 'TODO: what to do about it.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/dg/'],
  dependsOn: ['identity/role-exists'],
  appliesTo: withRole,
  needs: (target) => ({ role: existingExecutionRole(target) }),
  // TODO: pass(summary), or fail(summary, [{ subject, observed, expected }], [fix]).
  judge: ({ role }) => notApplicable(\`not judged yet: \${role.value.arn}\`),
});
`;

const testText = (id) => `import { ${camel(id)} } from '../../../rules/${id}.ts';
import { present } from '../../../src/model/fact.ts';
import { role } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless } from '../../support/targets.ts';

testRule(${camel(id)}, {
  target: serverless(),
  pass: { 'TODO: what works': { role: present(role()) } },
  fail: { 'TODO: what does not': { role: present(role()) } },
});
`;

const write = async (path, text) => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' });
  console.log(`written: ${path}`);
};

const remaining = (id) => `
What remains:
  1. fill in what says TODO in rules/${id}.ts and test/rules/${id}.test.ts
  2. npm run unit test/rules/${id}
  3. name '${id}' in a scenario: rules/scenarios/*.ts
  4. npm run generate, then npm test`;

const begin = async (id) => {
  if (!ID.test(id)) throw new Error(USAGE);
  await write(`rules/${id}.ts`, ruleText(id));
  await write(`test/rules/${id}.test.ts`, testText(id));
  const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('npm run generate failed: see above');
  console.log(remaining(id));
};

try {
  await begin(process.argv[2] ?? '');
} catch (error) {
  console.error(error.code === 'EEXIST' ? `${error.path} exists: choose another id` : error.message);
  process.exitCode = 1;
}

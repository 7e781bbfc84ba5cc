import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Ended, Folder } from '../support/command.ts';
import { makeFolder } from '../support/command.ts';
import type { Recipe } from '../support/recipes.ts';
import { commandsIn, recipes, shellTexts } from '../support/recipes.ts';
import { runCommand } from '../support/run-command.ts';
import { actionMetadata, runAction } from '../support/runner.ts';

jest.setTimeout(60_000);

const ALL = recipes();
const recipeOf = (system: string): Recipe => {
  const found = ALL.find((recipe) => recipe.system === system);
  if (found === undefined) throw new Error(`docs/ci.md has no recipe for ${system}`);
  return found;
};
const yamlOf = (system: string): unknown => parse(recipeOf(system).text);

/** The value at a path of keys. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[String(key)], value);

let root: Folder;

beforeAll(async () => {
  root = await makeFolder();
});
afterAll(() => root?.remove());

const facts = (name: string): string => join(process.cwd(), `examples/facts/${name}.json`);

/** Judges recorded facts where the recipe checks an account. */
const offline = (words: readonly string[], name: string): readonly string[] =>
  words[0] === 'check' ? ['judge', '--facts', facts(name), ...words.slice(1)] : words;

interface Played {
  readonly folder: string;
  readonly ended: readonly Ended[];
}

/** Runs the commands of a recipe one after the other in a folder of their own; `staged` stands for Azure's own variable. */
const play = async (recipe: Recipe, name: string): Promise<Played> => {
  const folder = join(root.path, `${recipe.system}-${name}`);
  const staged = join(folder, 'staging');
  await mkdir(join(staged, 'sageready'), { recursive: true });
  const ended: Ended[] = [];
  for (const words of commandsIn(recipe)) {
    const given = offline(words, name).map((word) => word.replaceAll('$(Build.ArtifactStagingDirectory)', staged));
    ended.push(await runCommand(given, { cwd: folder }));
  }
  return { folder, ended };
};

const isThere = (folder: string, file: string): Promise<boolean> =>
  access(join(folder, file.replaceAll('$(Build.ArtifactStagingDirectory)', 'staging'))).then(
    () => true,
    () => false,
  );

/** The files that each recipe's publishing steps take. */
const published = (system: string): readonly string[] => {
  switch (system) {
    case 'gitlab':
      return [
        at(yamlOf(system), 'sageready', 'artifacts', 'paths'),
        Object.values(at(yamlOf(system), 'sageready', 'artifacts', 'reports') as object),
      ].flat() as string[];
    case 'jenkins':
      return [/testResults: '([^']+)'/.exec(recipeOf(system).text)?.[1] ?? 'none', 'sageready.html', 'sageready.json'];
    case 'azure':
      return [
        at(yamlOf(system), 'steps', 3, 'inputs', 'testResultsFiles'),
        `${at(yamlOf(system), 'steps', 4, 'inputs', 'SarifsInputDirectory')}/sageready.sarif`,
      ] as string[];
    case 'codebuild':
      return [at(yamlOf(system), 'reports', 'sageready', 'files'), at(yamlOf(system), 'artifacts', 'files')].flat() as string[];
    default:
      throw new Error(`nobody has said what ${system} publishes`);
  }
};

const SHELLS = ['gitlab', 'jenkins', 'azure', 'codebuild'];

test('there are recipes for five systems and pre-commit', () => {
  expect(ALL.map(({ system }) => system)).toEqual(['github', 'gitlab', 'jenkins', 'azure', 'codebuild', 'pre-commit']);
});

describe.each(SHELLS)('the recipe for %s', (system) => {
  test('checks, publishes and then decides; nothing else calls sageready', () => {
    const recipe = recipeOf(system);
    expect(commandsIn(recipe).map(([command]) => command)).toEqual(['check', 'gate']);
    expect(commandsIn(recipe)[0]).toContain('--exit-zero');
    expect(shellTexts(recipe).filter((line) => /\bsageready (?:check|gate|judge)\b/.test(line))).toHaveLength(2);
  });
  test('over a broken account: every report is there to publish, and the gate says no', async () => {
    const { folder, ended } = await play(recipeOf(system), 'broken');
    expect(ended.map(({ code }) => code)).toEqual([0, 1]);
    expect(published(system).length).toBeGreaterThan(1);
    for (const file of published(system)) expect({ file, isThere: await isThere(folder, file) }).toEqual({ file, isThere: true });
  });
  test('over a ready account: the gate says yes', async () => {
    const { ended } = await play(recipeOf(system), 'ready');
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  });
});

describe('what each system demands', () => {
  test('GitLab reads no report of a failed job: the gate is another job, after the check', () => {
    const yaml = yamlOf('gitlab');
    expect(JSON.stringify(at(yaml, 'sageready', 'script'))).not.toContain('gate');
    expect(at(yaml, 'sageready-gate', 'needs')).toEqual(['sageready']);
    expect(at(yaml, 'sageready', 'artifacts', 'paths')).toContain('sageready.json');
    expect(Object.keys(at(yaml, 'sageready', 'artifacts', 'reports') as object)).toEqual(['sarif', 'junit']);
  });
  test('Jenkins publishes whatever the outcome', () => {
    const { text } = recipeOf('jenkins');
    expect(text).toMatch(/post \{\s*always \{\s*junit testResults:/);
    expect(text.indexOf('archiveArtifacts')).toBeLessThan(text.indexOf('sageready gate'));
    expect(text.split('{').length).toBe(text.split('}').length);
  });
  test('Azure publishes before the gate, whatever the outcome', () => {
    const steps = at(yamlOf('azure'), 'steps') as readonly Readonly<Record<string, unknown>>[];
    const tasks = steps.map(({ task, publish, script }) => String(task ?? (publish === undefined ? script : 'publish')));
    expect(tasks.slice(3, 6)).toEqual(['PublishTestResults@2', 'AdvancedSecurity-Publish@1', 'publish']);
    for (const step of steps.slice(3, 6)) expect(step['condition']).toBe('succeededOrFailed()');
    expect(tasks[6]).toContain('sageready gate');
  });
  test('CodeBuild is told the form of its report', () => {
    expect(at(yamlOf('codebuild'), 'reports', 'sageready', 'file-format')).toBe('JUNITXML');
    expect(at(yamlOf('codebuild'), 'version')).toBe(0.2);
  });
  test('pre-commit names a hook that there is', () => {
    expect(at(yamlOf('pre-commit'), 'repos', 0, 'hooks', 0, 'id')).toBe('sageready-lint');
  });
});

describe('the recipe for github', () => {
  const steps = at(yamlOf('github'), 'jobs', 'sageready', 'steps') as readonly Readonly<Record<string, unknown>>[];
  const ours = steps.find(({ id }) => id === 'sageready');
  const given = ours?.['with'] as Readonly<Record<string, string>>;

  test('has the permissions that its steps need', () => {
    expect(at(yamlOf('github'), 'permissions')).toEqual({ contents: 'read', 'id-token': 'write', 'security-events': 'write' });
  });
  test('names inputs and outputs that the action has', async () => {
    const { inputs, outputs } = await actionMetadata();
    const used = [...recipeOf('github').text.matchAll(/steps\.sageready\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(Object.keys(given).filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((name) => !Object.hasOwn(outputs, name))).toEqual([]);
  });
  test('publishes after a failure, too', () => {
    const later = steps.slice(steps.indexOf(ours ?? {}) + 1);
    expect(later.map(({ uses }) => String(uses).split('@')[0])).toEqual(['github/codeql-action/upload-sarif', 'actions/upload-artifact']);
    for (const step of later) expect(step['if']).toMatch(/^always\(\) && /);
  });
  test('over a broken account: what the later steps take is there, and the step fails', async () => {
    const { file: _, ...withoutFile } = given;
    const folder = join(root.path, 'github');
    await mkdir(folder);
    const { code, outputs } = await runAction(folder, { ...withoutFile, facts: facts('broken') });
    expect({ code, outputs }).toMatchObject({ code: 1, outputs: { outcome: 'not-ready', sarif: 'sageready.sarif' } });
    for (const file of (outputs['reports'] ?? 'none').split('\n')) expect({ file, isThere: await isThere(folder, file) }).toEqual({ file, isThere: true });
  });
});

import type { Field } from '../src/targets/field.ts';
import type { FieldPath } from '../src/targets/fields.ts';
import { FIELD_PATHS, FIELDS, FIELDS_OF, SCENARIO_IDS } from '../src/targets/fields.ts';
import { FILE } from '../src/targets/schema/file.ts';
import type { GeneratedFile } from './markdown.ts';

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;');

const exampleOf = ({ example }: Field): string => (typeof example === 'object' ? JSON.stringify(example) : String(example));

const PRESENCE: Readonly<Record<Field['presence'], string>> = { required: 'required', optional: 'optional', completable: 'required ¹' };

const row = (path: FieldPath): string => {
  const field: Field = FIELDS[path];
  const words = [
    `\`${path}\``,
    PRESENCE[field.presence],
    field.inherited === 'never' ? 'no' : 'yes',
    cell(`${field.help}.`),
    cell(field.expected),
    `\`${exampleOf(field)}\``,
    field.flag === undefined ? 'none' : `\`--${field.flag}\``,
  ];
  return `| ${words.join(' | ')} |`;
};

const table = (paths: readonly FieldPath[]): string =>
  ['| key | | in `defaults` | what it is | form | example | flag |', '|---|---|---|---|---|---|---|', ...paths.map(row)].join('\n');

const outermost = (): string =>
  Object.entries(FILE.shape)
    .filter(([key]) => key !== '$schema')
    .map(([key, schema]) => `* \`${key}\`: ${schema.meta()?.description ?? ''}`)
    .join('\n');

const minimal = (): string => {
  const own = FIELD_PATHS.filter((path) => FIELDS[path].presence !== 'optional' && !path.includes('.'));
  const config = FIELD_PATHS.filter((path) => path.includes('.') && FIELDS[path].presence === 'completable');
  const line = (path: FieldPath): string => `${path.split('.').at(-1)}: ${path === 'account' ? `'${exampleOf(FIELDS[path])}'` : exampleOf(FIELDS[path])}`;
  const [first, ...rest] = own.map(line);
  return [
    'version: 1',
    'targets:',
    `  - ${first}`,
    ...rest.map((text) => `    ${text}`),
    '    serverlessConfig:',
    ...config.map((path) => `      ${line(path)}`),
  ].join('\n');
};

const text = (): string => `# The target file

<!-- Generated from src/targets by \`npm run generate\`. Do not edit. -->

\`sageready.yaml\` says what will be deployed, in AWS's own words, so that \`sageready check\` can judge it beforehand. YAML 1.2 or JSON.
\`sageready init\` writes a commented one. Editors complete and check it with \`schema/sageready.schema.json\`.

The smallest one:

\`\`\`yaml
${minimal()}
\`\`\`

## The file

${outermost()}

A target takes each key that it does not have itself from \`defaults\`. A map, such as \`serverlessConfig\`, is taken whole and not merged.
Anchors, aliases and merge keys (\`<<\`) are followed. Tags such as \`!Ref\` are not.

${SCENARIO_IDS.map((scenario) => `## Scenario \`${scenario}\`\n\n${table(FIELDS_OF[scenario])}`).join('\n\n')}

¹ Left out where \`completeFrom\` names an endpoint or a model that is deployed: what the target does not say is then read there.
A model package (\`modelPackageName\`) stands for \`image\` and \`modelDataUrl\`.

A key within a map is required where the map is given. What CreateModel and CreateEndpointConfig hold in \`primaryContainer\`, in the one entry of
\`containers\` or in the one entry of \`productionVariants\` may stand there too: \`image\`, \`modelDataUrl\`, \`serverlessConfig\` and so on.

Required keys may stand in \`defaults\` instead of the target. Where no \`deployer\` is named, \`check\` takes \`me\`.
Ranges that AWS may change (memory sizes, concurrency) are no part of the form: rules judge them and say what is offered.

## When something is wrong

Everything that is wrong is reported at once, each in one line with file, line, column and key, and the exit code is 2:

\`\`\`
sageready.yaml:12:7 targets[0].serverlessConfig.memorySizeInMb: unknown key — did you mean memorySizeInMB?
\`\`\`
`;

/** \`docs/target-file.md\`: the reference of the target file. */
export const targetReferenceFile = (): GeneratedFile => ({ path: 'docs/target-file.md', text: text() });

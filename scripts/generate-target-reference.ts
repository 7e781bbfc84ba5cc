import type { ScenarioId } from '../src/model/target.ts';
import type { Field } from '../src/targets/field.ts';
import type { FieldPath } from '../src/targets/fields.ts';
import { FIELDS, FIELDS_OF, SCENARIO_IDS } from '../src/targets/fields.ts';
import { FILE } from '../src/targets/schema/file.ts';
import type { GeneratedFile } from './markdown.ts';

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;');

const exampleOf = ({ example }: Field): string => (typeof example === 'object' ? JSON.stringify(example) : String(example));

const PRESENCE: Readonly<Record<Field['presence'], string>> = { required: 'required', optional: 'optional', completable: 'required ¹' };

const row = (path: FieldPath, scenario: ScenarioId): string => {
  const field: Field = path === 'scenario' ? { ...FIELDS[path], example: scenario } : FIELDS[path];
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

const table = (scenario: ScenarioId): string =>
  [
    '| key | | in `defaults` | what it is | form | example | flag |',
    '|---|---|---|---|---|---|---|',
    ...FIELDS_OF[scenario].map((path) => row(path, scenario)),
  ].join('\n');

const outermost = (): string =>
  Object.entries(FILE.shape)
    .filter(([key]) => key !== '$schema')
    .map(([key, schema]) => `* \`${key}\`: ${schema.meta()?.description ?? ''}`)
    .join('\n');

/** The smallest description of a serverless endpoint. */
const minimal = (): string => {
  const paths = FIELDS_OF['serverless-endpoint'];
  const own = paths.filter((path) => FIELDS[path].presence !== 'optional' && !path.includes('.'));
  const config = paths.filter((path) => path.includes('.') && FIELDS[path].presence === 'completable');
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

/** What stands for keys that are required otherwise, and what else a reader must know of a scenario. */
const NOTES: Readonly<Record<ScenarioId, string>> = {
  'serverless-endpoint': `¹ Left out where \`completeFrom\` names an endpoint or a model that is deployed: what the target does not say is then read there.
A model package (\`modelPackageName\`) stands for \`image\` and \`modelDataUrl\`.

What CreateModel and CreateEndpointConfig hold in \`primaryContainer\`, in the one entry of \`containers\` or in the one entry of \`productionVariants\`
may stand there too: \`image\`, \`modelDataUrl\`, \`serverlessConfig\` and so on.`,
  'inference-recommender-vpc': `¹ \`image\` is read from the model package version (\`modelPackageName\`) or from the model that exists (\`modelName\`); one of the two is required, and so is \`vpcConfig\`.
What \`containerConfig\` leaves out is read from the model package.

The request of [CreateInferenceRecommendationsJob](https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceRecommendationsJob.html) may stand for these keys as it is: in a
file that \`request\` names, as a map under \`request\`, or with its keys (\`RoleArn\`, \`InputConfig\`, \`StoppingConditions\` …) in the target. The target's own keys win.`,
  'elastic-inference': `¹ A model package (\`modelPackageName\`) stands for \`image\` and \`modelDataUrl\`. \`instanceType\` and \`acceleratorType\` are required.
An interface endpoint that the service has left behind (\`interfaceEndpoint\`) stands for all of them.

What CreateModel and CreateEndpointConfig hold in their containers and variants may stand there too.`,
  'jumpstart-model': `¹ \`modelId\` says image, artifact and instance type; an own \`image\` with its artifact stands for it. Where \`executionRoleArn\` is left out, \`studio\` is required,
and Studio's default role is passed: that of the user profile, or else of the domain; in a private space its owner's, in a shared one the domain's role for spaces.
What exists already (\`existing: true\`) may be a domain, user profile or space alone.

\`use: both\` makes two targets. A training takes \`instanceType\`, \`initialInstanceCount\`, \`outputPath\` and \`kmsKeyId\` (for volume and output) where \`trainingJob\` does not say them itself.`,
  'wandb-launch-queue': `\`queueConfig\` holds what CreateTrainingJob is given, under \`sagemaker\` or at the top, with W&B's templates (\`\${…}\`, \`{{…}}\`) as they are: what they stand for is known when a run starts,
and rules that need it cannot tell. Values are taken as they are written, and rules judge them; a role's name is completed as the agent does it.
\`RoleArn\` and \`OutputDataConfig\` may come from the agent's \`runner\` instead. Values of environment variables are not kept.`,
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

A target takes each key that it does not have itself, and that its scenario knows, from \`defaults\`. A map, such as \`serverlessConfig\`, is taken whole and not merged.
Anchors, aliases and merge keys (\`<<\`) are followed. Tags such as \`!Ref\` are not.

${SCENARIO_IDS.map((scenario) => `## Scenario \`${scenario}\`\n\n${table(scenario)}\n\n${NOTES[scenario]}`).join('\n\n')}

## Rules for all of them

A key within a map is required where the map is given. Required keys may stand in \`defaults\` instead of the target. Where no \`deployer\` is named, \`check\` takes \`me\`.
Ranges that AWS may change (memory sizes, concurrency) are no part of the form: rules judge them and say what is offered.

## When something is wrong

Everything that is wrong is reported at once, each in one line with file, line, column and key, and the exit code is 2:

\`\`\`
sageready.yaml:12:7 targets[0].serverlessConfig.memorySizeInMb: unknown key — did you mean memorySizeInMB?
queue.yaml:3:1: a tab is used to indent — YAML takes spaces only
\`\`\`
`;

/** \`docs/target-file.md\`: the reference of the target file. */
export const targetReferenceFile = (): GeneratedFile => ({ path: 'docs/target-file.md', text: text() });

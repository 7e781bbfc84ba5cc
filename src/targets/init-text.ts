import type { FieldPath } from './fields.ts';
import { FIELD_PATHS, FIELDS, FIELDS_OF } from './fields.ts';
import type { Answers } from './init-answers.ts';
import { demanded, scenarioIn } from './init-answers.ts';

const SCHEMA = './node_modules/sageready/schema/sageready.schema.json';

/** What several targets of one file usually share. */
const SHARED: readonly FieldPath[] = ['account', 'region', 'assumeRole', 'externalId', 'deployer', 'executionRoleArn'];

/** Optional, and shown as a comment where the scenario knows it. */
const HINTS: readonly FieldPath[] = ['deployer', 'modelDataUrl', 'kmsKeyId', 'endpointName'];

/** Words that stand where only the user knows the value, where the field's title says too little. */
const PLACEHOLDERS: Readonly<Partial<Record<FieldPath, string>>> = {
  executionRoleArn: '<ARN of the execution role>',
  image: '<registry>/<repository>:<tag>',
  modelDataUrl: 's3://<bucket>/<key of the model.tar.gz>',
};

/** Stands where only the user knows the value; it is reported with its place until it is filled in. */
export const placeholderOf = (path: FieldPath): string => PLACEHOLDERS[path] ?? `<${FIELDS[path].title.toLowerCase()}>`;

// A plain scalar of YAML that reads as text whatever it holds: a letter first, no blank, no colon before one.
const PLAIN = /^[a-z][\w./:@+=,-]*[\w/]$/i;
// What YAML reads as something else than text.
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

const scalar = (value: unknown): string => (typeof value === 'string' && PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value));

const flow = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((part) => JSON.stringify(part)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}: ${JSON.stringify(part)}`)
    .join(', ')} }`;
};

interface Line {
  readonly path: FieldPath;
  readonly value: unknown;
  /** `hint`: shown, but commented out. */
  readonly kind: 'value' | 'hint';
}

const hint = (path: FieldPath): Line => ({ path, value: FIELDS[path].example, kind: 'hint' });

const linesOf = (answers: Answers): readonly Line[] => {
  const missing = demanded(answers);
  const scenario = scenarioIn(answers);
  const known: readonly FieldPath[] = scenario === undefined ? [] : FIELDS_OF[scenario];
  return FIELD_PATHS.flatMap((path): readonly Line[] => {
    const value = answers[path] ?? (missing.includes(path) ? placeholderOf(path) : undefined);
    if (value !== undefined) return [{ path, value, kind: 'value' }];
    return HINTS.includes(path) && known.includes(path) ? [hint(path)] : [];
  });
};

const leaf = ({ path, value, kind }: Line, key: string): readonly string[] => [
  `# ${FIELDS[path].help}.`,
  `${kind === 'hint' ? '# ' : ''}${key}: ${flow(value)}`,
];

/** The lines of a map, its inner maps further in; `depth`: how many keys of each path stand further out. */
const mapOf = (lines: readonly Line[], depth = 0): readonly string[] => {
  const keys = [...new Set(lines.map(({ path }) => path.split('.')[depth] ?? ''))];
  return keys.flatMap((key) => {
    const own = lines.filter(({ path }) => path.split('.')[depth] === key);
    const [first] = own;
    if (first !== undefined && first.path.split('.').length === depth + 1) return leaf(first, key);
    return [`${key}:`, ...mapOf(own, depth + 1).map((line) => `  ${line}`)];
  });
};

const asEntry = (lines: readonly string[]): readonly string[] => {
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, index) => (index < first ? `  ${line}` : `${index === first ? '  - ' : '    '}${line}`));
};

/** The commented `sageready.yaml` that `sageready init` writes: what was answered, placeholders for what the scenario needs besides, and hints. */
export const initText = (answers: Answers, schema = SCHEMA): string => {
  const lines = linesOf(answers);
  const shared = mapOf(lines.filter(({ path }) => SHARED.includes(path))).map((line) => `  ${line}`);
  const own = asEntry(mapOf(lines.filter(({ path }) => !SHARED.includes(path))));
  return `# yaml-language-server: $schema=${schema}
#
# What will be deployed to Amazon SageMaker. \`sageready check\` says whether it will work; it reads the account and
# changes nothing. Every <placeholder> must be filled in.
version: 1

# What every target has unless it says otherwise.
defaults:
${shared.join('\n')}

targets:
${own.join('\n')}
`;
};

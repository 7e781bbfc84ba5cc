import type { FieldPath } from './fields.ts';
import { FIELDS } from './fields.ts';

/** What is already known when the file is written. */
export interface InitValues {
  readonly account?: string;
  readonly region?: string;
  readonly executionRoleArn?: string;
  readonly image?: string;
  readonly modelDataUrl?: string;
  /** Address or path of the JSON Schema, for editors. */
  readonly schema?: string;
}

const SCHEMA = './node_modules/sageready/schema/sageready.schema.json';

/** Stands where only the user knows the value; reported with its place until it is filled in. */
const PLACEHOLDERS = {
  account: '<account>',
  region: '<region>',
  executionRoleArn: '<ARN of the execution role>',
  image: '<registry>/<repository>:<tag>',
  modelDataUrl: 's3://<bucket>/<key of the model.tar.gz>',
} as const;

// A plain scalar of YAML that reads as text whatever it holds: a letter first, no blank, no colon before one.
const PLAIN = /^[a-z][\w./:@+=,-]*[\w/]$/i;

const scalar = (value: string): string => (PLAIN.test(value) ? value : JSON.stringify(value));

const comment = (path: FieldPath): string => `# ${FIELDS[path].help}.`;

const shown = (values: InitValues) => (field: keyof typeof PLACEHOLDERS) => `${field}: ${scalar(values[field] ?? PLACEHOLDERS[field])}`;

/** The commented `sageready.yaml` that `sageready init` writes. */
export const initText = (values: InitValues = {}): string => {
  const line = shown(values);
  return `# yaml-language-server: $schema=${values.schema ?? SCHEMA}
#
# What will be deployed to Amazon SageMaker. \`sageready check\` says whether it will work; it reads the account and
# changes nothing. Every <placeholder> must be filled in.
version: 1

# What every target has unless it says otherwise.
defaults:
  ${comment('account')}
  ${line('account')}
  ${comment('region')}
  ${line('region')}
  ${comment('deployer')}
  # Leave it out to mean \`me\`.
  # deployer: <ARN of the role or user>
  ${comment('executionRoleArn')}
  ${line('executionRoleArn')}

targets:
  ${comment('name')}
  - name: my-endpoint
    ${comment('scenario')}
    scenario: serverless-endpoint
    ${comment('image')}
    ${line('image')}
    ${comment('modelDataUrl')}
    ${line('modelDataUrl')}
    serverlessConfig:
      ${comment('serverlessConfig.memorySizeInMB')}
      memorySizeInMB: 2048
      ${comment('serverlessConfig.maxConcurrency')}
      maxConcurrency: 5
    ${comment('kmsKeyId')}
    # kmsKeyId: alias/<alias>
    ${comment('endpointName')}
    # endpointName: my-endpoint
`;
};

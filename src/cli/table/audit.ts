import type { Options } from 'yargs';
import { SCENARIO_IDS } from '../../targets/fields.ts';
import type { Command } from '../command.ts';
import { AWS_OPTIONS, DELIVERY_OPTIONS, HISTORY_OPTIONS, IAM_ENGINE, JUDGING_OPTIONS, OUTPUT_OPTIONS, PUBLISHING_OPTIONS, RUN_OPTIONS } from '../options.ts';

const GROUP = 'Where to look:';

/** What is looked through, and for what. */
export const LOOKING_OPTIONS = {
  regions: { type: 'string', requiresArg: true, describe: 'Regions between commas, or all that the account has enabled (default: --region)', group: GROUP },
  scenario: { type: 'string', array: true, nargs: 1, choices: SCENARIO_IDS, describe: 'Only what fits this scenario, repeatable', group: GROUP },
  since: {
    type: 'string',
    requiresArg: true,
    default: '30d',
    describe: 'Training and Inference Recommender jobs since then: 30 or 30d, 12h, 8w, or a day such as 2026-01-31',
    group: GROUP,
  },
  account: { type: 'string', requiresArg: true, describe: 'The account that is meant (12 digits): any other is refused', group: GROUP },
  'assume-role': { type: 'string', requiresArg: true, describe: 'ARN of a role to take on, to read another account', group: GROUP },
  'external-id': { type: 'string', requiresArg: true, describe: 'What that role’s trust policy wants to be told', group: GROUP },
} as const satisfies Readonly<Record<string, Options>>;

const AWS = { ...AWS_OPTIONS, region: { ...AWS_OPTIONS.region, describe: 'Region to look through (default: AWS_REGION, or the profile’s)' } };
const { 'keep-going': _, ...JUDGING } = JUDGING_OPTIONS;

/** Commands that find what exists. */
export const AUDIT_COMMANDS: readonly Command[] = [
  {
    usage: 'audit',
    describe: 'Find what exists in an account, and judge whether it is still sound',
    positionals: {},
    options: {
      ...LOOKING_OPTIONS,
      'iam-engine': IAM_ENGINE,
      ...AWS,
      ...RUN_OPTIONS,
      ...JUDGING,
      ...OUTPUT_OPTIONS,
      ...PUBLISHING_OPTIONS,
      ...HISTORY_OPTIONS,
      ...DELIVERY_OPTIONS,
    },
    examples: [
      ['$0 audit --region us-east-1', 'Endpoints, models, jobs and Studio of one Region'],
      ['$0 audit --regions all --since 7d', 'Every enabled Region, with the jobs of a week'],
      ['$0 audit --scenario serverless-endpoint', 'Serverless endpoints only'],
    ],
    load: () => import('../commands/audit.ts'),
  },
  {
    usage: 'discover <file>',
    describe: 'Write what exists in an account as a description to edit',
    positionals: { file: { type: 'string', describe: 'Where to write it (`-`: standard output)', demandOption: true } },
    options: { ...LOOKING_OPTIONS, ...AWS, now: { ...JUDGING_OPTIONS.now, describe: 'Look as if it were this time (ISO 8601)' } },
    examples: [['$0 discover found.yaml --region us-east-1', 'Then: $0 check found.yaml']],
    load: () => import('../commands/discover.ts'),
  },
];

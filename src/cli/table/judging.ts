import type { Command } from '../command.ts';
import { DESCRIPTION, FACTS } from '../command.ts';
import {
  ACCOUNT_ONLY,
  AWS_OPTIONS,
  DEEP,
  DELIVERY_OPTIONS,
  DEPLOYERS,
  FIELD_OPTIONS,
  HISTORY_OPTIONS,
  IAM_ENGINE,
  JUDGING_OPTIONS,
  OUTPUT_OPTIONS,
  PUBLISHING_OPTIONS,
  RUN_OPTIONS,
  TARGET,
} from '../options.ts';

const WHAT_IF = {
  type: 'string',
  requiresArg: true,
  describe: 'A file of changes to judge as if they were made: prints which verdicts change, and touches nothing',
} as const;

/** Commands that judge a plan, or read the account for that. */
export const JUDGING_COMMANDS: readonly Command[] = [
  {
    usage: 'check [file]',
    describe: 'Judge a planned deployment in the account, before anyone tries it',
    positionals: { file: DESCRIPTION },
    options: {
      ...FIELD_OPTIONS,
      target: TARGET,
      'account-only': ACCOUNT_ONLY,
      deployers: DEPLOYERS,
      'iam-engine': IAM_ENGINE,
      deep: DEEP,
      ...AWS_OPTIONS,
      ...RUN_OPTIONS,
      ...JUDGING_OPTIONS,
      ...OUTPUT_OPTIONS,
      ...PUBLISHING_OPTIONS,
      ...HISTORY_OPTIONS,
      ...DELIVERY_OPTIONS,
    },
    examples: [
      ['$0 check', 'Judge what sageready.yaml describes'],
      ['$0 check --endpoint churn --account 123456789012 --region us-east-1', 'Judge what is deployed already'],
      ['$0 check --output console --output json=report.json', 'Two reports from one run'],
      ['$0 check --fail-on warning --strict', 'As a gate in CI'],
      ['$0 check --history runs', 'Keep the report, and say what fails anew since the last one'],
      ['$0 check --for network', 'Only what the network team is asked to do'],
    ],
    load: () => import('../commands/check.ts'),
  },
  {
    usage: 'collect <facts> [file]',
    describe: 'Read the account and save the facts, to judge them later or elsewhere',
    positionals: { facts: { type: 'string', describe: 'Where to write the facts (`-`: standard output)', demandOption: true }, file: DESCRIPTION },
    options: {
      ...FIELD_OPTIONS,
      target: { ...TARGET, describe: 'Only the target of this name, repeatable' },
      'account-only': ACCOUNT_ONLY,
      'iam-engine': IAM_ENGINE,
      deep: DEEP,
      ...AWS_OPTIONS,
      ...RUN_OPTIONS,
      now: { ...JUDGING_OPTIONS.now, describe: 'Save this as the time of the facts (ISO 8601)' },
      quiet: OUTPUT_OPTIONS.quiet,
    },
    examples: [['$0 collect facts.json', 'Save what the account says about sageready.yaml']],
    load: () => import('../commands/collect.ts'),
  },
  {
    usage: 'judge [file]',
    describe: 'Judge saved facts, offline',
    positionals: { file: { type: 'string', describe: 'Another description than the one the facts were collected for' } },
    options: {
      facts: { ...FACTS, demandOption: true },
      'what-if': WHAT_IF,
      target: TARGET,
      'account-only': ACCOUNT_ONLY,
      ...JUDGING_OPTIONS,
      ...OUTPUT_OPTIONS,
      ...PUBLISHING_OPTIONS,
    },
    examples: [
      ['$0 judge --facts facts.json', 'The verdicts of a colleague’s facts, without credentials'],
      ['$0 judge --facts facts.json --what-if changes.yaml', 'What a route, a rule or a statement would change, before anyone makes it'],
    ],
    load: () => import('../commands/judge.ts'),
  },
  {
    usage: 'network [target] [file]',
    describe: 'Draw the network of a planned deployment: what passes, and where it stops',
    positionals: { target: { type: 'string', describe: 'The name of the target (default: the only one that has a VPC)' }, file: DESCRIPTION },
    options: {
      output: {
        choices: ['console', 'svg', 'dot'] as const,
        default: 'console' as const,
        describe: 'In words, as a drawing, or for Graphviz',
        group: 'Output:',
      },
      facts: { ...FACTS, describe: 'Facts saved by `collect`: no call is made' },
      now: JUDGING_OPTIONS.now,
      ...AWS_OPTIONS,
      quiet: { ...OUTPUT_OPTIONS.quiet, describe: 'No progress' },
    },
    examples: [
      ['$0 network sizing', 'Each path from each subnet, hop by hop'],
      ['$0 network sizing --output svg > network.svg', 'The same as a drawing'],
      ['$0 network sizing --facts facts.json --output dot | dot -Tpng', 'From saved facts, without credentials'],
    ],
    load: () => import('../commands/network.ts'),
  },
];

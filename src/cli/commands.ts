import type { Options } from 'yargs';
import { AWS_OPTIONS, FIELD_OPTIONS, JUDGING_OPTIONS, OUTPUT_OPTIONS } from './options.ts';
import type { Words } from './words.ts';

/** One command: its words for yargs, and the code that is loaded only when it is asked for. Resolves to the exit code. */
export interface Command {
  readonly usage: string;
  readonly describe: string;
  readonly positionals: Readonly<Record<string, Options>>;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples: readonly (readonly [command: string, words: string])[];
  readonly load: () => Promise<{ readonly run: (words: Words) => Promise<number> }>;
}

const DESCRIPTION = { type: 'string', describe: 'The description of what will be deployed (default: sageready.yaml)' } as const;
const FACTS = { type: 'string', requiresArg: true, describe: 'Facts saved by `collect`: no call is made' } as const;

/** Every command, in the order of the help text. */
export const COMMANDS: readonly Command[] = [
  {
    usage: 'check [file]',
    describe: 'Judge a planned deployment in the account, before anyone tries it',
    positionals: { file: DESCRIPTION },
    options: { ...FIELD_OPTIONS, ...AWS_OPTIONS, ...JUDGING_OPTIONS, ...OUTPUT_OPTIONS },
    examples: [
      ['$0 check', 'Judge what sageready.yaml describes'],
      ['$0 check --output console --output json=report.json', 'Two reports from one run'],
      ['$0 check --fail-on warning --strict', 'As a gate in CI'],
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    usage: 'collect <facts> [file]',
    describe: 'Read the account and save the facts, to judge them later or elsewhere',
    positionals: { facts: { type: 'string', describe: 'Where to write the facts (`-`: standard output)', demandOption: true }, file: DESCRIPTION },
    options: {
      ...FIELD_OPTIONS,
      ...AWS_OPTIONS,
      now: { ...JUDGING_OPTIONS.now, describe: 'Save this as the time of the facts (ISO 8601)' },
      quiet: OUTPUT_OPTIONS.quiet,
    },
    examples: [['$0 collect facts.json', 'Save what the account says about sageready.yaml']],
    load: () => import('./commands/collect.ts'),
  },
  {
    usage: 'judge [file]',
    describe: 'Judge saved facts, offline',
    positionals: { file: { type: 'string', describe: 'Another description than the one the facts were collected for' } },
    options: { facts: { ...FACTS, demandOption: true }, ...JUDGING_OPTIONS, ...OUTPUT_OPTIONS },
    examples: [['$0 judge --facts facts.json', 'The verdicts of a colleague’s facts, without credentials']],
    load: () => import('./commands/judge.ts'),
  },
  {
    usage: 'plan [file]',
    describe: 'Say which calls a check would make, and how many; makes none',
    positionals: { file: DESCRIPTION },
    options: { ...FIELD_OPTIONS, region: AWS_OPTIONS.region, json: { type: 'boolean', default: false, describe: 'As JSON' } },
    examples: [['$0 plan', 'Calls by service, with the formula of their number']],
    load: () => import('./commands/plan.ts'),
  },
  {
    usage: 'permissions [file]',
    describe: 'Print the least-privilege policy that this very run needs',
    positionals: { file: DESCRIPTION },
    options: { ...FIELD_OPTIONS, region: AWS_OPTIONS.region, facts: { ...FACTS, describe: 'Facts saved by `collect`: exact resources' } },
    examples: [
      ['$0 permissions > policy.json', 'The policy on standard output, its reasons on standard error'],
      ['$0 permissions --facts facts.json', 'Exact in actions and resources'],
    ],
    load: () => import('./commands/permissions.ts'),
  },
  {
    usage: 'rules',
    describe: 'List every rule with its severity',
    positionals: {},
    options: {
      scenario: { type: 'string', requiresArg: true, describe: 'Only the rules of one scenario' },
      json: { type: 'boolean', default: false, describe: 'As JSON' },
    },
    examples: [['$0 rules --scenario serverless-endpoint', 'What is judged for a serverless endpoint']],
    load: () => import('./commands/rules.ts'),
  },
  {
    usage: 'explain <rule>',
    describe: 'Say what a rule means, why it matters and how to mend it',
    positionals: { rule: { type: 'string', describe: 'A rule id, as reports name it', demandOption: true } },
    options: {},
    examples: [['$0 explain encryption/key-trusts-role', 'Why the key policy counts']],
    load: () => import('./commands/explain.ts'),
  },
  {
    usage: 'init [file]',
    describe: 'Write a commented sageready.yaml to fill in',
    positionals: { file: { type: 'string', describe: 'Where to write it', default: 'sageready.yaml' } },
    options: { force: { type: 'boolean', default: false, describe: 'Overwrite a file that exists' } },
    examples: [['$0 init', 'Write sageready.yaml here']],
    load: () => import('./commands/init.ts'),
  },
  {
    usage: 'demo',
    describe: 'Judge two recorded accounts, one ready and one broken: no AWS, no credentials',
    positionals: {},
    options: { ...OUTPUT_OPTIONS },
    examples: [['$0 demo', 'See what a report looks like']],
    load: () => import('./commands/demo.ts'),
  },
];

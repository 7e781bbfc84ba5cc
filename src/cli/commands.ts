import type { Options } from 'yargs';
import {
  ANSWER_OPTIONS,
  AWS_OPTIONS,
  DEEP,
  FIELD_OPTIONS,
  GATE_OPTIONS,
  IAM_ENGINE,
  JUDGING_OPTIONS,
  OUTPUT_OPTIONS,
  PUBLISHING_OPTIONS,
  TARGET,
} from './options.ts';
import type { Words } from './words.ts';

/** One command: its words for yargs, and the code that is loaded only when it is asked for. Resolves to the exit code. */
export interface Command {
  readonly usage: string;
  readonly describe: string;
  readonly positionals: Readonly<Record<string, Options>>;
  readonly options: Readonly<Record<string, Options>>;
  readonly examples: readonly (readonly [command: string, words: string])[];
  readonly load: () => Promise<{ readonly run: (words: Words, commands: readonly Command[]) => Promise<number> }>;
}

const DESCRIPTION = { type: 'string', describe: 'The description of what will be deployed (default: sageready.yaml)' } as const;
const FACTS = { type: 'string', requiresArg: true, describe: 'Facts saved by `collect`: no call is made' } as const;

const WHAT_IF = {
  type: 'string',
  requiresArg: true,
  describe: 'A file of changes to judge as if they were made: prints which verdicts change, and touches nothing',
} as const;

/** Where a policy document may stand. */
const POLICY_KINDS = ['inline', 'managed', 'boundary', 'session', 'scp', 'rcp', 'trust', 'bucket', 'key', 'repository', 'vpc-endpoint', 'resource'] as const;
const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Every command, in the order of the help text. */
export const COMMANDS: readonly Command[] = [
  {
    usage: 'check [file]',
    describe: 'Judge a planned deployment in the account, before anyone tries it',
    positionals: { file: DESCRIPTION },
    options: {
      ...FIELD_OPTIONS,
      target: TARGET,
      'iam-engine': IAM_ENGINE,
      deep: DEEP,
      ...AWS_OPTIONS,
      ...JUDGING_OPTIONS,
      ...OUTPUT_OPTIONS,
      ...PUBLISHING_OPTIONS,
    },
    examples: [
      ['$0 check', 'Judge what sageready.yaml describes'],
      ['$0 check --endpoint churn --account 123456789012 --region us-east-1', 'Judge what is deployed already'],
      ['$0 check --output console --output json=report.json', 'Two reports from one run'],
      ['$0 check --fail-on warning --strict', 'As a gate in CI'],
      ['$0 check --for network', 'Only what the network team is asked to do'],
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    usage: 'collect <facts> [file]',
    describe: 'Read the account and save the facts, to judge them later or elsewhere',
    positionals: { facts: { type: 'string', describe: 'Where to write the facts (`-`: standard output)', demandOption: true }, file: DESCRIPTION },
    options: {
      ...FIELD_OPTIONS,
      'iam-engine': IAM_ENGINE,
      deep: DEEP,
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
    options: { facts: { ...FACTS, demandOption: true }, 'what-if': WHAT_IF, target: TARGET, ...JUDGING_OPTIONS, ...OUTPUT_OPTIONS, ...PUBLISHING_OPTIONS },
    examples: [
      ['$0 judge --facts facts.json', 'The verdicts of a colleague’s facts, without credentials'],
      ['$0 judge --facts facts.json --what-if changes.yaml', 'What a route, a rule or a statement would change, before anyone makes it'],
    ],
    load: () => import('./commands/judge.ts'),
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
    load: () => import('./commands/network.ts'),
  },
  {
    usage: 'gate <report>',
    describe: 'Exit as the check that wrote a report would: publish it first, fail after',
    positionals: { report: { type: 'string', describe: 'A report of --output json or ndjson (`-`: standard input)', demandOption: true } },
    options: { ...GATE_OPTIONS, quiet: { ...OUTPUT_OPTIONS.quiet, describe: 'Say nothing; the exit code tells' } },
    examples: [
      ['$0 check --exit-zero --output sarif=report.sarif --output json=report.json', 'Publish report.sarif, then …'],
      ['$0 gate report.json', '… fail the job where the check would have failed'],
      ['$0 gate report.json --fail-on warning', 'Another threshold, without another check'],
    ],
    load: () => import('./commands/gate.ts'),
  },
  {
    usage: 'diff <old> <new>',
    describe: 'Compare two written reports: what is new, worse, fixed, or lost sight of',
    positionals: {
      old: { type: 'string', describe: 'The older report, of --output json', demandOption: true },
      new: { type: 'string', describe: 'The newer one', demandOption: true },
    },
    options: {
      'fail-on-new': { type: 'boolean', default: false, describe: 'Exit with 1 when a warning or an error is new or worse', group: 'Judging:' },
      all: { type: 'boolean', default: false, describe: 'List also what is unchanged', group: 'Output:' },
      ...ANSWER_OPTIONS,
    },
    examples: [['$0 diff yesterday.json today.json --fail-on-new', 'In a pipeline: only what got worse fails']],
    load: () => import('./commands/diff.ts'),
  },
  {
    usage: 'plan [file]',
    describe: 'Say which calls a check would make, and how many; makes none',
    positionals: { file: DESCRIPTION },
    options: {
      ...FIELD_OPTIONS,
      'iam-engine': IAM_ENGINE,
      deep: DEEP,
      region: AWS_OPTIONS.region,
      json: { type: 'boolean', default: false, describe: 'As JSON' },
    },
    examples: [['$0 plan', 'Calls by service, with the formula of their number']],
    load: () => import('./commands/plan.ts'),
  },
  {
    usage: 'permissions [file]',
    describe: 'Print the least-privilege policy that this very run needs',
    positionals: { file: DESCRIPTION },
    options: {
      ...FIELD_OPTIONS,
      'iam-engine': IAM_ENGINE,
      deep: DEEP,
      region: AWS_OPTIONS.region,
      facts: { ...FACTS, describe: 'Facts saved by `collect`: exact resources' },
    },
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
    usage: 'explain <rule-or-error..>',
    describe: 'Say what a rule means, or what an error of AWS means and which rules foresee it',
    positionals: {
      'rule-or-error': { type: 'string', array: true, describe: 'A rule id, or an error message in quotes (`-`: standard input)', demandOption: true },
    },
    options: {
      facts: { ...FACTS, describe: 'Facts saved by `collect`: say also what the rules found there' },
      description: { type: 'string', requiresArg: true, describe: 'A description: check the account now, and say what the rules find there' },
      ...AWS_OPTIONS,
      ...ANSWER_OPTIONS,
    },
    examples: [
      ['$0 explain encryption/key-trusts-role', 'Why the key policy counts'],
      ['$0 explain "Could not access model data at s3://…"', 'Which rules foresee this, and what to look at'],
      ['$0 explain "…" --description sageready.yaml', 'And what they find in the account now'],
    ],
    load: () => import('./commands/explain.ts'),
  },
  {
    usage: 'can <who> <words..>',
    describe: 'Say whether a role or user may do something on a resource, and which statement decides',
    positionals: {
      who: { type: 'string', describe: 'ARN or name of a role or user; me, deployer or execution-role' },
      words: { type: 'string', array: true, describe: 'Actions and resources (ARN, s3://…, image, alias/…, "*")' },
    },
    options: {
      context: { type: 'string', array: true, nargs: 1, describe: 'KEY=VALUE that the request carries; `KEY=`: it carries none' },
      'with-policy': { type: 'string', array: true, nargs: 1, describe: 'A policy file to add to the principal’s own: what if?' },
      facts: FACTS,
      file: { type: 'string', describe: 'The description that names deployer and execution role (default: sageready.yaml)' },
      now: JUDGING_OPTIONS.now,
      ...AWS_OPTIONS,
      ...ANSWER_OPTIONS,
    },
    examples: [
      ['$0 can me sagemaker:CreateModel', 'What AWS will answer, before it is asked'],
      ['$0 can execution-role s3:GetObject s3://bucket/model.tar.gz', 'With the bucket’s policy and the key’s'],
      ['$0 can Deployer iam:PassRole arn:… --context iam:PassedToService=sagemaker.amazonaws.com', 'With what the request will carry'],
    ],
    load: () => import('./commands/can.ts'),
  },
  {
    usage: 'policy <verb> <file>',
    describe: 'Find the mistakes in a policy document, offline',
    positionals: {
      verb: { choices: ['lint'] as const, describe: 'What to do with it' },
      file: { type: 'string', describe: 'The document (`-`: standard input)' },
    },
    options: {
      kind: { choices: POLICY_KINDS, describe: 'Where the policy stands (default: told by what it says)' },
      fix: { type: 'boolean', default: false, describe: 'Write what can be mended by rule back to the file (`-`: to standard output)' },
      ...ANSWER_OPTIONS,
    },
    examples: [
      ['$0 policy lint policy.json', 'Every mistake with its line'],
      ['$0 policy lint - --kind trust < trust.json', 'A trust policy'],
    ],
    load: () => import('./commands/policy.ts'),
  },
  {
    usage: 'lint [files..]',
    describe: 'Find the mistakes in descriptions, offline',
    positionals: { files: { type: 'string', array: true, describe: 'Descriptions (default: sageready.yaml)' } },
    options: ANSWER_OPTIONS,
    examples: [['$0 lint sageready.yaml', 'Before the check, without credentials']],
    load: () => import('./commands/lint.ts'),
  },
  {
    usage: 'init [file]',
    describe: 'Write a commented sageready.yaml: asks for what it needs on a terminal',
    positionals: { file: { type: 'string', describe: 'Where to write it', default: 'sageready.yaml' } },
    options: {
      ...FIELD_OPTIONS,
      region: AWS_OPTIONS.region,
      yes: { type: 'boolean', alias: 'y', default: false, describe: 'Ask nothing: what is usual, and placeholders to fill in' },
      force: { type: 'boolean', default: false, describe: 'Overwrite a file that exists' },
    },
    examples: [
      ['$0 init', 'A few questions, then sageready.yaml'],
      ['$0 init --yes', 'No question: a file to fill in'],
      ['$0 init --endpoint churn --account 123456789012 --region us-east-1', 'From what is deployed already'],
    ],
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
  {
    usage: 'completion <shell>',
    describe: 'Print the script that completes words in a shell',
    positionals: { shell: { choices: SHELLS, describe: 'Which shell' } },
    options: {},
    examples: [
      ['source <($0 completion bash)', 'In ~/.bashrc; zsh alike'],
      ['$0 completion fish > ~/.config/fish/completions/sageready.fish', 'For fish'],
    ],
    load: () => import('./commands/completion.ts'),
  },
];

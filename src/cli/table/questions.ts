import type { Command } from '../command.ts';
import { FACTS } from '../command.ts';
import { ANSWER_OPTIONS, AWS_OPTIONS, JUDGING_OPTIONS } from '../options.ts';

/** Where a policy document may stand. */
const POLICY_KINDS = ['inline', 'managed', 'boundary', 'session', 'scp', 'rcp', 'trust', 'bucket', 'key', 'repository', 'vpc-endpoint', 'resource'] as const;

/** Commands that answer a question. */
export const QUESTIONS_COMMANDS: readonly Command[] = [
  {
    usage: 'rules',
    describe: 'List every rule with its severity',
    positionals: {},
    options: {
      scenario: { type: 'string', requiresArg: true, describe: 'Only the rules of one scenario' },
      json: { type: 'boolean', default: false, describe: 'As JSON' },
    },
    examples: [['$0 rules --scenario serverless-endpoint', 'What is judged for a serverless endpoint']],
    load: () => import('../commands/rules.ts'),
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
    load: () => import('../commands/explain.ts'),
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
    load: () => import('../commands/can.ts'),
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
    load: () => import('../commands/policy.ts'),
  },
  {
    usage: 'lint [files..]',
    describe: 'Find the mistakes in descriptions, offline',
    positionals: { files: { type: 'string', array: true, describe: 'Descriptions (default: sageready.yaml)' } },
    options: ANSWER_OPTIONS,
    examples: [['$0 lint sageready.yaml', 'Before the check, without credentials']],
    load: () => import('../commands/lint.ts'),
  },
];

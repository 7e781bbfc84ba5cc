import type { Command } from '../command.ts';
import { AWS_OPTIONS, FIELD_OPTIONS, OUTPUT_OPTIONS } from '../options.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Commands to begin with. */
export const FIRST_STEPS_COMMANDS: readonly Command[] = [
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
    load: () => import('../commands/init.ts'),
  },
  {
    usage: 'demo',
    describe: 'Judge two recorded accounts, one ready and one broken: no AWS, no credentials',
    positionals: {},
    options: { ...OUTPUT_OPTIONS },
    examples: [['$0 demo', 'See what a report looks like']],
    load: () => import('../commands/demo.ts'),
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
    load: () => import('../commands/completion.ts'),
  },
];

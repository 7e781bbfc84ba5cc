import type { Command } from '../command.ts';
import { DESCRIPTION, FACTS } from '../command.ts';
import { AWS_OPTIONS, DEEP, FIELD_OPTIONS, HISTORY_OPTIONS, IAM_ENGINE } from '../options.ts';

/** Commands that say what a run would take. */
export const BEFOREHAND_COMMANDS: readonly Command[] = [
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
    load: () => import('../commands/plan.ts'),
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
      history: { ...HISTORY_OPTIONS.history, describe: 'Also what a run with --history asks: who changed what fails anew' },
    },
    examples: [
      ['$0 permissions > policy.json', 'The policy on standard output, its reasons on standard error'],
      ['$0 permissions --facts facts.json', 'Exact in actions and resources'],
    ],
    load: () => import('../commands/permissions.ts'),
  },
];

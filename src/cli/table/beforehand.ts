import type { Command } from '../command.ts';
import { DESCRIPTION, FACTS } from '../command.ts';
import { ACCOUNT_ONLY, AWS_OPTIONS, DEEP, FIELD_OPTIONS, HISTORY_OPTIONS, IAM_ENGINE } from '../options.ts';
import { LOOKING_OPTIONS } from './audit.ts';

/** Commands that say what a run would take. */
export const BEFOREHAND_COMMANDS: readonly Command[] = [
  {
    usage: 'plan [file]',
    describe: 'Say which calls a check would make, and how many; makes none',
    positionals: { file: DESCRIPTION },
    options: {
      ...FIELD_OPTIONS,
      'account-only': ACCOUNT_ONLY,
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
      'account-only': ACCOUNT_ONLY,
      'iam-engine': IAM_ENGINE,
      deep: DEEP,
      region: AWS_OPTIONS.region,
      facts: { ...FACTS, describe: 'Facts saved by `collect`: exact resources' },
      audit: { type: 'boolean', default: false, describe: 'What an audit of --account needs, whatever it finds' },
      regions: { ...LOOKING_OPTIONS.regions, describe: 'With --audit: Regions between commas, or all' },
      history: { ...HISTORY_OPTIONS.history, describe: 'Also what a run with --history asks: who changed what fails anew' },
    },
    examples: [
      ['$0 permissions > policy.json', 'The policy on standard output, its reasons on standard error'],
      ['$0 permissions --facts facts.json', 'Exact in actions and resources'],
      ['$0 permissions --audit --account 123456789012 --regions all', 'What an audit may read, whatever it finds'],
    ],
    load: () => import('../commands/permissions.ts'),
  },
];

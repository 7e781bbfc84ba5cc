import type { Command } from '../command.ts';
import { ANSWER_OPTIONS, AWS_OPTIONS, GATE_OPTIONS, HISTORY_OPTIONS, OUTPUT_OPTIONS } from '../options.ts';

/** How a bucket is reached; a folder needs none of it. */
const BUCKET_OPTIONS = { profile: AWS_OPTIONS.profile, region: AWS_OPTIONS.region, 'endpoint-url': AWS_OPTIONS['endpoint-url'] } as const;

/** Commands that read reports written before. */
export const REPORTS_COMMANDS: readonly Command[] = [
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
    load: () => import('../commands/gate.ts'),
  },
  {
    usage: 'diff [old] [new]',
    describe: 'Compare two reports: what is new, worse, fixed, or lost sight of',
    positionals: {
      old: { type: 'string', describe: 'The older report, of --output json, or one that a history keeps' },
      new: { type: 'string', describe: 'The newer one' },
    },
    options: {
      history: { ...HISTORY_OPTIONS.history, describe: 'Compare the last two runs that this folder or s3://bucket/prefix keeps' },
      'fail-on-new': { type: 'boolean', default: false, describe: 'Exit with 1 when a warning or an error is new or worse', group: 'Judging:' },
      all: { type: 'boolean', default: false, describe: 'List also what is unchanged', group: 'Output:' },
      ...ANSWER_OPTIONS,
      ...BUCKET_OPTIONS,
    },
    examples: [
      ['$0 diff yesterday.json today.json --fail-on-new', 'In a pipeline: only what got worse fails'],
      ['$0 diff --history runs', 'The last two runs that check --history kept'],
    ],
    load: () => import('../commands/diff.ts'),
  },
  {
    usage: 'trend',
    describe: 'Show readiness over time, of the runs that check or audit --history kept',
    positionals: {},
    options: {
      history: { ...HISTORY_OPTIONS.history, describe: 'Folder or s3://bucket/prefix that keeps the runs', demandOption: true },
      since: { type: 'string', requiresArg: true, describe: 'Only runs since then: 30 or 30d, 12h, 8w, or a day such as 2026-01-31', group: 'Choice:' },
      scenario: { type: 'string', requiresArg: true, describe: 'Only one scenario, and its rules', group: 'Choice:' },
      rule: { type: 'string', array: true, nargs: 1, describe: 'Only this rule, repeatable', group: 'Choice:' },
      output: {
        choices: ['text', 'json', 'svg'] as const,
        default: 'text' as const,
        describe: 'For people, for programs, or as a drawing',
        group: 'Output:',
      },
      all: { type: 'boolean', default: false, describe: 'List also the rules that passed in every run', group: 'Output:' },
      colour: OUTPUT_OPTIONS.colour,
      ...BUCKET_OPTIONS,
    },
    examples: [
      ['$0 trend --history runs', 'How ready each scenario was, and which rules failed'],
      ['$0 trend --history runs --since 30d --output svg > trend.svg', 'The last month as a drawing'],
      ['$0 trend --history runs --rule identity/role-exists', 'One rule over time'],
    ],
    load: () => import('../commands/trend.ts'),
  },
];

import type { Command } from '../command.ts';
import { ANSWER_OPTIONS, GATE_OPTIONS, OUTPUT_OPTIONS } from '../options.ts';

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
    load: () => import('../commands/diff.ts'),
  },
];

import type { Command } from './command.ts';
import { AUDIT_COMMANDS } from './table/audit.ts';
import { BEFOREHAND_COMMANDS } from './table/beforehand.ts';
import { FIRST_STEPS_COMMANDS } from './table/first-steps.ts';
import { JUDGING_COMMANDS } from './table/judging.ts';
import { QUESTIONS_COMMANDS } from './table/questions.ts';
import { REPORTS_COMMANDS } from './table/reports.ts';

/** Every command, in the order of the help text. */
export const COMMANDS: readonly Command[] = [
  ...JUDGING_COMMANDS,
  ...AUDIT_COMMANDS,
  ...REPORTS_COMMANDS,
  ...BEFOREHAND_COMMANDS,
  ...QUESTIONS_COMMANDS,
  ...FIRST_STEPS_COMMANDS,
];

import { isStop } from '../run/stop.ts';

const COULD_NOT_RUN = 2;

const oneLine = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return isStop(error) ? message : `unexpected: ${message} — this is ours to mend, please report it`;
};

/** Ends the program with an error: one line on standard error, never a stack trace, and its exit code. */
export const endWith = (error: unknown): void => {
  process.stderr.write(`sageready: ${oneLine(error)}\n`);
  process.exitCode = isStop(error) ? error.exitCode : COULD_NOT_RUN;
};

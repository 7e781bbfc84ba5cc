import { setMaxListeners } from 'node:events';

const INTERRUPTED = 130;

/** Ctrl-C, heard once: what is under way is given up and what is known is reported. A second one ends the program at once. */
export interface Interrupt {
  readonly signal: AbortSignal;
  readonly stopListening: () => void;
}

/** Begins to listen for Ctrl-C. */
export const listenForInterrupt = (): Interrupt => {
  const controller = new AbortController();
  // Every call under way listens, so that there is no number above which something leaks.
  setMaxListeners(0, controller.signal);
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    process.stderr.write('\nsageready: interrupted — reporting what is known so far; Ctrl-C again ends at once\n');
    controller.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  return {
    signal: controller.signal,
    stopListening: () => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onInterrupt);
    },
  };
};

/** The exit code of an interrupted run. */
export const interruptedCode = INTERRUPTED;

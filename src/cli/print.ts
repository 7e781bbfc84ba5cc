import { once } from 'node:events';

/** Writes to standard output and waits until it is taken; a closed pipe is no error. */
export const print = async (text: string): Promise<void> => {
  if (process.stdout.destroyed || process.stdout.closed) return;
  if (!process.stdout.write(text)) await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]).catch(() => {});
};
